package org.conceptspaces.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/**
 * Times steps of several contenders in one run: each lives in a process of its own, and they take
 * turns step by step, so that whatever else the machine does falls on all of them alike. Prints
 * medians, ratios of the steps of the same turn, and the peak of each process's memory.
 */
public final class SideBySide {

  /** How many turns warm up, beside each contender's own first step. */
  private static final int WARM_UP = 3;

  private SideBySide() {}

  /**
   * Runs the comparison.
   *
   * @param args the number of turns, then contenders: {@code floor}, {@code bare}, {@code flat},
   *     {@code ball}, or the path of a program that speaks as {@link Worker} does; ratios are to
   *     the first
   */
  public static void main(String[] args) {
    int turns = Integer.parseInt(args[0]);
    List<Runner> runners = new ArrayList<>();
    try {
      for (String contender : Arrays.copyOfRange(args, 1, args.length)) {
        runners.add(new Runner(contender));
      }
      double[][] seconds = new double[runners.size()][turns];
      for (int turn = -WARM_UP; turn < turns; turn++) {
        for (int i = 0; i < runners.size(); i++) {
          double took = runners.get(i).step();
          if (turn >= 0) {
            seconds[i][turn] = took;
          }
        }
      }
      print(runners, seconds);
    } finally {
      runners.forEach(Runner::close);
    }
  }

  private static void print(List<Runner> runners, double[][] seconds) {
    System.out.printf(
        "%-18s %10s %10s %10s %26s %10s%n",
        "contender",
        "median s",
        "quartile",
        "quartile",
        "ratio to " + runners.get(0).name,
        "peak MiB");
    for (int i = 0; i < runners.size(); i++) {
      double[] ratios = new double[seconds[i].length];
      for (int turn = 0; turn < ratios.length; turn++) {
        ratios[turn] = seconds[i][turn] / seconds[0][turn];
      }
      System.out.printf(
          Locale.ROOT,
          "%-18s %10.3f %10.3f %10.3f %8.3f (%.3f to %.3f) %10s%n",
          runners.get(i).name,
          quantile(seconds[i], 50),
          quantile(seconds[i], 25),
          quantile(seconds[i], 75),
          quantile(ratios, 50),
          quantile(ratios, 25),
          quantile(ratios, 75),
          PeakMemory.of(runners.get(i).process.pid()));
    }
  }

  private static double quantile(double[] numbers, double percent) {
    return new Percentile().evaluate(numbers, percent);
  }

  /** A process that makes a step when told to. */
  private static final class Runner {
    private final String name;
    private final Process process;
    private final BufferedReader answers;
    private final Writer orders;

    Runner(String contender) {
      boolean program = contender.contains("/");
      name = program ? fileName(contender) : contender;
      List<String> command =
          program ? List.of(contender) : java("org.conceptspaces.benchmarks.Worker", contender);
      try {
        process =
            new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      answers = process.inputReader(StandardCharsets.UTF_8);
      orders = process.outputWriter(StandardCharsets.UTF_8);
      answer();
    }

    private static String fileName(String contender) {
      Path file = Path.of(contender).getFileName();
      return file == null ? contender : file.toString();
    }

    private static List<String> java(String... arguments) {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      for (String option : new String[] {"ai.djl.offline", "ai.djl.pytorch.graph_optimizer"}) {
        command.add("-D" + option + "=" + System.getProperty(option));
      }
      command.addAll(List.of("-XX:+UseSerialGC", "-DOPT_OUT_TRACKING=true"));
      command.addAll(List.of("-cp", System.getProperty("java.class.path")));
      command.addAll(List.of(arguments));
      return command;
    }

    double step() {
      try {
        orders.write("step\n");
        orders.flush();
        return answer();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private double answer() {
      try {
        String line = answers.readLine();
        if (line == null) {
          throw new IllegalStateException(name + " has ended");
        }
        return Double.parseDouble(line);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    void close() {
      process.destroy();
    }
  }
}
