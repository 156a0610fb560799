package org.conceptspaces.analysis.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpanningTreeTest {

  /** On the unit sphere no tree of n ≤ d + 1 points is longer than that of a regular simplex. */
  @Test
  void ofASimplex() {
    for (int n : new int[] {2, 5, 17}) {
      double expected = (n - 1) * Math.sqrt(2.0 * n / (n - 1));
      assertEquals(expected, SpanningTree.length(new FlatDistances(Banks.simplex(n))), 1e-12);
    }
  }

  @Test
  void ofPointsOnALine() {
    Rows line = Rows.of(new double[][] {{5}, {0}, {1}, {9}, {1}});
    assertEquals(9, SpanningTree.length(new FlatDistances(line)));
    assertEquals(0, SpanningTree.length(new FlatDistances(Rows.of(new double[][] {{3}}))));
    assertEquals(0, SpanningTree.length(new FlatDistances(Banks.constant(8, 3))));
  }

  private record Edge(int from, int to, double length) {}

  /** Kruskal's algorithm, by labels of components. */
  @Test
  void isAsShortAsKruskals() {
    Rows bank = Banks.gaussian(60, 4, 5);
    FlatDistances distances = new FlatDistances(bank);
    List<Edge> edges = new ArrayList<>();
    double[] row = new double[60];
    for (int i = 0; i < 60; i++) {
      distances.from(i, row);
      for (int j = 0; j < i; j++) {
        edges.add(new Edge(i, j, row[j]));
      }
    }
    edges.sort(Comparator.comparingDouble(Edge::length));
    int[] label = java.util.stream.IntStream.range(0, 60).toArray();
    double length = 0;
    for (Edge edge : edges) {
      int gone = label[edge.from()];
      int kept = label[edge.to()];
      if (gone != kept) {
        length += edge.length();
        for (int i = 0; i < 60; i++) {
          label[i] = label[i] == gone ? kept : label[i];
        }
      }
    }
    assertEquals(length, SpanningTree.length(distances), 1e-12);
  }
}
