package org.conceptspaces.pretrained;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Cuts texts into batches of about the same length, so that little is padded. */
final class LengthBatches {

  /** More texts at once are no faster on a CPU. */
  private static final int MOST_TEXTS = 32;

  /** Attention's memory: texts times the square of their length. */
  private static final long MOST_PAIRS = 1L << 19;

  private LengthBatches() {}

  /**
   * Cuts.
   *
   * @param texts tokens
   * @return the texts' indices, the longest first, in batches
   */
  static List<int[]> of(int[][] texts) {
    int[] order =
        IntStream.range(0, texts.length)
            .boxed()
            .sorted(Comparator.comparingInt(i -> -texts[i].length))
            .mapToInt(Integer::intValue)
            .toArray();
    List<int[]> batches = new ArrayList<>();
    for (int first = 0; first < order.length; ) {
      long longest = Math.max(1, texts[order[first]].length);
      int size = (int) Math.max(1, Math.min(MOST_TEXTS, MOST_PAIRS / (longest * longest)));
      int end = Math.min(order.length, first + size);
      batches.add(IntStream.range(first, end).map(i -> order[i]).toArray());
      first = end;
    }
    return batches;
  }
}
