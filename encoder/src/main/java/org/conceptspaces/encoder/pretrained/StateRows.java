package org.conceptspaces.encoder.pretrained;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import org.conceptspaces.api.InputException;
import org.conceptspaces.encoder.text.Vocabulary;

/** Runs a pretrained encoder on texts of a vocabulary's ids; states come as float16. */
final class StateRows {

  private final PretrainedTokens encoder;
  private final Vocabulary vocabulary;

  /**
   * Prepares.
   *
   * @param vocabulary all tokens of the encoder's tokenizer
   */
  StateRows(PretrainedTokens encoder, Vocabulary vocabulary) {
    this.encoder = encoder;
    this.vocabulary = vocabulary;
  }

  /** Takes a text's states. */
  @FunctionalInterface
  interface Sink {

    /**
     * Called once for each text, in any order.
     *
     * @param rows {@code [tokens, W]} in float16, little endian
     */
    void accept(int text, byte[] rows);
  }

  /** Whether a text has states: it has tokens. */
  static boolean has(int[] ids) {
    return ids[0] != Vocabulary.UNKNOWN;
  }

  /**
   * Encodes texts.
   *
   * @param texts ids, all with states
   */
  void of(int[][] texts, Sink sink) {
    int[][] tokens =
        Arrays.stream(texts)
            .map(ids -> Arrays.stream(ids).map(vocabulary::token).toArray())
            .toArray(int[][]::new);
    encoder.states(tokens, (text, states) -> sink.accept(text, halves(states, texts[text])));
  }

  private byte[] halves(FloatBuffer states, int[] ids) {
    int numbers = ids.length * encoder.width();
    if (states.remaining() != numbers) {
      throw new IllegalStateException(
          "encoder %s told %d numbers, not %d"
              .formatted(encoder.name(), states.remaining(), numbers));
    }
    byte[] rows = new byte[Short.BYTES * numbers];
    ByteBuffer written = ByteBuffer.wrap(rows).order(ByteOrder.LITTLE_ENDIAN);
    while (states.hasRemaining()) {
      float state = states.get();
      short half = HalfFloats.of(state);
      if (!HalfFloats.isFinite(half)) {
        throw new InputException(
            "encoder %s: has a state of %s, and float16, in which states are kept, ends at 65504; use another encoder"
                .formatted(encoder.name(), state));
      }
      written.putShort(half);
    }
    return rows;
  }
}
