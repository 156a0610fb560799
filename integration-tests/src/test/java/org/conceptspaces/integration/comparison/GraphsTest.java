package org.conceptspaces.integration.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.shape.GraphDistances;
import org.junit.jupiter.api.Test;

/** The graphs have the shape they are said to have. */
class GraphsTest {

  @Test
  void sizes() {
    assertEquals(1 + 3 + 9 + 27, Graphs.tree(3, 3).size());
    assertEquals(39, Graphs.tree(3, 3).edgeCount());
    assertEquals(6, Graphs.path(6).size());
    Hierarchy grid = Graphs.product(Graphs.path(4), Graphs.path(5));
    assertEquals(20, grid.size());
    assertEquals(4 * 4 + 3 * 5, grid.edgeCount());
  }

  @Test
  void distancesOfAProductAreSums() {
    Hierarchy tree = Graphs.tree(2, 2);
    Hierarchy path = Graphs.path(3);
    Hierarchy product = Graphs.product(tree, path);
    for (int from = 0; from < product.size(); from++) {
      int[] distances = distances(product, from);
      for (int to = 0; to < product.size(); to++) {
        int[] a = digits(product, from);
        int[] b = digits(product, to);
        assertEquals(
            distances(tree, a[0])[b[0]] + Math.abs(a[1] - b[1]), distances[to], from + " to " + to);
      }
    }
  }

  private static int[] distances(Hierarchy graph, int from) {
    int[] distances = new int[graph.size()];
    new GraphDistances(graph).from(from, distances, new int[graph.size()]);
    return distances;
  }

  private static int[] digits(Hierarchy product, int node) {
    String[] digits = product.id(node).split(",", -1);
    return new int[] {Integer.parseInt(digits[0]), Integer.parseInt(digits[1])};
  }
}
