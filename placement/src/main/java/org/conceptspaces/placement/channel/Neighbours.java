package org.conceptspaces.placement.channel;

import java.util.Arrays;
import java.util.stream.IntStream;

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
    for (int node = 0; node < similarities.length; node++) {
      double similarity = similarities[node];
      if (Double.isNaN(similarity)) {
        throw new IllegalArgumentException("the similarity of node " + node + " is NaN");
      }
      if (node == excluded
          || similarity <= 0
          || (filled == count && similarity <= best[count - 1])) {
        continue;
      }
      int place = filled < count ? filled++ : count - 1;
      while (place > 0 && best[place - 1] < similarity) {
        best[place] = best[place - 1];
        nodes[place] = nodes[place - 1];
        place--;
      }
      best[place] = similarity;
      nodes[place] = node;
    }
    return filled == 0
        ? NONE
        : new Neighbours(Arrays.copyOf(nodes, filled), Arrays.copyOf(best, filled), best[0]);
  }

  /**
   * The number of neighbours.
   *
   * @return 0 or more
   */
  public int size() {
    return nodes.length;
  }

  /**
   * The similarity of one node.
   *
   * @param node its index
   * @return its similarity, 0 if it is no neighbour
   */
  public double similarity(int node) {
    return IntStream.range(0, nodes.length)
        .filter(i -> nodes[i] == node)
        .mapToDouble(i -> similarities[i])
        .findFirst()
        .orElse(0);
  }
}
