package org.conceptspaces.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.training.tracker.Tracker;
import org.junit.jupiter.api.Test;

class SchedulesTest {

  @Test
  void warmsUpThenFollowsTheCosine() {
    Tracker schedule = Schedules.warmUpCosine(0.8, 0.2, 10, 110);
    assertEquals(0.08, schedule.getNewValue(1), 1e-7, "the first update already moves");
    assertEquals(0.40, schedule.getNewValue(5), 1e-7);
    assertEquals(0.72, schedule.getNewValue(9), 1e-7);
    assertEquals(0.80, schedule.getNewValue(10), 1e-7, "the peak");
    assertEquals(0.2 + 0.3 * (1 + Math.cos(0.01 * Math.PI)), schedule.getNewValue(11), 1e-7);
    assertEquals(0.2 + 0.3 * (1 + Math.sqrt(0.5)), schedule.getNewValue(35), 1e-7);
    assertEquals(0.50, schedule.getNewValue(60), 1e-7, "half way");
    assertEquals(0.20, schedule.getNewValue(110), 1e-7, "the end");
    assertEquals(0.20, schedule.getNewValue(5000), 1e-7);
  }

  @Test
  void needsNoWarmUp() {
    Tracker schedule = Schedules.warmUpCosine(1, 0, 0, 4);
    assertEquals((1 + Math.sqrt(0.5)) / 2, schedule.getNewValue(1), 1e-6);
    assertEquals(0.5, schedule.getNewValue(2), 1e-6);
    assertEquals(0, schedule.getNewValue(4), 1e-6);
  }

  @Test
  void staysAtThePeakWithoutCosine() {
    Tracker schedule = Schedules.warmUp(0.3, 3);
    assertEquals(0.1, schedule.getNewValue(1), 1e-7);
    assertEquals(0.2, schedule.getNewValue(2), 1e-7);
    assertEquals(0.3, schedule.getNewValue(3), 1e-7);
    assertEquals(0.3, schedule.getNewValue(1_000_000), 1e-7);
    assertEquals(0.3, Schedules.warmUp(0.3, 0).getNewValue(1), 1e-7);
  }

  @Test
  void refusesValuesOutOfRange() {
    assertThrows(IllegalArgumentException.class, () -> Schedules.warmUpCosine(0.1, 0.1, 0, 10));
    assertThrows(IllegalArgumentException.class, () -> Schedules.warmUpCosine(0.1, -1, 0, 10));
    assertThrows(
        IllegalArgumentException.class, () -> Schedules.warmUpCosine(Double.NaN, 0, 0, 10));
    assertThrows(IllegalArgumentException.class, () -> Schedules.warmUpCosine(0.1, 0, 10, 10));
    assertThrows(IllegalArgumentException.class, () -> Schedules.warmUp(0.1, -1));
    assertThrows(IllegalArgumentException.class, () -> Schedules.warmUp(0, 1));
  }
}
