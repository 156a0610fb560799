package org.conceptspaces.poincare;

import org.conceptspaces.api.pairs.HyperbolicPairs;

/**
 * Single pairs of points of the ball. They are kept on the hyperboloid, to which the ball is
 * isometric: {@code x = u·(1 + x₀)} with {@code 1 + x₀ = 2/(1 − ‖u‖²)}.
 */
final class BallPairs extends HyperbolicPairs {

  private final int dimension;

  BallPairs(int dimension, double curvature, double radius) {
    super(dimension, curvature, radius);
    this.dimension = dimension;
  }

  @Override
  public int coordinates() {
    return dimension;
  }

  @Override
  public void place(double[] coordinates, int from, double[] points, int at) {
    double square = 0;
    for (int k = 0; k < dimension; k++) {
      double unit = coordinates[from + k] * scale();
      square += unit * unit;
    }
    double above = 2 / Math.max(1 - square, Double.MIN_NORMAL);
    for (int k = 0; k < dimension; k++) {
      points[at + k] = coordinates[from + k] * scale() * above;
    }
    settle(points, at);
  }

  @Override
  public void coordinates(double[] points, int at, double[] coordinates, int from) {
    double above = (1 + time(points, at)) * scale();
    for (int k = 0; k < dimension; k++) {
      coordinates[from + k] = points[at + k] / above;
    }
  }
}
