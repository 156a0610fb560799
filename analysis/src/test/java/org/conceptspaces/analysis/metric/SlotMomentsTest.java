package org.conceptspaces.analysis.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SlotMomentsTest {

  private static final int SLOTS = 8;

  /** Prototypes plus what each input adds to them. */
  private static SlotMoments bank(double prototypes, double perInput) {
    Rows own = Banks.gaussian(SLOTS, 16, 1);
    Rows inputs = Banks.gaussian(300 * SLOTS, 16, 2);
    SlotMoments moments = new SlotMoments(SLOTS, 16);
    double[] vector = new double[16];
    for (int row = 0; row < inputs.count(); row++) {
      for (int i = 0; i < 16; i++) {
        vector[i] = prototypes * own.get(row % SLOTS, i) + perInput * inputs.get(row, i);
      }
      moments.add(row % SLOTS, vector, 0);
    }
    return moments;
  }

  @Test
  void prototypesThatIgnoreTheInputHaveNoShare() {
    assertEquals(0, bank(1, 0).acrossInputShare());
    assertEquals(1, bank(0, 1).acrossInputShare(), 0.01);
    assertEquals(0.5, bank(1, 1).acrossInputShare(), 0.1);
    // and yet their rank is high
    assertTrue(Spectrum.ofRows(bank(1, 0).batchMean()).effectiveRank() > 6.5);
  }

  @Test
  void byHand() {
    SlotMoments moments = new SlotMoments(3, 1);
    double[] values = {1, 3, 10, 10};
    moments.add(0, values, 0);
    moments.add(0, values, 1);
    moments.add(2, values, 2);
    moments.add(2, values, 3);
    // means 2 and 10, slot 1 never live: within 2, around 6 in all 2 + 4·16
    assertEquals(2.0 / 66, moments.acrossInputShare(), 1e-15);
    assertArrayEquals(new double[] {2, 10}, moments.batchMean().values());
  }

  /** Of one vector of each slot nothing tells whether it goes by its input. */
  @Test
  void slotsThatLiveOnceHaveNoShare() {
    SlotMoments once = new SlotMoments(3, 1);
    double[] values = {1, 3, 10};
    once.add(0, values, 0);
    once.add(2, values, 1);
    assertTrue(Double.isNaN(once.acrossInputShare()));
    assertArrayEquals(new long[] {1, 1}, once.counts());
    assertEquals(1, once.mostInputs());
    once.add(2, values, 2);
    // means 1 and 6.5: within 24.5, around 14/3 in all 134/3
    assertEquals(24.5 / (134 / 3.0), once.acrossInputShare(), 1e-15);
  }

  @Test
  void nothingHasNoShare() {
    assertTrue(Double.isNaN(new SlotMoments(2, 3).acrossInputShare()));
    assertEquals(0, new SlotMoments(2, 3).batchMean().count());
  }
}
