package org.conceptspaces.testkit;

/** The true distance of two points, computed in high precision from their stored coordinates. */
@FunctionalInterface
public interface ReferenceDistance {

  /**
   * The distance, right to at least 12 digits, however close or far the points are. Compute it with
   * {@link java.math.BigDecimal} or Hipparchus' {@code Dfp}; float64 is not enough near an edge.
   *
   * @param x the coordinates of one point, exactly as stored
   * @param y the coordinates of another
   * @return their geodesic distance
   */
  double distance(double[] x, double[] y);
}
