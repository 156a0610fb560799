package org.conceptspaces.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Makes steps of one contender in a process of its own, one for each line it reads, and answers
 * each with the seconds that it took. The first step, which warms up, is made unasked.
 */
public final class Worker {

  private Worker() {}

  /**
   * Runs until the end of input.
   *
   * @param args the contender
   */
  public static void main(String[] args) {
    Contender contender =
        switch (args[0]) {
          case "flat" -> new SuiteStep("euclidean");
          case "ball" -> new SuiteStep("poincare");
          case "bare" -> new BareStep();
          case "floor" -> new ProductFloor();
          default -> throw new IllegalArgumentException("no contender " + args[0]);
        };
    contender.run(new Lines());
  }

  /** The gate that lines open. */
  private static final class Lines implements Contender.Gate {
    private final BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    private long start = System.nanoTime();

    @Override
    public boolean await() {
      System.out.println((System.nanoTime() - start) / 1e9);
      System.out.flush();
      try {
        boolean wanted = Objects.equals(in.readLine(), "step");
        start = System.nanoTime();
        return wanted;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
