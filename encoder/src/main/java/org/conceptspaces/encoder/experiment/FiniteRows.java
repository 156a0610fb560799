package org.conceptspaces.encoder.experiment;

import java.util.Arrays;
import org.conceptspaces.encoder.measure.TextBank;

/**
 * Passes rows on as long as they are finite. A model whose batches were in order may still break
 * down on another text: it has no ranks then, but all its other measurements.
 */
final class FiniteRows implements TextBank.RowConsumer {

  private final TextBank.RowConsumer consumer;
  private boolean all = true;

  FiniteRows(TextBank.RowConsumer consumer) {
    this.consumer = consumer;
  }

  @Override
  public void accept(int row, double[] distances) {
    all = all && Arrays.stream(distances).allMatch(Double::isFinite);
    if (all) {
      consumer.accept(row, distances);
    }
  }

  /** Whether all rows were finite so far. */
  boolean all() {
    return all;
  }
}
