package org.conceptspaces.analysis.curved;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import org.conceptspaces.analysis.metric.Rows;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.numeric.Constants;

/**
 * The point with the least mean squared distance to some points, by Karcher's gradient descent from
 * their midpoint; a step that leads up is halved.
 */
final class FrechetMean {

  private static final int MOST_STEPS = 200;
  private static final int MOST_HALVINGS = 30;

  /** A gradient this short beside the spread is 0. */
  private static final double ROUNDING = 1e-11;

  private FrechetMean() {}

  static double[] of(Geometry geometry, Rows bank, NDManager manager) {
    try (NDManager own = manager.newSubManager()) {
      NDArray points = own.create(bank.values(), new Shape(bank.count(), bank.width()));
      NDArray weights = own.ones(new Shape(1, bank.count()), DataType.FLOAT64);
      double[] mean = geometry.midpoint(points, weights).toDoubleArray();
      double spread = spread(geometry, points, mean);
      for (int step = 0; step < MOST_STEPS; step++) {
        double[] next = stepped(geometry, points, mean, spread);
        double lower = spread(geometry, points, next);
        if (!(lower < spread)) {
          break;
        }
        mean = next;
        spread = lower;
      }
      return mean;
    }
  }

  /** The mean squared distance from a point. */
  private static double spread(Geometry geometry, NDArray points, double[] from) {
    try (NDManager scratch = points.getManager().newSubManager()) {
      NDArray at = scratch.create(from, new Shape(1, from.length));
      return geometry.distance(at, points).square().mean().getDouble();
    }
  }

  /** The point itself, if no step leads down. */
  private static double[] stepped(Geometry geometry, NDArray points, double[] from, double spread) {
    try (NDManager scratch = points.getManager().newSubManager()) {
      NDArray at = scratch.create(from, new Shape(1, from.length));
      NDArray down = geometry.log(at, points).mean(new int[] {0}, true);
      double slope = geometry.inner(at, down, down).sum().getDouble();
      if (!(slope > ROUNDING * ROUNDING * spread)) {
        return from;
      }
      double length = 1;
      for (int halving = 0; halving < MOST_HALVINGS; halving++, length /= 2) {
        NDArray tangent = down.mul(Constants.of(down, length));
        double[] next = geometry.project(geometry.exp(at, tangent)).toDoubleArray();
        if (spread(geometry, points, next) < spread) {
          return next;
        }
      }
      return from;
    }
  }
}
