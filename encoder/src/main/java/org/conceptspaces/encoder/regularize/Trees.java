package org.conceptspaces.encoder.regularize;

import org.conceptspaces.analysis.metric.Distances;
import org.conceptspaces.analysis.metric.SpanningTree;

/** The minimum spanning trees of all groups, as the device wants them. */
final class Trees {

  private final long[] from;
  private final long[] to;
  private final double[] nearestShares;

  /**
   * Finds the trees of the live points of each group.
   *
   * @param distances symmetric in each group, {@code [groups · points · points]}
   * @param weights 0 for a point that is to be left out, {@code [groups · points]}
   */
  Trees(double[] distances, double[] weights, int groups, int points) {
    int most = Math.max(1, points - 1);
    from = new long[groups * most];
    to = new long[groups * most];
    nearestShares = new double[groups];
    for (int index = 0; index < groups; index++) {
      Group group = new Group(distances, weights, index, points);
      int first = index * points;
      SpanningTree tree = SpanningTree.of(group, group::isLive);
      for (int edge = 0; edge < most; edge++) {
        boolean is = edge < tree.size();
        from[index * most + edge] = first + (is ? tree.from(edge) : 0L);
        to[index * most + edge] = first + (is ? tree.to(edge) : 0L);
      }
      nearestShares[index] = group.nearestShare();
    }
  }

  /** The points of one group. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Group(double[] distances, double[] weights, int index, int size)
      implements Distances {

    boolean isLive(int point) {
      return weights[index * size + point] > 0;
    }

    @Override
    public void from(int point, double[] out) {
      System.arraycopy(distances, (index * size + point) * size, out, 0, size);
    }

    /**
     * The mean distance to the nearest other live point, as a share of the mean distance: from 0,
     * where points lie in pairs or clusters far from each other, to 1, where all are equally far
     * apart; 1 of less than two points, and of points that coincide 0.
     */
    double nearestShare() {
      double[] row = new double[size];
      double nearestSum = 0;
      double sum = 0;
      int live = 0;
      for (int one = 0; one < size; one++) {
        if (isLive(one)) {
          from(one, row);
          double nearest = Double.POSITIVE_INFINITY;
          for (int other = 0; other < size; other++) {
            if (other != one && isLive(other)) {
              nearest = Math.min(nearest, row[other]);
              sum += row[other];
            }
          }
          nearestSum += nearest;
          live++;
        }
      }
      if (live < 2) {
        return 1;
      }
      return sum > 0 ? nearestSum * (live - 1) / sum : Double.isNaN(sum) ? Double.NaN : 0;
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

  /** How far points of each group are from clusters, {@code [groups]}. */
  double[] nearestShares() {
    return nearestShares;
  }
}
