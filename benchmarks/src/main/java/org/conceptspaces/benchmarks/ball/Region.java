package org.conceptspaces.benchmarks.ball;

import java.util.random.RandomGenerator;

/** Where in the ball of curvature -1 operands lie. */
enum Region {
  TYPICAL,
  ORIGIN,
  EDGE,
  /** Coincident but for a little; for an addition, opposite but for a little. */
  NEAR;

  /**
   * Draws a row of each operand.
   *
   * @param operation for whom: the second operand of {@code EXP} is a tangent
   * @param single whether coordinates will be stored in float32
   * @param first gets a point
   * @param second gets a point or a tangent
   */
  void draw(
      Operation operation,
      boolean single,
      double[] first,
      double[] second,
      RandomGenerator random) {
    double edge = 1 - (single ? 1e-3 : 1e-6);
    double norm =
        switch (this) {
          case TYPICAL, NEAR -> 0.3 + 0.4 * random.nextDouble();
          case ORIGIN -> 1e-6;
          case EDGE -> edge;
        };
    direction(first, norm, random);
    double gap = 1 - norm * norm;
    if (this == NEAR && operation != Operation.EXP) {
      direction(second, single ? 1e-5 : 1e-9, random);
      double sign = operation == Operation.ADD ? -1 : 1;
      for (int i = 0; i < first.length; i++) {
        second[i] = sign * (first[i] + second[i]);
      }
    } else if (operation == Operation.EXP) {
      // The geodesic is 2‖v‖/m long: 0.2 to 2.
      double length = (0.1 + 0.9 * random.nextDouble()) * gap;
      direction(
          second,
          switch (this) {
            case ORIGIN -> 1e-6;
            case NEAR -> single ? 1e-5 : 1e-9;
            default -> length;
          },
          random);
    } else {
      direction(second, norm, random);
    }
  }

  private static void direction(double[] row, double norm, RandomGenerator random) {
    double square = 0;
    for (int i = 0; i < row.length; i++) {
      row[i] = random.nextGaussian();
      square += row[i] * row[i];
    }
    double scale = norm / Math.sqrt(square);
    for (int i = 0; i < row.length; i++) {
      row[i] *= scale;
    }
  }
}
