package org.conceptspaces.analysis.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class W2UniformityTest {

  /** All ± axes: mean 0, covariance I/D exactly. */
  private static Rows axes(int used, int dimension) {
    double[][] axes = new double[2 * used][dimension];
    for (int i = 0; i < used; i++) {
      axes[2 * i][i] = 1;
      axes[2 * i + 1][i] = -1;
    }
    return Rows.of(axes);
  }

  @Test
  void closedForms() {
    assertEquals(0, W2Uniformity.of(axes(16, 16)), 1e-7);
    for (int used : new int[] {1, 4, 9}) {
      double expected = Math.sqrt(2 - 2 * Math.sqrt(used / 16.0));
      assertEquals(expected, W2Uniformity.of(axes(used, 16)), 1e-9);
    }
    assertEquals(Math.sqrt(2), W2Uniformity.of(Banks.constant(10, 16).directions()), 1e-9);
  }
}
