package org.conceptspaces.encoder.pretrained;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.conceptspaces.encoder.text.TokenStates;
import org.conceptspaces.encoder.text.Vocabulary;

/**
 * States computed when they are asked for, of new texts. They are rounded as those that are kept,
 * so that a text has the same ones in training and later. Not for use by several threads.
 */
public final class ComputedStates implements TokenStates {

  private final StateRows rows;
  private final int width;

  /** Those of the last texts read: the same texts may be read again at once, for another use. */
  private final Map<Ids, byte[]> recent = new HashMap<>();

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
    compute(texts, places);
    int row = 2 * width;
    int perText = target.limit() / texts.length;
    for (int text = 0; text < texts.length; text++) {
      byte[] states = recent.get(new Ids(texts[text]));
      for (int i = 0; states != null && i < places[text].length; i++) {
        target.put(text * perText + i * row, states, places[text][i] * row, row);
      }
    }
  }

  /** Has the states of all texts that have some and are wanted among the recent ones. */
  private void compute(int[][] texts, int[][] places) {
    Set<Ids> wanted = new LinkedHashSet<>();
    for (int text = 0; text < texts.length; text++) {
      if (places[text].length > 0 && StateRows.has(texts[text])) {
        wanted.add(new Ids(texts[text]));
      }
    }
    if (!recent.keySet().containsAll(wanted)) {
      recent.keySet().retainAll(wanted);
      wanted.removeAll(recent.keySet());
      List<Ids> order = List.copyOf(wanted);
      rows.of(
          order.stream().map(Ids::ids).toArray(int[][]::new),
          (index, states) -> recent.put(order.get(index), states));
    }
  }
}
