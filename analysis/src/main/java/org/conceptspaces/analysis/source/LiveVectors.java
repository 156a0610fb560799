package org.conceptspaces.analysis.source;

import java.util.BitSet;
import org.conceptspaces.analysis.metric.Rows;

/**
 * Concepts of inputs in memory, of which only the live ones are kept.
 *
 * @param name what messages call them
 * @param live the live ones, in order
 * @param rows how many there are, dead ones included
 * @param slots how many an input has, live or dead
 * @param mask which of the rows are live, as many as {@code live} has
 */
public record LiveVectors(String name, Rows live, long rows, int slots, BitSet mask)
    implements VectorSource {

  /** Checks that the mask fits. */
  public LiveVectors {
    if (mask.cardinality() != live.count() || mask.length() > rows) {
      throw new IllegalArgumentException(
          live.count() + " live vectors, but a mask of " + mask.cardinality() + " of " + rows);
    }
  }

  @Override
  public int width() {
    return live.width();
  }

  /** Rows of dead slots are 0. */
  @Override
  public void read(int rowsAtOnce, Sink sink) {
    int kept = 0;
    for (long from = 0; from < rows; from += rowsAtOnce) {
      int count = (int) Math.min(rowsAtOnce, rows - from);
      double[] block = new double[count * width()];
      for (int i = 0; i < count; i++) {
        if (mask.get((int) from + i)) {
          System.arraycopy(live.values(), kept++ * width(), block, i * width(), width());
        }
      }
      sink.accept(block, count);
    }
  }
}
