package org.conceptspaces.encoder.regularize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PrimTreeTest {

  private static final int N = 6;

  private static double[] distances(Random random) {
    double[] distances = new double[N * N];
    for (int i = 0; i < N; i++) {
      for (int j = 0; j < i; j++) {
        distances[i * N + j] = random.nextInt(8);
        distances[j * N + i] = distances[i * N + j];
      }
    }
    return distances;
  }

  private static double length(double[] distances, PrimTree tree) {
    double sum = 0;
    for (int edge = 0; edge < tree.edges(); edge++) {
      sum += distances[tree.from(edge) * N + tree.to(edge)];
    }
    return sum;
  }

  private static boolean[] all() {
    boolean[] live = new boolean[N];
    Arrays.fill(live, true);
    return live;
  }

  /** Against all 6⁴ trees on six points, by their Prüfer sequences; with many ties. */
  @Test
  void noTreeIsShorter() {
    Random random = new Random(4);
    for (int trial = 0; trial < 20; trial++) {
      double[] distances = distances(random);
      double shortest = Double.POSITIVE_INFINITY;
      for (int code = 0; code < N * N * N * N; code++) {
        shortest = Math.min(shortest, decoded(distances, code));
      }
      PrimTree tree = new PrimTree(distances, 0, all());
      assertEquals(N - 1, tree.edges());
      assertEquals(shortest, length(distances, tree));
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
  void joinsLivePointsAlone() {
    boolean[] live = {false, true, false, true, true, false};
    PrimTree tree = new PrimTree(distances(new Random(5)), 0, live);
    assertEquals(2, tree.edges());
    for (int edge = 0; edge < 2; edge++) {
      assertTrue(live[tree.from(edge)] && live[tree.to(edge)]);
    }
    assertEquals(0, new PrimTree(new double[N * N], 0, new boolean[N]).edges());
    assertEquals(0, new PrimTree(new double[1], 0, new boolean[] {true}).edges());
  }

  /** A point that is no number is joined all the same, so that the loss tells of it. */
  @Test
  void whatIsNoNumberIsJoined() {
    double[] distances = distances(new Random(6));
    for (int i = 0; i < N; i++) {
      distances[i * N + 2] = Double.NaN;
      distances[2 * N + i] = Double.NaN;
    }
    PrimTree tree = new PrimTree(distances, 0, all());
    assertEquals(N - 1, tree.edges());
    assertTrue(Double.isNaN(length(distances, tree)));
    assertTrue(Double.isNaN(tree.nearestShare()));
  }

  /** Two far pairs are clusters; six points equally far apart are none. */
  @Test
  void theNearestShareTellsClusters() {
    double[] even = new double[N * N];
    Arrays.fill(even, 3);
    assertEquals(1, new PrimTree(even, 0, all()).nearestShare(), 1e-15);
    double[] pairs = new double[N * N];
    for (int i = 0; i < N; i++) {
      for (int j = 0; j < N; j++) {
        pairs[i * N + j] = i / 2 == j / 2 ? 1 : 9;
      }
    }
    assertEquals(5.0 / 37, new PrimTree(pairs, 0, all()).nearestShare(), 1e-15);
    assertEquals(0, new PrimTree(new double[N * N], 0, all()).nearestShare());
  }
}
