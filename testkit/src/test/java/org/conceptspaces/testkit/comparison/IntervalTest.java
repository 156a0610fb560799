package org.conceptspaces.testkit.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Intervals against published figures. */
class IntervalTest {

  /** NIST/SEMATECH e-Handbook of Statistical Methods, table 1.3.6.7.2, column 0.975. */
  @ParameterizedTest
  @CsvSource({
    "1, 12.706",
    "2, 4.303",
    "3, 3.182",
    "4, 2.776",
    "5, 2.571",
    "9, 2.262",
    "10, 2.228",
    "30, 2.042",
    "100, 1.984"
  })
  void quantilesAreThoseOfTheTables(int degreesOfFreedom, double published) {
    assertEquals(published, Interval.quantile(degreesOfFreedom), 5.1e-4);
  }

  /** Of 1, 2, 3 the standard deviation is 1, so that half is 4.303/√3. */
  @Test
  void meanAndHalf() {
    Interval interval = Interval.of(3, 1, 2);
    assertEquals(2, interval.mean(), 1e-15);
    assertEquals(4.302652729696 / Math.sqrt(3), interval.half(), 1e-10);
    assertEquals(2 - interval.half(), interval.low());
    assertEquals(2 + interval.half(), interval.high());
  }

  @Test
  void equalValuesHaveNoWidth() {
    assertEquals(new Interval(0.25, 0), Interval.of(0.25, 0.25, 0.25));
  }
}
