package org.conceptspaces.poincare.construction;

import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Mean average precision of graph neighbours (De Sa et al. 2018): for a node a and each neighbour
 * b, the share of neighbours among all nodes as near to a as b or nearer, averaged over b and then
 * over all nodes with neighbours. Nodes farther than b by less than rounding count as near: the
 * figure is never too high. All nodes take part; a search leaves out only what is certainly
 * farther.
 */
final class NeighbourPrecision {

  /** Far above the rounding of distances, far below what matters. */
  private static final double TOLERANCE = 1e-8;

  /** The distance of two nodes. */
  interface PairDistance {
    double of(int one, int other);
  }

  /** A search around one node after another, for one thread. */
  interface Search {
    /** Hands over at least all nodes but the source within a radius. */
    void within(int source, double radius, Found found);
  }

  /** What takes the nodes of a search. */
  interface Found {
    void add(int node, double distance);
  }

  private final int nodes;
  private final PairDistance distance;
  private final Supplier<Search> searches;
  private final Graph graph;

  NeighbourPrecision(int nodes, PairDistance distance, Supplier<Search> searches, Graph graph) {
    this.nodes = nodes;
    this.distance = distance;
    this.searches = searches;
    this.graph = graph;
  }

  double mean(int threads) {
    double[] precisions = new double[nodes];
    Workers.run(
        threads,
        nodes,
        () -> {
          Search search = searches.get();
          return node -> precisions[node] = neighbours(node).length == 0 ? -1 : of(node, search);
        });
    return Arrays.stream(precisions).filter(value -> value >= 0).average().orElse(1);
  }

  /** The neighbours that count, ascending. */
  private int[] neighbours(int node) {
    int count = 0;
    int[] neighbours = new int[graph.degree(node)];
    for (int k = 0; k < neighbours.length; k++) {
      if (graph.neighbour(node, k) < nodes) { // a joint is no node
        neighbours[count++] = graph.neighbour(node, k);
      }
    }
    return Arrays.copyOf(neighbours, count);
  }

  private double of(int node, Search search) {
    int[] neighbours = neighbours(node);
    double[] near = new double[neighbours.length];
    for (int k = 0; k < near.length; k++) {
      near[k] = distance.of(node, neighbours[k]);
    }
    Arrays.sort(near);
    double radius = near[near.length - 1] + TOLERANCE;
    // others[k]: strangers nearer than the k-th neighbour, but not than the one before
    int[] others = new int[near.length];
    search.within(
        node,
        radius,
        (other, far) -> {
          if (far <= radius && Arrays.binarySearch(neighbours, other) < 0) {
            others[firstAtLeast(near, far - TOLERANCE)]++;
          }
        });
    double sum = 0;
    int strangers = 0;
    int hits = 0;
    for (int k = 0; k < near.length; k++) {
      strangers += others[k];
      while (hits < near.length && near[hits] <= near[k] + TOLERANCE) {
        hits++;
      }
      sum += (double) hits / (hits + strangers);
    }
    return sum / near.length;
  }

  private static int firstAtLeast(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
