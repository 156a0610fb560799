package org.conceptspaces.encoder.regularize;

/** The minimum spanning trees of all groups, as the device wants them. */
final class Trees {

  private final long[] from;
  private final long[] to;
  private final double[] nearestShares;

  /**
   * Finds the trees of the live points of each group.
   *
   * @param distances {@code [groups · points · points]}
   * @param weights 0 for a point that is to be left out, {@code [groups · points]}
   */
  Trees(double[] distances, double[] weights, int groups, int points) {
    int most = Math.max(1, points - 1);
    from = new long[groups * most];
    to = new long[groups * most];
    nearestShares = new double[groups];
    for (int group = 0; group < groups; group++) {
      int first = group * points;
      boolean[] live = new boolean[points];
      for (int point = 0; point < points; point++) {
        live[point] = weights[first + point] > 0;
      }
      PrimTree tree = new PrimTree(distances, first * points, live);
      for (int edge = 0; edge < most; edge++) {
        boolean is = edge < tree.edges();
        from[group * most + edge] = first + (is ? tree.from(edge) : 0L);
        to[group * most + edge] = first + (is ? tree.to(edge) : 0L);
      }
      nearestShares[group] = tree.nearestShare();
    }
  }

  /**
   * Where edges begin, as a row among the points of all groups; what is no edge leads from a point
   * to itself.
   *
   * @return {@code [groups · max(1, points − 1)]}
   */
  long[] from() {
    return from;
  }

  /** Where they end, likewise. */
  long[] to() {
    return to;
  }

  /** {@link PrimTree#nearestShare} of each group. */
  double[] nearestShares() {
    return nearestShares;
  }
}
