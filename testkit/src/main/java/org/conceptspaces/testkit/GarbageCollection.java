package org.conceptspaces.testkit;

import ai.djl.ndarray.NDManager;
import java.nio.ByteBuffer;
import java.util.concurrent.locks.LockSupport;

/** Provokes what autograd must survive. */
final class GarbageCollection {

  private GarbageCollection() {}

  /** Collects garbage, then writes other numbers where freed numbers lay. */
  static void run(NDManager manager) {
    for (int i = 0; i < 2; i++) {
      System.gc();
      LockSupport.parkNanos(20_000_000); // memory outside the heap is freed by another thread
    }
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
