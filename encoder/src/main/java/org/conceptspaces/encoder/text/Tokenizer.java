package org.conceptspaces.encoder.text;

import org.jspecify.annotations.Nullable;

/**
 * Cuts texts into tokens, which are numbers from 0. The same text has the same tokens, always and
 * anywhere; several threads may ask at a time.
 */
public interface Tokenizer {

  /**
   * The tokens of a text, and nothing around them.
   *
   * @param text any text
   * @return its tokens in order, none of them negative; maybe none at all
   * @throws org.conceptspaces.taxonomy.DataException if it has no token for some part of the text
   */
  int[] encode(String text);

  /**
   * What a token stands for, for people to read.
   *
   * @param token one that {@link #encode} gives
   * @return a piece of text, spaces included where the tokenizer keeps them; with a replacement
   *     character for what is only a part of one
   */
  String text(int token);

  /**
   * How many tokens there are.
   *
   * @return above all tokens
   */
  int size();

  /**
   * Tells tokenizers apart: those with the same fingerprint give the same tokens.
   *
   * @return the built-in tokenizer's name, or else the SHA-256 of the tokenizer's file
   */
  String fingerprint();

  /**
   * What a saved model has to carry so that the tokenizer can be made again.
   *
   * @return a copy of the tokenizer's file, or null if it is built in
   */
  byte @Nullable [] file();
}
