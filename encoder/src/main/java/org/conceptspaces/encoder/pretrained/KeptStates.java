package org.conceptspaces.encoder.pretrained;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.conceptspaces.encoder.text.TokenStates;

/** States of the texts of a corpus, in a file; for several threads. */
final class KeptStates implements TokenStates {

  private final StateFile file;
  private final int width;
  private final Map<Ids, Long> firstRows = new HashMap<>();

  /**
   * Finds the rows of texts.
   *
   * @param file their states, text by text
   * @param texts the texts in the order of the file
   */
  KeptStates(StateFile file, int width, Iterable<int[]> texts) {
    this.file = file;
    this.width = width;
    long row = 0;
    for (int[] ids : texts) {
      firstRows.put(new Ids(ids), row);
      row += ids.length;
    }
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public void read(int[][] texts, int[][] places, ByteBuffer target) {
    int row = 2 * width;
    int perText = target.limit() / texts.length;
    for (int text = 0; text < texts.length; text++) {
      if (places[text].length == 0 || !StateRows.has(texts[text])) {
        continue;
      }
      Long first = firstRows.get(new Ids(texts[text]));
      if (first == null) {
        throw new IllegalArgumentException(
            "no states are kept of text "
                + Arrays.toString(texts[text])
                + ": it is of another corpus");
      }
      for (int i = 0; i < places[text].length; i++) {
        file.read(first + places[text][i], target, text * perText + i * row);
      }
    }
  }
}
