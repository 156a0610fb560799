package org.conceptspaces.encoder.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.conceptspaces.encoder.Small;
import org.conceptspaces.encoder.network.TokenBatch;
import org.junit.jupiter.api.Test;

class BatchesTest {

  @Test
  void padsToTheLongest() {
    try (NDManager manager = Small.manager()) {
      TokenBatch batch = Batches.of(manager, new int[][] {{5}, {6, 7, 8}, {9, 4}});
      assertEquals(new Shape(3, 3), batch.ids().getShape());
      assertArrayEquals(new long[] {5, 0, 0, 6, 7, 8, 9, 4, 0}, batch.ids().toLongArray());
      assertArrayEquals(new float[] {1, 0, 0, 1, 1, 1, 1, 1, 0}, batch.mask().toFloatArray());
    }
  }
}
