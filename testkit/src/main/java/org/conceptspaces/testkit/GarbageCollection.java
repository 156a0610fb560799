package org.conceptspaces.testkit;

import ai.djl.ndarray.NDManager;
import java.nio.ByteBuffer;

/** Provokes what autograd must survive. */
final class GarbageCollection {

  private GarbageCollection() {}

  /** Collects garbage, then writes other numbers where freed numbers lay. */
  static void run(NDManager manager) {
    System.gc();
    try (NDManager scratch = manager.newSubManager()) {
      for (int i = 0; i < 500; i++) {
        scratch.create(1e9);
        scratch.create(1e9f);
        ByteBuffer overwritten = ByteBuffer.allocateDirect(8);
        overwritten.putLong(Double.doubleToLongBits(1e9));
      }
    }
  }
}
