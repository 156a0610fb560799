package org.conceptspaces.poincare.construction;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which spanning tree a graph is placed by. What an edge that is left out costs each of its ends is
 * about one neighbour: a share 1/degree of its average precision.
 */
public enum SpanningTree {
  /**
   * Keeps shortest paths to a node in the middle; where there is a choice, the edge to the
   * neighbour of the least degree, whose loss would weigh most. Shallow: few bits, distances close
   * to the graph's.
   */
  DISTANCES {
    @Override
    Graph forest(Graph graph) {
      Edges kept = new Edges(graph.size());
      int[] distances = new int[graph.size()];
      boolean[] done = new boolean[graph.size()];
      for (int node = 0; node < graph.size(); node++) {
        if (!done[node] && graph.degree(node) > 0) {
          int[] part = graph.distances(middle(graph, node), distances);
          for (int reached : part) {
            done[reached] = true;
            if (distances[reached] > 0) {
              kept.add(reached, towards(graph, distances, reached));
            }
          }
        }
      }
      return kept.graph();
    }
  },

  /**
   * Keeps edges by the shares of both their ends, the largest sums first (Kruskal 1956), so that
   * the mean average precision of graph neighbours suffers least. Paths may become much longer than
   * in the graph, and bits are in proportion.
   */
  NEIGHBOURS {
    @Override
    Graph forest(Graph graph) {
      Edges all = new Edges(graph.edges());
      for (int node = 0; node < graph.size(); node++) {
        for (int k = 0; k < graph.degree(node) && graph.neighbour(node, k) < node; k++) {
          all.add(node, graph.neighbour(node, k));
        }
      }
      int[] group = IntStream.range(0, graph.size()).toArray();
      Edges kept = new Edges(graph.size());
      for (int edge : all.byShare(graph)) {
        int one = leader(group, all.from[edge]);
        int other = leader(group, all.to[edge]);
        if (one != other) {
          group[one] = other;
          kept.add(all.from[edge], all.to[edge]);
        }
      }
      return kept.graph();
    }
  };

  /** The edges that are kept. */
  abstract Graph forest(Graph graph);

  /** The tree, with a joint if the graph has several parts. */
  Tree of(Graph graph) {
    Graph forest = forest(graph);
    int[] middles = new int[graph.size()];
    int parts = 0;
    int[] distances = new int[graph.size()];
    boolean[] done = new boolean[graph.size()];
    for (int node = 0; node < graph.size(); node++) {
      if (!done[node]) {
        middles[parts++] = middle(forest, node);
        if (forest.degree(node) > 0) {
          Arrays.stream(forest.distances(node, distances)).forEach(reached -> done[reached] = true);
        }
      }
    }
    return Tree.joined(forest, Arrays.copyOf(middles, parts));
  }

  private static int middle(Graph graph, int node) {
    if (graph.degree(node) == 0) {
      return node;
    }
    int[] path = Tree.longestPath(graph, node);
    return path[path.length / 2];
  }

  private static int towards(Graph graph, int[] distances, int node) {
    int best = -1;
    for (int k = 0; k < graph.degree(node); k++) {
      int other = graph.neighbour(node, k);
      if (distances[other] < distances[node]
          && (best < 0 || graph.degree(other) < graph.degree(best))) {
        best = other;
      }
    }
    return best;
  }

  private static int leader(int[] group, int node) {
    int at = node;
    while (group[at] != at) {
      group[at] = group[group[at]];
      at = group[at];
    }
    return at;
  }

  /** A growing list of edges, of at most as many as there are nodes or edges. */
  private static final class Edges {

    private final int size;
    private final int[] from;
    private final int[] to;
    private int count;

    Edges(int size) {
      this.size = size;
      this.from = new int[size];
      this.to = new int[size];
    }

    void add(int one, int other) {
      from[count] = one;
      to[count++] = other;
    }

    Graph graph() {
      return Graph.of(size, Arrays.copyOf(from, count), Arrays.copyOf(to, count));
    }

    int[] byShare(Graph graph) {
      return IntStream.range(0, count)
          .boxed()
          .sorted((a, b) -> Double.compare(share(graph, b), share(graph, a))) // stable
          .mapToInt(Integer::intValue)
          .toArray();
    }

    private double share(Graph graph, int edge) {
      return 1.0 / graph.degree(from[edge]) + 1.0 / graph.degree(to[edge]);
    }
  }
}
