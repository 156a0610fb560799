package org.conceptspaces.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Marks of axes. */
class AxisTest {

  @Test
  void roundMarks() {
    assertEquals(List.of(0.0, 100.0, 200.0, 300.0), Axis.holding(0, 300).marks());
    assertEquals(List.of(4.5, 5.0, 5.5, 6.0), Axis.holding(4.77, 5.92).marks());
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "0, 20", "-3, 7", "5.1, 5.10001", "1e-9, 2e-9", "0, 1e30", "2, 2"})
  void holdsItsValuesWithAFewMarks(double low, double high) {
    Axis axis = Axis.holding(low, high);
    double room = 1e-6 * (axis.last() - axis.first());
    assertTrue(axis.first() <= low + room && high - room <= axis.last(), axis.toString());
    assertTrue(axis.marks().size() >= 2 && axis.marks().size() <= 8, axis.toString());
    assertEquals(0, axis.share(axis.first()));
    assertEquals(1, axis.share(axis.last()));
  }
}
