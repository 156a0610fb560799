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
 * their midpoint. Steps are as long as the last change of the gradient says (Barzilai and Borwein
 * 1988); where points are far apart in curved space, steps of the usual length 1 overshoot. A step
 * that leads up is halved.
 */
final class FrechetMean {

  private static final int MOST_STEPS = 100;
  private static final int MOST_HALVINGS = 30;

  /** A gradient this short beside the spread is 0. */
  private static final double ROUNDING = 1e-10;

  private final Geometry geometry;
  private final NDArray points;
  private double[] mean;
  private double spread;
  private double length = 1;
  private double[] last = {};
  private double[] lastDown = {};

  private FrechetMean(Geometry geometry, NDArray points, double[] start) {
    this.geometry = geometry;
    this.points = points;
    mean = start;
    spread = spread(start);
  }

  static double[] of(Geometry geometry, Rows bank, NDManager manager) {
    try (NDManager own = manager.newSubManager()) {
      NDArray points = own.create(bank.values(), new Shape(bank.count(), bank.width()));
      NDArray weights = own.ones(new Shape(1, bank.count()), DataType.FLOAT64);
      double[] start = geometry.midpoint(points, weights).toDoubleArray();
      FrechetMean descent = new FrechetMean(geometry, points, start);
      int steps = 0;
      while (steps < MOST_STEPS && descent.step()) {
        steps++;
      }
      return descent.mean;
    }
  }

  /** The mean squared distance from a point. */
  private double spread(double[] from) {
    try (NDManager scratch = points.getManager().newSubManager()) {
      NDArray at = scratch.create(from, new Shape(1, from.length));
      return geometry.distance(at, points).square().mean().getDouble();
    }
  }

  /** Goes down; false if there is no lower place. */
  private boolean step() {
    try (NDManager scratch = points.getManager().newSubManager()) {
      Shape one = new Shape(1, mean.length);
      NDArray at = scratch.create(mean, one);
      NDArray down = geometry.log(at, points).mean(new int[] {0}, true);
      double slope = geometry.inner(at, down, down).sum().getDouble();
      if (!(slope > ROUNDING * ROUNDING * spread)) {
        return false;
      }
      if (last.length > 0) {
        NDArray before = scratch.create(lastDown, one);
        NDArray moved = geometry.transport(scratch.create(last, one), at, before);
        double along = geometry.inner(at, moved, moved).sum().getDouble();
        double change = geometry.inner(at, moved, moved.sub(down)).sum().getDouble();
        length = change > 0 ? Math.min(1, length * along / change) : 1;
      }
      for (int halving = 0; halving < MOST_HALVINGS; halving++, length /= 2) {
        NDArray tangent = down.mul(Constants.of(down, length));
        double[] next = geometry.project(geometry.exp(at, tangent)).toDoubleArray();
        double lower = spread(next);
        if (lower < spread) {
          last = mean;
          lastDown = down.toDoubleArray();
          mean = next;
          spread = lower;
          return true;
        }
      }
      return false;
    }
  }
}
