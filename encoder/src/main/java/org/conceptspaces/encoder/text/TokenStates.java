package org.conceptspaces.encoder.text;

import java.nio.ByteBuffer;

/** Where the frozen states come from that a pretrained encoder has of texts' tokens. */
public interface TokenStates {

  /**
   * How many numbers a state has.
   *
   * @return {@code W}, above 0
   */
  int width();

  /**
   * Reads the states of some tokens of some texts.
   *
   * @param texts the ids of whole texts, which states depend on
   * @param places for each text the tokens wanted, in the order of rows; maybe none
   * @param target {@code [texts, T, W]} in IEEE float16, little endian, all 0: the states of a text
   *     come first in its {@code T} rows. Ids that stand for no token, as {@link
   *     Vocabulary#UNKNOWN}, have no state and stay 0. Position and limit are left alone.
   * @throws org.conceptspaces.api.InputException if there are no states of a text
   */
  void read(int[][] texts, int[][] places, ByteBuffer target);
}
