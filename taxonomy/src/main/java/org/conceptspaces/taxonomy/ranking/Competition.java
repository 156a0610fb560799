package org.conceptspaces.taxonomy.ranking;

import java.util.Arrays;

/** The nodes that a node's related nodes compete with, counted by how near they are. */
final class Competition {

  private final double[] near;
  private final int[] counts;

  /**
   * Without competitors yet.
   *
   * @param related the distances of the related nodes, or what grows with them; at least one
   */
  Competition(double[] related) {
    near = related.clone();
    Arrays.sort(near);
    counts = new int[2 * near.length];
  }

  /** The distance of the farthest related node: who is farther does not count. */
  double farthest() {
    return near[near.length - 1];
  }

  /** Counts a node {@code by} times; −1 takes back what was counted. */
  void count(double distance, int by) {
    if (distance <= farthest()) {
      int place = firstNotBelow(distance);
      counts[near[place] == distance ? 2 * place + 1 : 2 * place] += by;
    }
  }

  private int firstNotBelow(double value) {
    int low = 0;
    int high = near.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (near[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Adds ranks and average precision to a tally. */
  void addTo(Tally tally) {
    double precision = 0;
    double ranks = 0;
    long nearer = 0;
    int from = 0;
    while (from < near.length) {
      int to = from + 1;
      while (to < near.length && near[to] == near[from]) {
        to++;
      }
      nearer += counts[2 * from];
      int tied = counts[2 * from + 1];
      ranks += (to - from) * (1 + nearer + tied / 2.0);
      nearer += tied;
      precision += (to - from) * ((double) to / (to + nearer));
      from = to;
    }
    tally.add(ranks, precision / near.length, near.length);
  }
}
