package org.conceptspaces.encoder.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What arrays take outside the heap is seen. */
class MemoryGaugeTest {

  private static final long BYTES = 256L << 20;

  @Test
  @EnabledOnOs(OS.LINUX)
  void arraysAreSeen() {
    MemoryGauge gauge = new MemoryGauge(Device.cpu());
    try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
      manager.ones(new Shape(1));
      long before = gauge.used().orElseThrow();
      assertEquals(BYTES / 4, manager.ones(new Shape(BYTES / 4)).size());
      long grown = gauge.used().orElseThrow() - before;
      assertTrue(grown > 0.5 * BYTES && grown < 1.5 * BYTES, () -> grown + " bytes");
    }
  }
}
