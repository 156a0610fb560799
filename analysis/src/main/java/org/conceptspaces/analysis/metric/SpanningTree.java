package org.conceptspaces.analysis.metric;

import java.util.Arrays;

/** The minimum spanning tree of some points, by Prim's algorithm on all pairs. */
public final class SpanningTree {

  private SpanningTree() {}

  /**
   * The lengths of its edges. Their sum is the same for every minimum spanning tree.
   *
   * @param distances of at least one point
   * @return one for each point but the first, in the order in which points join
   */
  public static double[] edges(Distances distances) {
    int size = distances.size();
    double[] edges = new double[Math.max(0, size - 1)];
    double[] nearest = new double[size];
    double[] row = new double[size];
    boolean[] joined = new boolean[size];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    int at = 0;
    for (int edge = 0; edge < edges.length; edge++) {
      joined[at] = true;
      distances.from(at, row);
      int next = -1;
      for (int i = 0; i < size; i++) {
        if (!joined[i]) {
          nearest[i] = Math.min(nearest[i], row[i]);
          if (next < 0 || nearest[i] < nearest[next]) {
            next = i;
          }
        }
      }
      edges[edge] = nearest[next];
      at = next;
    }
    return edges;
  }

  /**
   * The length of the tree.
   *
   * @param distances of at least one point
   * @return the sum of its edges
   */
  public static double length(Distances distances) {
    return Arrays.stream(edges(distances)).sum();
  }
}
