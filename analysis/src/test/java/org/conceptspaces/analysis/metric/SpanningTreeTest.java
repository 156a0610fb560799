package org.conceptspaces.analysis.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
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

  private static final int N = 6;

  /** A table of distances, row by row. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Table(double[] table) implements Distances {

    @Override
    public int size() {
      return N;
    }

    @Override
    public void from(int point, double[] out) {
      System.arraycopy(table, point * N, out, 0, N);
    }

    /** Random ones with many ties. */
    static Table random(long seed) {
      Random random = new Random(seed);
      double[] table = new double[N * N];
      for (int i = 0; i < N; i++) {
        for (int j = 0; j < i; j++) {
          table[i * N + j] = random.nextInt(8);
          table[j * N + i] = table[i * N + j];
        }
      }
      return new Table(table);
    }

    double length(SpanningTree tree) {
      double sum = 0;
      for (int edge = 0; edge < tree.size(); edge++) {
        sum += table[tree.from(edge) * N + tree.to(edge)];
      }
      return sum;
    }
  }

  /** Against all 6⁴ trees on six points, by their Prüfer sequences; with many ties. */
  @Test
  void noTreeIsShorter() {
    for (long trial = 0; trial < 20; trial++) {
      Table distances = Table.random(trial);
      double shortest = Double.POSITIVE_INFINITY;
      for (int code = 0; code < N * N * N * N; code++) {
        shortest = Math.min(shortest, decoded(distances.table(), code));
      }
      SpanningTree tree = SpanningTree.of(distances, point -> true);
      assertEquals(N - 1, tree.size());
      assertEquals(shortest, distances.length(tree));
      assertEquals(shortest, SpanningTree.length(distances));
    }
  }

  private static double decoded(double[] distances, int code) {
    int[] sequence = {code % N, code / N % N, code / N / N % N, code / N / N / N};
    int[] degrees = new int[N];
    Arrays.fill(degrees, 1);
    for (int point : sequence) {
      degrees[point]++;
    }
    double sum = 0;
    for (int point : sequence) {
      int leaf = 0;
      while (degrees[leaf] != 1) {
        leaf++;
      }
      sum += distances[leaf * N + point];
      degrees[leaf]--;
      degrees[point]--;
    }
    int one = 0;
    while (degrees[one] != 1) {
      one++;
    }
    int other = one + 1;
    while (degrees[other] != 1) {
      other++;
    }
    return sum + distances[one * N + other];
  }

  @Test
  void ofEqualDistancesThatBetweenEarlierPointsIsTaken() {
    double[] even = new double[N * N];
    Arrays.fill(even, 3);
    SpanningTree tree = SpanningTree.of(new Table(even), point -> true);
    for (int edge = 0; edge < N - 1; edge++) {
      assertEquals(0, tree.from(edge));
      assertEquals(edge + 1, tree.to(edge));
    }
  }

  @Test
  void joinsLivePointsAlone() {
    Set<Integer> live = Set.of(1, 3, 4);
    SpanningTree tree = SpanningTree.of(Table.random(5), live::contains);
    assertEquals(2, tree.size());
    for (int edge = 0; edge < 2; edge++) {
      assertTrue(live.contains(tree.from(edge)) && live.contains(tree.to(edge)));
    }
    assertEquals(0, SpanningTree.of(Table.random(5), point -> false).size());
    assertEquals(0, SpanningTree.of(Table.random(5), point -> point == 4).size());
  }

  /** A point that is no number is joined all the same, so that a loss tells of it. */
  @Test
  void whatIsNoNumberIsJoined() {
    for (int broken : new int[] {0, 2}) {
      Table distances = Table.random(6);
      for (int i = 0; i < N; i++) {
        distances.table()[i * N + broken] = Double.NaN;
        distances.table()[broken * N + i] = Double.NaN;
      }
      SpanningTree tree = SpanningTree.of(distances, point -> true);
      assertEquals(N - 1, tree.size());
      assertTrue(Double.isNaN(distances.length(tree)));
    }
  }
}
