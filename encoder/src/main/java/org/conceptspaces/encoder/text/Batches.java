package org.conceptspaces.encoder.text;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.conceptspaces.encoder.network.TokenBatch;

/** Pads token ids to the longest of their batch and moves them to the device. */
public final class Batches {

  private Batches() {}

  /**
   * A batch of whole texts.
   *
   * @param manager owns the arrays
   * @param texts token ids, at least one a text
   * @return the batch
   */
  public static TokenBatch of(NDManager manager, int[][] texts) {
    int[][] places = new int[texts.length][];
    for (int i = 0; i < texts.length; i++) {
      places[i] = IntStream.range(0, texts[i].length).toArray();
    }
    return of(manager, texts, places, i -> 1);
  }

  /**
   * A batch of what is left of texts.
   *
   * @param manager owns the arrays
   * @param texts texts of which some tokens are hidden
   * @return the batch, without what is hidden
   */
  public static TokenBatch of(NDManager manager, MaskedTexts texts) {
    return of(
        manager,
        texts.visible(),
        texts.visibleAt(),
        i -> (double) (texts.left(i) + texts.counts()[i]) / Math.max(1, texts.left(i)));
  }

  private static TokenBatch of(
      NDManager manager, int[][] texts, int[][] places, IntToDoubleFunction standsFor) {
    int longest = Arrays.stream(texts).mapToInt(t -> t.length).max().orElse(1);
    long[] ids = new long[texts.length * longest];
    long[] positions = new long[ids.length];
    float[] mask = new float[ids.length];
    float[] first = new float[ids.length];
    for (int i = 0; i < texts.length; i++) {
      Set<Integer> seen = new HashSet<>();
      for (int j = 0; j < texts[i].length; j++) {
        ids[i * longest + j] = texts[i][j];
        positions[i * longest + j] = places[i][j];
        mask[i * longest + j] = 1;
        first[i * longest + j] = seen.add(texts[i][j]) ? (float) standsFor.applyAsDouble(i) : 0;
      }
    }
    Shape shape = new Shape(texts.length, longest);
    return new TokenBatch(
        manager.create(ids, shape),
        manager.create(positions, shape),
        manager.create(mask, shape),
        manager.create(first, shape));
  }
}
