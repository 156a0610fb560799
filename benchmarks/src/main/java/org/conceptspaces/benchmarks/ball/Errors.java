package org.conceptspaces.benchmarks.ball;

import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/**
 * Relative errors by row: of results, the norm of the difference to the norm; of gradients, the
 * greater of those towards the two operands.
 */
final class Errors {

  private final double[] value;
  private final double[] gradient;

  private Errors(int rows) {
    value = new double[rows];
    gradient = new double[rows];
  }

  /** Judges the results of a contender: all rows' results, then both gradients. */
  static Errors of(Operation operation, Operands operands, double[] results) {
    int rows = operands.first().length;
    int dimension = operands.first()[0].length;
    int width = operation.width(dimension);
    Errors errors = new Errors(rows);
    for (int row = 0; row < rows; row++) {
      Reference exact = Reference.of(operation, operands.first()[row], operands.second()[row]);
      errors.value[row] = error(results, row * width, exact.value(), 0, width);
      int towardsFirst = rows * width + row * dimension;
      errors.gradient[row] =
          Math.max(
              error(results, towardsFirst, exact.gradient(), 0, dimension),
              error(
                  results,
                  towardsFirst + rows * dimension,
                  exact.gradient(),
                  dimension,
                  dimension));
    }
    return errors;
  }

  private static double error(double[] got, int gotFrom, double[] want, int wantFrom, int count) {
    double difference = 0;
    double norm = 0;
    for (int i = 0; i < count; i++) {
      double exact = want[wantFrom + i];
      difference += Math.pow(got[gotFrom + i] - exact, 2);
      norm += exact * exact;
    }
    double error = Math.sqrt(difference / norm);
    return Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
  }

  @Override
  public String toString() {
    return text(value) + "   " + text(gradient);
  }

  private static String text(double[] errors) {
    return String.format(
        Locale.ROOT,
        "%.0e (%.0e)",
        Arrays.stream(errors).max().orElseThrow(),
        new Percentile().evaluate(errors, 50));
  }
}
