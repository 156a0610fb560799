package org.conceptspaces.encoder.pretrained;

import java.nio.ByteBuffer;
import java.util.stream.IntStream;
import org.conceptspaces.encoder.text.TokenStates;
import org.conceptspaces.encoder.text.Vocabulary;

/**
 * States computed when they are asked for, of new texts. They are rounded as those that are kept,
 * so that a text has the same ones in training and later. Not for use by several threads.
 */
public final class ComputedStates implements TokenStates {

  private final StateRows rows;
  private final int width;

  /**
   * Prepares.
   *
   * @param encoder what computes the states; stays the caller's
   * @param vocabulary all tokens of its tokenizer
   */
  public ComputedStates(PretrainedTokens encoder, Vocabulary vocabulary) {
    rows = new StateRows(encoder, vocabulary);
    width = encoder.width();
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public void read(int[][] texts, int[][] places, ByteBuffer target) {
    int[] with =
        IntStream.range(0, texts.length)
            .filter(text -> places[text].length > 0 && StateRows.has(texts[text]))
            .toArray();
    int[][] wanted = IntStream.of(with).mapToObj(text -> texts[text]).toArray(int[][]::new);
    int row = 2 * width;
    int perText = target.limit() / texts.length;
    rows.of(
        wanted,
        (index, states) -> {
          int text = with[index];
          for (int i = 0; i < places[text].length; i++) {
            target.put(text * perText + i * row, states, places[text][i] * row, row);
          }
        });
  }
}
