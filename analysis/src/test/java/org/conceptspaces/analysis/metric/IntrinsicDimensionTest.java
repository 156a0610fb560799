package org.conceptspaces.analysis.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntrinsicDimensionTest {

  private static final Workers TWO = new Workers(2);

  private static double[][] nearest(Rows bank, int most) {
    return Neighbours.nearest(new FlatDistances(bank), most, TWO);
  }

  /** What the estimator is known to read for uniform cubes. */
  @ParameterizedTest
  @CsvSource({"2, 1.99", "5, 4.64", "10, 8.9", "20, 15.3"})
  void twoNeighboursOfUniformCubes(int dimension, double published) {
    TwoNearestNeighbours two = TwoNearestNeighbours.of(nearest(Banks.cube(2000, dimension, 1), 2));
    Estimate fit = two.fit(7);
    assertEquals(published, fit.value(), 0.05 * published);
    assertTrue(fit.low() < fit.value() && fit.value() < fit.high());
    assertTrue(fit.high() - fit.low() < 0.15 * published);
    assertEquals(fit, two.fit(7));
    Estimate likely = two.maximumLikelihood();
    assertEquals(published, likely.value(), 0.07 * published);
    assertTrue(likely.low() < likely.value() && likely.value() < likely.high());
    assertEquals(2000, likely.count());
  }

  @Test
  void aPlaneInManyDimensionsIsAPlane() {
    Rows plane = Banks.ofRank(2, 1500, 40, 2);
    double[][] nearest = nearest(plane, 20);
    assertEquals(2, TwoNearestNeighbours.of(nearest).fit(1).value(), 0.15);
    Estimate local = LocalIntrinsicDimension.of(nearest);
    assertEquals(2, local.value(), 0.15);
    assertEquals(1500, local.count());
    assertTrue(local.low() < local.value() && local.value() < local.high());
  }

  @Test
  void ratiosOfOneDimensionGiveItExactly() {
    // μ at the quantiles of F = 1 − μ^−3: the likelihood's sum is that of an exponential's
    // quantiles
    int n = 1000;
    double[][] nearest = new double[n][];
    for (int i = 0; i < n; i++) {
      nearest[i] = new double[] {1, Math.pow(1 - (i + 1.0) / (n + 1), -1 / 3.0)};
    }
    assertEquals(3, TwoNearestNeighbours.of(nearest).fit(1).value(), 0.02);
    assertEquals(3, TwoNearestNeighbours.of(nearest).maximumLikelihood().value(), 0.02);
  }

  @Test
  void duplicatesTellNothing() {
    Rows once = Banks.cube(600, 3, 3);
    double[] twice = new double[2 * once.values().length];
    System.arraycopy(once.values(), 0, twice, 0, once.values().length);
    System.arraycopy(once.values(), 0, twice, once.values().length, once.values().length);
    TwoNearestNeighbours none = TwoNearestNeighbours.of(nearest(new Rows(twice, 1200, 3), 2));
    assertTrue(Double.isNaN(none.fit(1).value()));
    assertTrue(Double.isNaN(none.maximumLikelihood().low()));
    assertEquals(0, none.fit(1).count());
    assertTrue(Double.isNaN(LocalIntrinsicDimension.of(new double[20][5]).value()));
  }

  @Test
  void momentsAroundAPoint() {
    assertEquals(1, LocalIntrinsicDimension.at(new double[] {1, 1, 2}));
    assertEquals(Double.POSITIVE_INFINITY, LocalIntrinsicDimension.at(new double[] {1, 1, 1}));
    assertTrue(Double.isNaN(LocalIntrinsicDimension.at(new double[] {1})));
    // distances (j/k)^(1/d) of k neighbours, as they lie in a uniform ball
    for (int d : new int[] {1, 4, 12}) {
      double[] r = new double[2000];
      for (int j = 0; j < r.length; j++) {
        r[j] = Math.pow((j + 1.0) / r.length, 1.0 / d);
      }
      assertEquals(d, LocalIntrinsicDimension.at(r), 0.01 * d);
    }
  }
}
