package org.conceptspaces.poincare.construction;

/** Figures by their definitions, pair by pair. */
final class AllPairs {

  /** A distance of two nodes. */
  interface Distance {
    double of(int one, int other);
  }

  private AllPairs() {}

  static double meanAveragePrecision(Graph graph, Distance distance) {
    double sum = 0;
    int counted = 0;
    for (int node = 0; node < graph.size(); node++) {
      double precision = 0;
      for (int k = 0; k < graph.degree(node); k++) {
        double radius = distance.of(node, graph.neighbour(node, k)) + 1e-8;
        double hits = 0;
        double inside = 0;
        for (int other = 0; other < graph.size(); other++) {
          if (other != node && distance.of(node, other) <= radius) {
            inside++;
            hits += isNeighbour(graph, node, other) ? 1 : 0;
          }
        }
        precision += hits / inside;
      }
      if (graph.degree(node) > 0) {
        sum += precision / graph.degree(node);
        counted++;
      }
    }
    return sum / counted;
  }

  private static boolean isNeighbour(Graph graph, int node, int other) {
    boolean found = false;
    for (int k = 0; k < graph.degree(node); k++) {
      found |= graph.neighbour(node, k) == other;
    }
    return found;
  }
}
