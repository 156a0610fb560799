package org.conceptspaces.api.pairs;

/** Points to be compared with each other. Immutable, safe for use by several threads. */
public interface PairTable {

  /**
   * The number of points.
   *
   * @return 1 or more
   */
  int size();

  /**
   * Whether a thread should measure all that it wants of one point, against any range, before it
   * goes on to the next; else it should measure many points against a range that fits a cache.
   *
   * @return false unless overridden
   */
  default boolean pointByPoint() {
    return false;
  }

  /**
   * Measures one point against a range of others, by any function that grows with the distance (its
   * square, its hyperbolic cosine): enough to rank, and quicker. {@link #distance} turns it into
   * the distance. The same pair always gives the same bits, whatever the range.
   *
   * @param point an index
   * @param from the first of the others
   * @param to after the last of the others
   * @param out takes {@code to − from} measures
   */
  void measure(int point, int from, int to, double[] out);

  /**
   * The geodesic distance of a measure.
   *
   * @param measure from {@link #measure}
   * @return the distance
   */
  double distance(double measure);
}
