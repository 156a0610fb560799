package org.conceptspaces.analysis.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RandomDirectionsTest {

  private static final Workers ONE = new Workers(1);

  @Test
  void meanCosinesHaveClosedForms() {
    double[] known = {1, 2 / Math.PI, 0.5, 4 / (3 * Math.PI), 0.375};
    for (int d = 1; d <= known.length; d++) {
      assertEquals(known[d - 1], RandomDirections.meanCosine(d), 1e-13);
    }
    // P(|cos| > q) = 1 − q on the sphere, and (2/π) arccos q on the circle
    assertEquals(0.99, RandomDirections.maxCosineBound(2, 3), 1e-9);
    assertEquals(Math.cos(0.01 * Math.PI / 2), RandomDirections.maxCosineBound(2, 2), 1e-9);
    // χ² with two degrees of freedom: 1 − exp(−q)
    assertEquals(-Math.log(0.99), RandomDirections.varianceBound(3, 1), 1e-9);
    // Beta(1, b) has 1 − (1 − q)^b, and Beta(a, 1) q^a
    assertEquals(1 - 0.99 * 0.99, RandomDirections.acrossInputBound(4, 2, 1), 1e-9);
    assertEquals(0.1, RandomDirections.acrossInputBound(4, 2, 2), 1e-9);
  }

  /** Of 400 banks each, few miss a bound, and most would miss one a little tighter. */
  @Test
  void boundsAreNearWhatBanksHave() {
    for (int[] shape : new int[][] {{8, 8}, {16, 16}, {4, 16}, {12, 5}}) {
      int n = shape[0];
      int d = shape[1];
      int rank = 0;
      int mean = 0;
      int max = 0;
      double ranks = 0;
      for (int seed = 0; seed < 400; seed++) {
        Rows bank = Banks.gaussian(n, d, seed);
        double own = Spectrum.ofRows(bank).effectiveRank();
        ranks += own / 400;
        Correlations cosines = Correlations.of(bank.directions(), ONE);
        rank += own < RandomDirections.rankBound(n, d) ? 1 : 0;
        mean += cosines.meanAbsolute() > RandomDirections.meanCosineBound(n, d) ? 1 : 0;
        max += cosines.maxAbsolute() > RandomDirections.maxCosineBound(n, d) ? 1 : 0;
      }
      String misses = rank + " " + mean + " " + max;
      assertTrue(rank <= 12 && mean <= 12 && max <= 12, misses);
      assertTrue(max > 0, misses);
      double ratio = (double) Math.min(n, d) / Math.max(n, d);
      assertEquals(RandomDirections.rankBound(n, d) + ratio, ranks, 0.2);
    }
  }
}
