package org.conceptspaces.encoder.regularize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TreesTest {

  private static final int N = 6;

  private static double[] live(int groups) {
    double[] live = new double[groups * N];
    Arrays.fill(live, 1);
    return live;
  }

  private static double nearestShare(double[] distances) {
    return new Trees(distances, live(1), 1, N).nearestShares()[0];
  }

  /** Three far pairs are clusters; six points equally far apart are none. */
  @Test
  void theNearestShareTellsClusters() {
    double[] even = new double[N * N];
    Arrays.fill(even, 3);
    assertEquals(1, nearestShare(even), 1e-15);
    double[] pairs = new double[N * N];
    for (int i = 0; i < N; i++) {
      for (int j = 0; j < N; j++) {
        pairs[i * N + j] = i / 2 == j / 2 ? 1 : 9;
      }
    }
    assertEquals(5.0 / 37, nearestShare(pairs), 1e-15);
    assertEquals(0, nearestShare(new double[N * N]));
    Arrays.fill(even, Double.NaN);
    assertEquals(Double.NaN, nearestShare(even));
  }

  /** Rows count on through groups; what a dead point leaves over leads from a point to itself. */
  @Test
  void groupsAreAsideOfEachOther() {
    double[] line = new double[2 * N * N];
    for (int i = 0; i < N; i++) {
      for (int j = 0; j < N; j++) {
        line[i * N + j] = Math.abs(i - j);
        line[(N + i) * N + j] = Math.abs(i - j);
      }
    }
    double[] live = live(2);
    live[N + 2] = 0;
    Trees trees = new Trees(line, live, 2, N);
    assertArrayEquals(new long[] {0, 1, 2, 3, 4, 6, 7, 9, 10, 6}, trees.from());
    assertArrayEquals(new long[] {1, 2, 3, 4, 5, 7, 9, 10, 11, 6}, trees.to());
  }
}
