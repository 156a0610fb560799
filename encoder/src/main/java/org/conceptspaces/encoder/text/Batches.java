package org.conceptspaces.encoder.text;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.conceptspaces.encoder.network.TokenBatch;
import org.jspecify.annotations.Nullable;

/** Pads token ids to the longest of their batch and moves them to the device. */
public final class Batches {

  private Batches() {}

  /**
   * A batch of whole texts, without states.
   *
   * @param manager owns the arrays
   * @param texts token ids, at least one a text
   * @return the batch
   */
  public static TokenBatch of(NDManager manager, int[][] texts) {
    return of(manager, texts, (TokenStates) null);
  }

  /**
   * A batch of whole texts.
   *
   * @param manager owns the arrays
   * @param texts token ids, at least one a text
   * @param states the tokens' states, or null if none are read
   * @return the batch
   */
  public static TokenBatch of(NDManager manager, int[][] texts, @Nullable TokenStates states) {
    int[][] places = allOf(texts);
    NDArray given = states == null ? null : states(manager, texts, states);
    return of(manager, texts, places, i -> 1, given);
  }

  /**
   * A batch of what is left of texts, without states.
   *
   * @param manager owns the arrays
   * @param texts texts of which some tokens are hidden
   * @return the batch, without what is hidden
   */
  public static TokenBatch of(NDManager manager, MaskedTexts texts) {
    return of(manager, texts, (TokenStates) null);
  }

  /**
   * A batch of what is left of texts.
   *
   * @param manager owns the arrays
   * @param texts texts of which some tokens are hidden
   * @param states the tokens' states in the whole texts, or null if none are read
   * @return the batch, without what is hidden
   */
  public static TokenBatch of(NDManager manager, MaskedTexts texts, @Nullable TokenStates states) {
    NDArray given = null;
    if (states != null) {
      int[][] whole = new int[texts.size()][];
      int[][] places = new int[texts.size()][];
      for (int i = 0; i < whole.length; i++) {
        whole[i] = texts.whole(i);
        places[i] = texts.left(i) == 0 ? new int[0] : texts.visibleAt()[i];
      }
      given = states(manager, whole, places, longest(texts.visible()), states);
    }
    return of(
        manager,
        texts.visible(),
        texts.visibleAt(),
        i -> (double) (texts.left(i) + texts.counts()[i]) / Math.max(1, texts.left(i)),
        given);
  }

  /**
   * The states of all tokens of whole texts.
   *
   * @param manager owns the array
   * @param texts token ids, at least one a text
   * @param states the tokens' states
   * @return float16, {@code [B, T, W]}; 0 where a token has none or there is no token
   */
  public static NDArray states(NDManager manager, int[][] texts, TokenStates states) {
    int[][] places = allOf(texts);
    return states(manager, texts, places, longest(texts), states);
  }

  /** The places of all tokens. */
  private static int[][] allOf(int[][] texts) {
    return Arrays.stream(texts)
        .map(text -> IntStream.range(0, text.length).toArray())
        .toArray(int[][]::new);
  }

  private static int longest(int[][] texts) {
    return Arrays.stream(texts).mapToInt(t -> t.length).max().orElse(1);
  }

  private static NDArray states(
      NDManager manager, int[][] texts, int[][] places, int longest, TokenStates states) {
    Shape shape = new Shape(texts.length, longest, states.width());
    ByteBuffer rows =
        manager
            .allocateDirect(Math.toIntExact(shape.size() * DataType.FLOAT16.getNumOfBytes()))
            .order(ByteOrder.LITTLE_ENDIAN);
    states.read(texts, places, rows);
    return manager.create(rows, shape, DataType.FLOAT16);
  }

  private static TokenBatch of(
      NDManager manager,
      int[][] texts,
      int[][] places,
      IntToDoubleFunction standsFor,
      @Nullable NDArray states) {
    int longest = longest(texts);
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
        manager.create(first, shape),
        states);
  }
}
