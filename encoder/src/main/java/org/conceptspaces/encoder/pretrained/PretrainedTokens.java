package org.conceptspaces.encoder.pretrained;

import java.nio.FloatBuffer;
import org.conceptspaces.encoder.text.Tokenizer;

/**
 * A pretrained text encoder, frozen, that tells a state for each token of a text. The same text has
 * the same states up to rounding, whatever texts are beside it. Not for use by several threads.
 */
public interface PretrainedTokens extends AutoCloseable {

  /**
   * What configs and messages call it.
   *
   * @return a name, or the path of a folder
   */
  String name();

  /**
   * Tells encoders apart: those with the same fingerprint have the same tokens and weights.
   *
   * @return the SHA-256 of its model and tokenizer, 64 hexadecimal digits
   */
  String fingerprint();

  /**
   * How many numbers a state has.
   *
   * @return {@code W}, above 0
   */
  int width();

  /**
   * The longest text that it can read.
   *
   * @return tokens, special ones not counted; {@link Integer#MAX_VALUE} if it does not tell
   */
  int maximumTokens();

  /**
   * What cuts texts into its tokens.
   *
   * @return the tokenizer, without special tokens
   */
  Tokenizer tokenizer();

  /** Takes the states of a text. */
  @FunctionalInterface
  interface Sink {

    /**
     * Called once for each text, in any order.
     *
     * @param text the text's index
     * @param states row by row, a state for each of its tokens, {@code [tokens, W]}; valid during
     *     the call
     */
    void accept(int text, FloatBuffer states);
  }

  /**
   * Encodes texts, a few at a time, those of about the same length together. Each is read between
   * the encoder's special tokens, whose own states are not told.
   *
   * @param texts the tokenizer's tokens, at least one a text
   * @param sink takes the states
   * @throws org.conceptspaces.api.InputException if the encoder fails, at a text too long for it
   *     say
   */
  void states(int[][] texts, Sink sink);

  /** Releases the encoder. */
  @Override
  void close();
}
