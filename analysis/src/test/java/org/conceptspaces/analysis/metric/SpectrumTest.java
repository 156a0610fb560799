package org.conceptspaces.analysis.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpectrumTest {

  private static final double ROUNDING = 1e-12;

  @Test
  void ofTwoSingularValues() {
    Spectrum two = Spectrum.of(1, 2);
    // p = 2/3, 1/3: exp(ln 3 − (2/3) ln 2) = 3 / 2^(2/3)
    assertEquals(3 / Math.cbrt(4), two.effectiveRank(), ROUNDING);
    assertEquals(1.8899, two.effectiveRank(), 5e-5);
    assertEquals(1.5, two.nuclearSpectralRank(), ROUNDING);
    assertEquals(1.25, two.stableRank(), ROUNDING);
    assertEquals(25.0 / 17, two.participationRatio(), ROUNDING);
    assertEquals((25.0 / 17 - 1) / 2, two.isoScore(3), ROUNDING);
    assertEquals(Math.log(5) - 0.8 * Math.log(4), two.vonNeumannEntropy(), ROUNDING);
    assertEquals(two.effectiveRank(), two.rankMe(), 1e-6);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "7, 1e-160", "64, 1e150"})
  void equalSingularValuesHaveTheirNumber(int n, double size) {
    double[] equal = new double[n];
    java.util.Arrays.fill(equal, size);
    Spectrum spectrum = Spectrum.of(equal);
    assertEquals(n, spectrum.effectiveRank(), 1e-9);
    assertEquals(n, spectrum.nuclearSpectralRank(), 1e-9);
    assertEquals(n, spectrum.stableRank(), 1e-9);
    assertEquals(n, spectrum.participationRatio(), 1e-9);
    assertEquals(Math.log(n), spectrum.vonNeumannEntropy(), 1e-9);
  }

  @Test
  void nothingHasNoRank() {
    for (Spectrum none : new Spectrum[] {Spectrum.of(), Spectrum.of(0, 0)}) {
      assertEquals(0, none.effectiveRank());
      assertEquals(0, none.nuclearSpectralRank());
      assertEquals(0, none.stableRank());
      assertEquals(0, none.participationRatio());
      assertEquals(0, none.rankMe());
      assertEquals(0, none.isoScore(4));
      assertEquals(0, none.vonNeumannEntropy());
    }
  }

  /** Figures of other programs for Gaussian banks. */
  @ParameterizedTest
  @CsvSource({"128, 256, 118, 69", "1000, 64, 63.5, 51.4", "128, 512, 124, 84"})
  void gaussianBanks(int count, int width, double effective, double nuclear) {
    Spectrum spectrum = Spectrum.ofRows(Banks.gaussian(count, width, 1));
    assertEquals(effective, spectrum.effectiveRank(), 0.6);
    assertEquals(nuclear, spectrum.nuclearSpectralRank(), 2);
  }

  @Test
  void aBankOfRankFiveHasFiveSingularValues() {
    for (int count : new int[] {40, 400}) {
      Spectrum spectrum = Spectrum.ofRows(Banks.ofRank(5, count, 128, 2));
      assertEquals(Math.min(count, 128), spectrum.values().length);
      assertTrue(spectrum.values()[4] > 0.1);
      assertEquals(0, spectrum.values()[5]);
      assertTrue(spectrum.effectiveRank() > 4.5 && spectrum.effectiveRank() <= 5);
    }
  }

  /** Which rank: of the same banks, one reads low where nothing has collapsed. */
  @Test
  void ofDirectionsInTenDimensions() {
    Spectrum sphere = Spectrum.ofRows(Banks.gaussian(128, 10, 3).directions());
    assertEquals(9.89, sphere.effectiveRank(), 0.05);
    assertEquals(8.2, sphere.nuclearSpectralRank(), 0.4);
  }

  @Test
  void singularValuesAreThoseOfADecomposition() {
    Rows bank = Banks.gaussian(9, 5, 3);
    org.hipparchus.linear.RealMatrix matrix = new org.hipparchus.linear.Array2DRowRealMatrix(9, 5);
    for (int i = 0; i < 9; i++) {
      for (int j = 0; j < 5; j++) {
        matrix.setEntry(i, j, bank.get(i, j));
      }
    }
    double[] expected =
        new org.hipparchus.linear.SingularValueDecomposition(matrix).getSingularValues();
    assertArrayEquals(expected, Spectrum.ofRows(bank).values(), 1e-12);
    // the wide bank goes by the other product
    double[][] turned = matrix.transpose().getData();
    assertArrayEquals(expected, Spectrum.ofRows(Rows.of(turned)).values(), 1e-12);
  }

  @Test
  void aCommonOffsetTakesTheRawRankOnly() {
    Rows plain = Banks.gaussian(128, 512, 1);
    Rows moved = Banks.offset(plain, 10);
    assertTrue(Spectrum.ofRows(moved).nuclearSpectralRank() < 13);
    assertEquals(
        Spectrum.ofRows(plain.centred()).effectiveRank(),
        Spectrum.ofRows(moved.centred()).effectiveRank(),
        1e-9);
    assertEquals(1, Spectrum.ofRows(Banks.constant(20, 6)).effectiveRank(), 1e-9);
    assertEquals(0, Spectrum.ofRows(Banks.constant(20, 6).centred()).effectiveRank());
  }

  @Test
  void whatIsNoSpectrumIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Spectrum.of(1, -1, 2, Double.NaN));
    double[][] infinite = {{Double.POSITIVE_INFINITY}};
    assertThrows(ArithmeticException.class, () -> Spectrum.ofGram(infinite, 1));
  }

  /** Copies of three vectors, in many dimensions: what a collapsed model's concepts are. */
  @Test
  void duplicatesHaveTheRankOfWhatTheyCopy() {
    for (int size : new int[] {16, 48, 64, 128}) {
      Random random = new Random(size);
      double[][] gram = new double[size][size];
      for (int copied = 0; copied < 3; copied++) {
        double[] vector = random.doubles(size, -1, 1).toArray();
        for (int i = 0; i < size; i++) {
          for (int j = 0; j < size; j++) {
            gram[i][j] += 100 * vector[i] * vector[j];
          }
        }
      }
      double rank = Spectrum.ofGram(gram, 300).effectiveRank();
      assertTrue(rank > 2.5 && rank <= 3 + 1e-6, size + ": " + rank);
    }
  }
}
