package org.conceptspaces.benchmarks.ball;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/**
 * Times and judges distance, exponential map, logarithmic map and Möbius addition of the ball of
 * curvature -1, forward alone and with the gradients of the sum towards both operands: the suite's
 * and those of other programs, on the same numbers. Each contender is a process of its own; they
 * take turns.
 */
public final class BallOperations {

  /** The orders that a contender takes, one a line; it answers each with a line. */
  static final class Orders {
    /** {@code operands FLOAT32|FLOAT64 ROWS FILE}: what the next orders are about. */
    static final String OPERANDS = "operands";

    /** {@code results OPERATION FILE}: write results and both gradients, little-endian float64. */
    static final String RESULTS = "results";

    /** {@code times OPERATION BACKWARD COUNT}: seconds of each run, separated by blanks. */
    static final String TIMES = "times";

    private Orders() {}
  }

  private static final int ROWS = 65_536;
  private static final int DIMENSION = 64;
  private static final int JUDGED = 64;

  /** The runs of a turn, of which the first finds cold caches and is not counted. */
  private static final int RUNS = 6;

  private static final String[] TYPES = {"FLOAT32", "FLOAT64"};

  private final Path folder;
  private final List<BallContender> contenders = new ArrayList<>();

  private BallOperations(Path folder) {
    this.folder = folder;
  }

  /**
   * Runs the comparison.
   *
   * @param args the number of turns, 0 to judge accuracy alone, then programs that take {@link
   *     Orders}
   * @throws IOException if a contender fails
   */
  public static void main(String[] args) throws IOException {
    BallOperations operations = new BallOperations(Files.createTempDirectory("ball"));
    try {
      operations.contenders.add(BallContender.suite());
      for (String program : Arrays.copyOfRange(args, 1, args.length)) {
        operations.contenders.add(BallContender.program(program));
      }
      operations.judge();
      operations.time(Integer.parseInt(args[0]));
    } finally {
      operations.contenders.forEach(BallContender::close);
      operations.delete();
    }
  }

  private void judge() throws IOException {
    System.out.printf(
        "Relative errors of %d rows, maximum (median), of the result and of its gradients%n",
        JUDGED);
    for (String type : TYPES) {
      for (Operation operation : Operation.values()) {
        for (Region region : Region.values()) {
          Operands operands =
              Operands.draw(region, operation, type.equals("FLOAT32"), JUDGED, DIMENSION);
          load(type, operands);
          for (BallContender contender : contenders) {
            Path results = folder.resolve("results");
            contender.order(Orders.RESULTS, operation, results);
            Errors errors = Errors.of(operation, operands, Operands.read(results));
            System.out.printf(
                "%-8s %-9s %-8s %-12s %s%n",
                type, operation.word(), region.name().toLowerCase(Locale.ROOT), contender, errors);
          }
        }
      }
    }
  }

  private void time(int turns) throws IOException {
    System.out.printf("Milliseconds on [%d, %d], median (minimum)%n", ROWS, DIMENSION);
    for (String type : turns == 0 ? new String[0] : TYPES) {
      for (Operation operation : Operation.values()) {
        load(
            type,
            Operands.draw(Region.TYPICAL, operation, type.equals("FLOAT32"), ROWS, DIMENSION));
        for (boolean backward : new boolean[] {false, true}) {
          double[][] seconds = turns(turns, operation, backward);
          double ours = new Percentile().evaluate(seconds[0], 50);
          for (int i = 0; i < seconds.length; i++) {
            double median = new Percentile().evaluate(seconds[i], 50);
            System.out.printf(
                Locale.ROOT,
                "%-8s %-9s %-9s %-12s %7.2f (%.2f), %.2f times the suite's%n",
                type,
                operation.word(),
                backward ? "+backward" : "forward",
                contenders.get(i),
                1e3 * median,
                1e3 * Arrays.stream(seconds[i]).min().orElseThrow(),
                median / ours);
          }
        }
      }
    }
  }

  /** The seconds of each contender. */
  private double[][] turns(int turns, Operation operation, boolean backward) throws IOException {
    double[][] seconds = new double[contenders.size()][turns * (RUNS - 1)];
    for (int turn = -1; turn < turns; turn++) {
      for (int i = 0; i < seconds.length; i++) {
        String[] answer =
            contenders.get(i).order(Orders.TIMES, operation, backward, RUNS).split(" ", -1);
        for (int run = 1; run < RUNS && turn >= 0; run++) {
          seconds[i][turn * (RUNS - 1) + run - 1] = Double.parseDouble(answer[run]);
        }
      }
    }
    return seconds;
  }

  private void load(String type, Operands operands) throws IOException {
    Path file = folder.resolve("operands");
    operands.write(file);
    for (BallContender contender : contenders) {
      contender.order(Orders.OPERANDS, type, operands.first().length, file);
    }
  }

  private void delete() throws IOException {
    Files.deleteIfExists(folder.resolve("operands"));
    Files.deleteIfExists(folder.resolve("results"));
    Files.delete(folder);
  }
}
