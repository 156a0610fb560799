package org.conceptspaces.taxonomy.shape;

import java.util.Arrays;
import org.conceptspaces.taxonomy.Hierarchy;

/**
 * Distances in the undirected graph of a hierarchy: the number of edges, up or down, on the
 * shortest way between two nodes. Safe for use by several threads.
 */
public final class GraphDistances {

  private final int[] starts;
  private final int[] neighbours;

  /**
   * The graph of a hierarchy.
   *
   * @param hierarchy whose edges count, both ways
   */
  public GraphDistances(Hierarchy hierarchy) {
    int size = hierarchy.size();
    starts = new int[size + 1];
    neighbours = new int[2 * hierarchy.edgeCount()];
    int at = 0;
    for (int node = 0; node < size; node++) {
      for (int parent : hierarchy.parents(node)) {
        neighbours[at++] = parent;
      }
      for (int child : hierarchy.children(node)) {
        neighbours[at++] = child;
      }
      starts[node + 1] = at;
    }
  }

  /**
   * The number of nodes.
   *
   * @return that of the hierarchy
   */
  public int size() {
    return starts.length - 1;
  }

  /**
   * Distances from a node to all, breadth first: time in proportion to the number of edges.
   *
   * @param source the node
   * @param distances where they are written, −1 for nodes that cannot be reached: [size]
   * @param queue to work in; the nodes that can be reached, nearest first, from the source on:
   *     [size]
   * @return how many can be reached, the source counted
   */
  public int from(int source, int[] distances, int[] queue) {
    Arrays.fill(distances, -1);
    distances[source] = 0;
    queue[0] = source;
    int known = 1;
    for (int next = 0; next < known; next++) {
      int node = queue[next];
      for (int at = starts[node]; at < starts[node + 1]; at++) {
        int other = neighbours[at];
        if (distances[other] < 0) {
          distances[other] = distances[node] + 1;
          queue[known++] = other;
        }
      }
    }
    return known;
  }

  /**
   * The parts of the graph: nodes are in the same part if there is a way between them.
   *
   * @return the nodes of each part; the largest part first, of equal ones that with the first node
   */
  public int[][] parts() {
    boolean[] seen = new boolean[size()];
    int[] queue = new int[size()];
    int[][] parts = new int[size()][];
    int count = 0;
    for (int first = 0; first < size(); first++) {
      if (!seen[first]) {
        seen[first] = true;
        queue[0] = first;
        int known = 1;
        for (int next = 0; next < known; next++) {
          for (int at = starts[queue[next]]; at < starts[queue[next] + 1]; at++) {
            if (!seen[neighbours[at]]) {
              seen[neighbours[at]] = true;
              queue[known++] = neighbours[at];
            }
          }
        }
        parts[count++] = Arrays.copyOf(queue, known);
      }
    }
    int[][] found = Arrays.copyOf(parts, count);
    Arrays.sort(found, (a, b) -> Integer.compare(b.length, a.length)); // stable
    return found;
  }
}
