package org.conceptspaces.placement.channel;

import java.util.Arrays;

/**
 * The nodes whose texts a channel finds nearest to a text.
 *
 * @param nodes their indexes, the nearest first, equally near ones by index
 * @param similarities how near each is, above 0, descending, comparable within one text only
 * @param nearness of the nearest on a scale that is comparable across texts, larger is nearer;
 *     negative infinity without any
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Neighbours(int[] nodes, double[] similarities, double nearness) {

  /** No node. */
  public static final Neighbours NONE =
      new Neighbours(new int[0], new double[0], Double.NEGATIVE_INFINITY);

  /**
   * Picks the largest of the similarities to all nodes.
   *
   * @param similarities of every node by index; those that are not above 0 are no neighbours; NaN
   *     is refused
   * @param excluded a node to leave out, or −1
   * @param count how many to pick at most
   * @return the neighbours, their nearness the largest similarity
   * @throws IllegalArgumentException if a similarity is NaN
   */
  public static Neighbours largest(double[] similarities, int excluded, int count) {
    double[] best = new double[count];
    int[] nodes = new int[count];
    int filled = 0;
    double least = 0; // what a similarity must be above to be picked
    for (int node = 0; node < similarities.length; node++) {
      double similarity = similarities[node];
      if (similarity <= least) { // nearly all are, once a few are picked: one branch, foreseen
        continue;
      }
      if (Double.isNaN(similarity)) {
        throw new IllegalArgumentException("the similarity of node " + node + " is NaN");
      }
      if (node == excluded) {
        continue;
      }
      int place = place(best, filled, similarity);
      filled = Math.min(count, filled + 1);
      System.arraycopy(best, place, best, place + 1, filled - place - 1);
      System.arraycopy(nodes, place, nodes, place + 1, filled - place - 1);
      best[place] = similarity;
      nodes[place] = node;
      least = filled == count ? best[count - 1] : 0;
    }
    return filled == 0
        ? NONE
        : new Neighbours(Arrays.copyOf(nodes, filled), Arrays.copyOf(best, filled), best[0]);
  }

  /** How many of the first numbers, in descending order, are at least as large as another. */
  private static int place(double[] descending, int filled, double other) {
    int from = 0;
    int to = filled;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (descending[middle] >= other) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  /**
   * The number of neighbours.
   *
   * @return 0 or more
   */
  public int size() {
    return nodes.length;
  }
}
