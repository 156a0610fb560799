package org.conceptspaces.poincare.construction;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * An immutable undirected graph without loops and multiple edges. Nodes are numbers from 0 to
 * {@link #size()} − 1. Safe for use by several threads.
 */
public final class Graph {

  private final int[] starts;
  private final int[] targets;

  private Graph(int[] starts, int[] targets) {
    this.starts = starts;
    this.targets = targets;
  }

  /**
   * The graph of some edges. An edge that comes again, in either direction, counts once.
   *
   * @param size the number of nodes, one at least
   * @param from one end of each edge
   * @param to the other end of each edge: as many
   * @return the graph
   * @throws IllegalArgumentException if an end is no node, an edge joins a node to itself or there
   *     is no node
   */
  public static Graph of(int size, int[] from, int[] to) {
    if (size < 1) {
      throw new IllegalArgumentException("a graph of " + size + " nodes; it needs one at least");
    }
    if (from.length != to.length) {
      throw new IllegalArgumentException(
          from.length + " first ends of edges, but " + to.length + " second ends");
    }
    LongStream.Builder both = LongStream.builder();
    for (int edge = 0; edge < from.length; edge++) {
      check(from[edge], size);
      check(to[edge], size);
      if (from[edge] == to[edge]) {
        throw new IllegalArgumentException("an edge joins node " + to[edge] + " to itself");
      }
      both.add(((long) from[edge] << Integer.SIZE) | to[edge]);
      both.add(((long) to[edge] << Integer.SIZE) | from[edge]);
    }
    long[] sorted = both.build().sorted().distinct().toArray();
    int[] starts = new int[size + 1];
    int[] targets = new int[sorted.length];
    for (int i = 0; i < sorted.length; i++) {
      starts[(int) (sorted[i] >>> Integer.SIZE) + 1]++;
      targets[i] = (int) sorted[i];
    }
    Arrays.parallelPrefix(starts, Integer::sum);
    return new Graph(starts, targets);
  }

  /**
   * The graph of the edges between nodes and their parents.
   *
   * @param parents of each node the parents, none for a root: [size][any]
   * @return the graph
   * @throws IllegalArgumentException as {@link #of(int, int[], int[])}
   */
  public static Graph of(int[][] parents) {
    int[] from = new int[Arrays.stream(parents).mapToInt(row -> row.length).sum()];
    int[] to = new int[from.length];
    int edge = 0;
    for (int node = 0; node < parents.length; node++) {
      for (int parent : parents[node]) {
        from[edge] = node;
        to[edge++] = parent;
      }
    }
    return of(parents.length, from, to);
  }

  private static void check(int node, int size) {
    if (node < 0 || node >= size) {
      throw new IllegalArgumentException(
          "an edge at node " + node + "; nodes are numbered from 0 to " + (size - 1));
    }
  }

  /**
   * The number of nodes.
   *
   * @return one at least
   */
  public int size() {
    return starts.length - 1;
  }

  /**
   * The number of edges.
   *
   * @return 0 or more
   */
  public int edges() {
    return targets.length / 2;
  }

  /**
   * The number of neighbours of a node.
   *
   * @param node its number
   * @return 0 for a node apart
   */
  public int degree(int node) {
    return starts[node + 1] - starts[node];
  }

  /**
   * One neighbour of a node.
   *
   * @param node its number
   * @param which from 0 to {@link #degree} − 1; neighbours ascend
   * @return the neighbour's number
   */
  public int neighbour(int node, int which) {
    return targets[starts[node] + which];
  }

  /**
   * The number of edges on the shortest way from a node to every node, breadth first.
   *
   * @param source the node
   * @param distances where they are written, −1 for nodes that cannot be reached: [size]
   * @return the nodes that can be reached, nearest first; the source is the first of them
   */
  public int[] distances(int source, int[] distances) {
    Arrays.fill(distances, -1);
    int[] queue = new int[size()];
    queue[0] = source;
    distances[source] = 0;
    int known = 1;
    for (int next = 0; next < known; next++) {
      int node = queue[next];
      for (int at = starts[node]; at < starts[node + 1]; at++) {
        if (distances[targets[at]] < 0) {
          distances[targets[at]] = distances[node] + 1;
          queue[known++] = targets[at];
        }
      }
    }
    return Arrays.copyOf(queue, known);
  }

  /** The graph of the nodes before one, and the edges between them. */
  Graph without(int last) {
    int[] from = new int[edges()];
    int[] to = new int[edges()];
    int edge = 0;
    for (int node = 0; node < last; node++) {
      for (int at = starts[node]; at < starts[node + 1] && targets[at] < node; at++) {
        from[edge] = node;
        to[edge++] = targets[at];
      }
    }
    return of(last, Arrays.copyOf(from, edge), Arrays.copyOf(to, edge));
  }
}
