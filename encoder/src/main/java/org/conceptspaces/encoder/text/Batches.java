package org.conceptspaces.encoder.text;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import org.conceptspaces.encoder.network.TokenBatch;

/** Pads token ids to the longest of their batch and moves them to the device. */
public final class Batches {

  private Batches() {}

  /**
   * Makes a batch.
   *
   * @param manager owns the arrays
   * @param texts token ids, at least one a text
   * @return the batch
   */
  public static TokenBatch of(NDManager manager, int[][] texts) {
    int longest = Arrays.stream(texts).mapToInt(t -> t.length).max().orElse(1);
    long[] ids = new long[texts.length * longest];
    float[] mask = new float[ids.length];
    for (int i = 0; i < texts.length; i++) {
      for (int j = 0; j < texts[i].length; j++) {
        ids[i * longest + j] = texts[i][j];
        mask[i * longest + j] = 1;
      }
    }
    Shape shape = new Shape(texts.length, longest);
    return new TokenBatch(manager.create(ids, shape), manager.create(mask, shape));
  }
}
