package org.conceptspaces.analysis.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NeighboursTest {

  private static double distance(Rows bank, int i, int j) {
    double sum = 0;
    for (int k = 0; k < bank.width(); k++) {
      sum += Math.pow(bank.get(i, k) - bank.get(j, k), 2);
    }
    return Math.sqrt(sum);
  }

  @Test
  void nearestAreThoseOfSortedDistances() {
    Rows bank = Banks.gaussian(150, 7, 1);
    double[][] nearest = Neighbours.nearest(new FlatDistances(bank), 5, new Workers(2));
    for (int i = 0; i < 150; i++) {
      double[] all = new double[150];
      for (int j = 0; j < 150; j++) {
        all[j] = distance(bank, i, j);
      }
      Arrays.sort(all);
      assertArrayEquals(Arrays.copyOfRange(all, 1, 6), nearest[i], 1e-13);
    }
  }

  @Test
  void coincidentPointsAreZeroApart() {
    Rows bank = Banks.offset(Banks.constant(4, 3), 1e9);
    double[][] nearest = Neighbours.nearest(new FlatDistances(bank), 9, new Workers(1));
    assertArrayEquals(new double[4][3], nearest);
  }

  @Test
  void aWorkersFailureIsTold() {
    Workers workers = new Workers(3);
    IllegalStateException told =
        assertThrows(
            IllegalStateException.class,
            () ->
                workers.each(
                    1000,
                    piece -> {
                      throw new IllegalStateException("no");
                    }));
    assertEquals("no", told.getMessage());
    assertThrows(IllegalArgumentException.class, () -> new Workers(0));
  }
}
