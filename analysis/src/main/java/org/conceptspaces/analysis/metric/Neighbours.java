package org.conceptspaces.analysis.metric;

import java.util.Arrays;

/** The distances from each point to its nearest others. */
public final class Neighbours {

  private Neighbours() {}

  /**
   * Finds them by looking at all pairs.
   *
   * @param distances of at least two points
   * @param most how many neighbours; all others if there are fewer
   * @param workers who compute
   * @return for each point the smallest distances to others, ascending
   */
  public static double[][] nearest(Distances distances, int most, Workers workers) {
    int size = distances.size();
    int kept = Math.min(most, size - 1);
    double[][] nearest = new double[size][kept];
    workers.each(
        (size + 63) / 64,
        piece -> {
          double[] all = new double[size];
          for (int point = 64 * piece; point < Math.min(size, 64 * piece + 64); point++) {
            distances.from(point, all);
            smallest(all, point, nearest[point]);
          }
        });
    return nearest;
  }

  private static void smallest(double[] all, int self, double[] out) {
    Arrays.fill(out, Double.POSITIVE_INFINITY);
    int last = out.length - 1;
    for (int other = 0; other < all.length; other++) {
      double distance = all[other];
      if (other != self && distance < out[last]) {
        int at = last;
        for (; at > 0 && out[at - 1] > distance; at--) {
          out[at] = out[at - 1];
        }
        out[at] = distance;
      }
    }
  }
}
