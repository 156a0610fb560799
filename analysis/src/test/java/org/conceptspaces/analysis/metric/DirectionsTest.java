package org.conceptspaces.analysis.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What depends on directions alone. */
class DirectionsTest {

  private static final Workers TWO = new Workers(2);
  private static final double ROUNDING = 1e-12;

  @Test
  void zeroVectorsHaveNoDirection() {
    Rows bank = Rows.of(new double[][] {{3, 4}, {0, 0}, {0, -1e-200}, {1e200, 0}});
    Rows directions = bank.directions();
    assertEquals(3, directions.count());
    double[] expected = {0.6, 0.8, 0, -1, 1, 0};
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], directions.values()[i], 1e-15);
    }
    assertEquals(2, bank.sample(2, new java.util.Random(1)).count());
    assertEquals(5, bank.norm(0));
  }

  @Test
  void cosinesOfThreeVectors() {
    Rows three = Rows.of(new double[][] {{1, 0}, {-1, 0}, {0.6, 0.8}});
    Correlations cosines = Correlations.of(three, TWO);
    assertEquals((-1 + 0.6 - 0.6) / 3, cosines.mean(), ROUNDING);
    assertEquals((1 + 0.6 + 0.6) / 3, cosines.meanAbsolute(), ROUNDING);
    assertEquals(1, cosines.maxAbsolute(), ROUNDING);
  }

  @Test
  void anisotropyNeedsNoPairs() {
    Rows directions = Banks.offset(Banks.gaussian(200, 9, 1), 0.7).directions();
    assertEquals(
        Correlations.of(directions, TWO).mean(),
        Correlations.anisotropy(directions.mean(), 200),
        ROUNDING);
    assertEquals(1, Correlations.anisotropy(Banks.constant(3, 4).directions().mean(), 3), ROUNDING);
  }

  /** The expectation over uniform directions. */
  @ParameterizedTest
  @CsvSource({"3, -2.080", "16, -3.513", "64, -3.875", "256, -3.969"})
  void uniformDirections(int dimension, double ideal) {
    Rows directions = Banks.gaussian(1500, dimension, 2).directions();
    assertEquals(ideal, Uniformity.of(directions, TWO), 0.01);
  }

  @Test
  void uniformityOfEqualAndOppositeDirections() {
    assertEquals(0, Uniformity.of(Banks.constant(7, 3).directions(), TWO), ROUNDING);
    Rows two = Rows.of(new double[][] {{1, 0}, {-1, 0}});
    assertEquals(-8, Uniformity.of(two, TWO), ROUNDING);
  }

  @Test
  void alignmentOfViews() {
    Rows bank = Banks.gaussian(20, 5, 3);
    double[] scaled = bank.values().clone();
    double[] opposite = bank.values().clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= 3;
      opposite[i] *= -1;
    }
    assertEquals(0, Uniformity.alignment(bank, new Rows(scaled, 20, 5)), ROUNDING);
    assertEquals(4, Uniformity.alignment(bank, new Rows(opposite, 20, 5)), ROUNDING);
    Rows zero = new Rows(new double[100], 20, 5);
    assertThrows(IllegalArgumentException.class, () -> Uniformity.alignment(bank, zero));
  }

  /** What the fitted constants promise for random directions. */
  @ParameterizedTest
  @CsvSource({"1000, 64", "1000, 256", "300, 128"})
  void randomDirectionsAreAsFarFromOrthogonalAsFitted(int k, int d) {
    double found = Correlations.of(Banks.gaussian(k, d, 4).directions(), TWO).maxAbsolute();
    double fitted = RepresentationalCapacity.random(k, d);
    assertEquals(fitted, found, 0.12 * fitted);
    assertTrue(RepresentationalCapacity.optimised(k, d) < found);
  }

  @Test
  void capacityEndsAtOneAndAtZero() {
    assertEquals(1, RepresentationalCapacity.random(1_000_000, 2));
    assertEquals(0, RepresentationalCapacity.optimised(64, 64));
    assertEquals(
        Math.sqrt(1.293 * Math.log(10) / 100), RepresentationalCapacity.optimised(1000, 100));
  }
}
