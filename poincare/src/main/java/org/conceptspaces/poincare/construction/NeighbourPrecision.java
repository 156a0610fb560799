package org.conceptspaces.poincare.construction;

import java.util.Arrays;
import java.util.function.IntConsumer;

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

  private final TreePoints points;
  private final Graph graph;

  NeighbourPrecision(TreePoints points, Graph graph) {
    this.points = points;
    this.graph = graph;
  }

  double mean(int threads) {
    int nodes = points.tree().nodes();
    double[] precisions = new double[nodes];
    Workers.run(
        threads,
        nodes,
        () -> {
          TreePoints.Search search = points.search();
          IntConsumer one =
              node -> precisions[node] = neighbours(node).length == 0 ? -1 : of(node, search);
          return one;
        });
    return Arrays.stream(precisions).filter(value -> value >= 0).average().orElse(1);
  }

  /** The neighbours that count, ascending. */
  private int[] neighbours(int node) {
    int nodes = points.tree().nodes();
    int count = 0;
    int[] neighbours = new int[graph.degree(node)];
    for (int k = 0; k < neighbours.length; k++) {
      if (graph.neighbour(node, k) < nodes) { // a joint is no node
        neighbours[count++] = graph.neighbour(node, k);
      }
    }
    return Arrays.copyOf(neighbours, count);
  }

  private double of(int node, TreePoints.Search search) {
    int[] neighbours = neighbours(node);
    double[] near = new double[neighbours.length];
    for (int k = 0; k < near.length; k++) {
      near[k] = points.distance(node, neighbours[k]);
    }
    Arrays.sort(near);
    double radius = near[near.length - 1] + TOLERANCE;
    // others[k]: strangers nearer than the k-th neighbour, but not than the one before
    int[] others = new int[near.length];
    int found = search.within(node, radius);
    for (int place = 1; place < found; place++) {
      int other = search.node(place);
      if (search.distance(place) <= radius
          && other < points.tree().nodes()
          && Arrays.binarySearch(neighbours, other) < 0) {
        others[firstAtLeast(near, search.distance(place) - TOLERANCE)]++;
      }
    }
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
