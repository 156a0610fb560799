package org.conceptspaces.analysis.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.apache.commons.math3.stat.correlation.Covariance;
import org.junit.jupiter.api.Test;

class MomentsTest {

  private static Moments gathered(Rows bank, int block, int threads) {
    Moments moments = new Moments(bank.width(), new Workers(threads));
    for (int from = 0; from < bank.count(); from += block) {
      int rows = Math.min(block, bank.count() - from);
      double[] part =
          Arrays.copyOfRange(bank.values(), from * bank.width(), (from + rows) * bank.width());
      moments.add(part, rows);
    }
    return moments;
  }

  private static double[][] rows(Rows bank) {
    double[][] rows = new double[bank.count()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = Arrays.copyOfRange(bank.values(), i * bank.width(), (i + 1) * bank.width());
    }
    return rows;
  }

  @Test
  void blocksAgreeWithALibrary() {
    Rows bank = Banks.offset(Banks.ofRank(30, 203, 37, 4), 3);
    double[][] expected = new Covariance(rows(bank)).getCovarianceMatrix().getData();
    for (int block : new int[] {1, 7, 64, 203}) {
      Moments moments = gathered(bank, block, 2);
      assertEquals(203, moments.count());
      double[][] gram = moments.centredGram();
      double[] variances = moments.variances();
      for (int i = 0; i < 37; i++) {
        assertEquals(expected[i][i], variances[i], 1e-12);
        for (int j = 0; j < 37; j++) {
          assertEquals(expected[i][j], gram[i][j] / 202, 1e-12);
        }
      }
      assertArrayEquals(bank.mean(), moments.mean(), 1e-13);
      double trace = Arrays.stream(bank.values()).map(x -> x * x).sum();
      double[][] raw = moments.gram();
      double sum = 0;
      for (int i = 0; i < 37; i++) {
        sum += raw[i][i];
      }
      assertEquals(trace, sum, 1e-9);
    }
  }

  @Test
  void threadsChangeNoBit() {
    Rows bank = Banks.gaussian(300, 70, 5);
    assertTrue(Arrays.deepEquals(gathered(bank, 64, 1).gram(), gathered(bank, 64, 3).gram()));
  }

  /** Squares of 1e8 would leave nothing of a variance of 1 in float64. */
  @Test
  void aLargeOffsetTakesNoDigits() {
    Rows plain = Banks.gaussian(1000, 3, 6);
    double[] expected = gathered(plain, 100, 1).variances();
    assertArrayEquals(expected, gathered(Banks.offset(plain, 1e8), 100, 1).variances(), 1e-6);
    double[] none = gathered(Banks.constant(50, 3), 8, 1).variances();
    assertArrayEquals(new double[3], none);
  }

  @Test
  void tooFewHaveNoVariance() {
    assertTrue(Double.isNaN(gathered(Banks.constant(1, 2), 1, 1).variances()[0]));
    assertTrue(Double.isNaN(new Moments(2, new Workers(1)).mean()[1]));
  }
}
