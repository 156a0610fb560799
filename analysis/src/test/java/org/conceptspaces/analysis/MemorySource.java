package org.conceptspaces.analysis;

import java.util.Arrays;
import java.util.BitSet;
import org.conceptspaces.analysis.metric.Rows;
import org.conceptspaces.analysis.source.VectorSource;
import org.jspecify.annotations.Nullable;

/** Vectors in memory. */
record MemorySource(Rows bank, int slots, @Nullable BitSet mask) implements VectorSource {

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public long rows() {
    return bank.count();
  }

  @Override
  public int width() {
    return bank.width();
  }

  @Override
  public void read(int rowsAtOnce, Sink sink) {
    for (int from = 0; from < bank.count(); from += rowsAtOnce) {
      int rows = Math.min(rowsAtOnce, bank.count() - from);
      sink.accept(Arrays.copyOfRange(bank.values(), from * width(), (from + rows) * width()), rows);
    }
  }
}
