package org.conceptspaces.lorentz;

import org.conceptspaces.api.pairs.HyperbolicPairs;

/**
 * Single pairs of points of the hyperboloid, kept on that of curvature −1: scaled by {@code √c}.
 */
final class SheetPairs extends HyperbolicPairs {

  private final int dimension;

  SheetPairs(int dimension, double curvature, double radius) {
    super(dimension, curvature, radius);
    this.dimension = dimension;
  }

  @Override
  public int coordinates() {
    return dimension + 1;
  }

  /** Reads space alone, as all of {@link Hyperboloid} does. */
  @Override
  public void place(double[] coordinates, int from, double[] points, int at) {
    for (int k = 0; k < dimension; k++) {
      points[at + k] = coordinates[from + 1 + k] * scale();
    }
    settle(points, at);
  }

  @Override
  public void coordinates(double[] points, int at, double[] coordinates, int from) {
    coordinates[from] = time(points, at) / scale();
    for (int k = 0; k < dimension; k++) {
      coordinates[from + 1 + k] = points[at + k] / scale();
    }
  }
}
