package org.conceptspaces.encoder.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
      assertArrayEquals(new long[] {0, 0, 0, 0, 1, 2, 0, 1, 0}, batch.positions().toLongArray());
      assertArrayEquals(new float[] {1, 0, 0, 1, 1, 1, 1, 1, 0}, batch.mask().toFloatArray());
    }
  }

  @Test
  void marksWhereATokenComesFirst() {
    try (NDManager manager = Small.manager()) {
      TokenBatch batch = Batches.of(manager, new int[][] {{5, 6, 5, 5, 7}, {6, 6}});
      assertArrayEquals(new float[] {1, 1, 0, 0, 1, 1, 0, 0, 0, 0}, batch.first().toFloatArray());
    }
  }

  @Test
  void leavesOutWhatIsHidden() {
    MaskedTexts texts = MaskedTexts.of(new int[][] {{5, 6, 7, 8}, {9}}, 0.5, 3);
    try (NDManager manager = Small.manager()) {
      TokenBatch batch = Batches.of(manager, texts);
      assertEquals(new Shape(2, 2), batch.ids().getShape());
      long[] ids = batch.ids().toLongArray();
      long[] positions = batch.positions().toLongArray();
      for (int j = 0; j < 2; j++) {
        assertEquals(5 + positions[j], ids[j]);
      }
      assertTrue(positions[0] < positions[1], "in the order of the text");
      assertEquals(Vocabulary.MASK, ids[2]);
      assertArrayEquals(new float[] {1, 1, 1, 0}, batch.mask().toFloatArray());
    }
  }

  /** A text of which half is hidden tells as much as the whole: its tokens stand for two each. */
  @Test
  void whatIsLeftStandsForWhatIsHidden() {
    int[][] texts = {{5, 6, 7, 8, 9, 10}, {11, 12}};
    try (NDManager manager = NDManager.newBaseManager()) {
      TokenBatch batch = Batches.of(manager, MaskedTexts.of(texts, 0.5, 1));
      assertArrayEquals(new float[] {2, 2, 2, 2, 0, 0}, batch.first().toFloatArray());
    }
  }
}
