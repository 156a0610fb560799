package org.conceptspaces.encoder.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {

  /** The 97.5% quantiles of Student's t from any table. */
  @ParameterizedTest
  @CsvSource({
    "2, 12.706",
    "3, 4.303",
    "4, 3.182",
    "5, 2.776",
    "6, 2.571",
    "11, 2.228",
    "31, 2.042"
  })
  void usesTheTableOfStudent(int count, double quantile) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = i;
    }
    // The variance of 0 … n−1 is n(n+1)/12.
    double deviation = Math.sqrt(count * (count + 1) / 12.0);
    Interval interval = Interval.of(values);
    assertEquals((count - 1) / 2.0, interval.mean(), 1e-12);
    assertEquals(quantile, interval.half() * Math.sqrt(count) / deviation, 6e-4);
    assertEquals(count, interval.count());
  }

  @Test
  void ofThreeValues() {
    Interval interval = Interval.of(1, 2, 3);
    assertEquals(2, interval.mean());
    assertEquals(2.484, interval.half(), 5e-4);
    assertEquals(2 - interval.half(), interval.low());
    assertEquals(2 + interval.half(), interval.high());
    assertFalse(interval.excludesZero());
    assertTrue(Interval.of(11, 12, 13).excludesZero());
    assertTrue(Interval.of(-11, -12, -13).excludesZero());
  }

  @Test
  void aSingleValueTellsNothingAboutItsSpread() {
    Interval interval = Interval.of(3);
    assertEquals(3, interval.mean());
    assertTrue(Double.isNaN(interval.half()));
    assertFalse(interval.excludesZero());
  }

  @Test
  void pairsAreComparedOneByOne() {
    // Differences 1, 2, 3, whatever the spread of the pairs themselves.
    Interval interval =
        Interval.ofDifferences(new double[] {101, 2, -47}, new double[] {100, 0, -50});
    assertEquals(2, interval.mean(), 1e-12);
    assertEquals(2.484, interval.half(), 5e-4);
    assertThrows(
        IllegalArgumentException.class,
        () -> Interval.ofDifferences(new double[] {1}, new double[] {1, 2}));
  }

  @Test
  void notANumberIsNotHidden() {
    assertTrue(Double.isNaN(Interval.of(1, Double.NaN, 3).mean()));
    assertFalse(Interval.of(1, Double.NaN, 3).excludesZero());
  }
}
