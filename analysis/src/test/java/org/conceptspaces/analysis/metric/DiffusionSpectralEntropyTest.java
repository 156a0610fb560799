package org.conceptspaces.analysis.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DiffusionSpectralEntropyTest {

  private static final double NEAR = Math.exp(-0.5);

  private static double bits(double... eigenvalues) {
    double sum = java.util.Arrays.stream(eigenvalues).sum();
    double bits = 0;
    for (double eigenvalue : eigenvalues) {
      bits -= eigenvalue / sum * Math.log(eigenvalue / sum) / Math.log(2);
    }
    return bits;
  }

  /** All distances are σ, so that the kernel is a constant plus a multiple of the identity. */
  @Test
  void ofASimplex() {
    int n = 12;
    double[] eigenvalues = new double[n];
    java.util.Arrays.fill(eigenvalues, (1 - NEAR) / (1 + (n - 1) * NEAR));
    eigenvalues[0] = 1;
    assertEquals(bits(eigenvalues), DiffusionSpectralEntropy.of(Banks.simplex(n)), 1e-9);
  }

  /** Most pairs are of two clusters, σ apart. */
  @Test
  void ofTwoPointsManyTimes() {
    double[] values = new double[40];
    java.util.Arrays.fill(values, 0, 20, 3);
    double expected = bits(1, (1 - NEAR) / (1 + NEAR));
    assertEquals(expected, DiffusionSpectralEntropy.of(new Rows(values, 40, 1)), 1e-6);
  }

  @Test
  void collapseHasNone() {
    assertEquals(0, DiffusionSpectralEntropy.of(Banks.constant(30, 4)), 1e-6);
    double spread = DiffusionSpectralEntropy.of(Banks.gaussian(200, 40, 1));
    double line = DiffusionSpectralEntropy.of(Banks.ofRank(1, 200, 40, 1));
    assertTrue(spread > line + 1, spread + " and " + line);
  }
}
