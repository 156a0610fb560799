package org.conceptspaces.analysis;

import java.util.Arrays;
import java.util.Random;
import org.conceptspaces.analysis.metric.Rows;

/**
 * Chooses vectors as they pass, every choice of that many equally likely (Knuth's selection
 * sampling), in memory for what was chosen.
 */
final class RowSample {

  private final long most;
  private final int width;
  private final Random random;
  private long left;
  private int kept;
  private double[] values = {};

  /** Chooses some out of so many that will come. */
  RowSample(long coming, int most, int width, long seed) {
    this.left = coming;
    this.most = Math.min(most, coming);
    this.width = width;
    this.random = new Random(seed);
  }

  /** Whether the next to come is chosen. */
  boolean chooses() {
    boolean chosen = random.nextDouble() * left-- < most - kept;
    kept += chosen ? 1 : 0;
    return chosen;
  }

  void offer(double[] from, int at) {
    if (chooses()) {
      int start = (kept - 1) * width;
      if (start + width > values.length) {
        int rows = (int) Math.min(most, Math.max(64, 2L * kept));
        values = Arrays.copyOf(values, Math.multiplyExact(rows, width));
      }
      System.arraycopy(from, at, values, start, width);
    }
  }

  Rows rows() {
    return new Rows(Arrays.copyOf(values, kept * width), kept, width);
  }
}
