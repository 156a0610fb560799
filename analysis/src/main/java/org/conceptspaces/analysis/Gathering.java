package org.conceptspaces.analysis;

import java.util.Arrays;
import java.util.BitSet;
import org.conceptspaces.analysis.metric.Moments;
import org.conceptspaces.analysis.metric.Rows;
import org.conceptspaces.analysis.metric.SlotMoments;
import org.conceptspaces.analysis.source.LiveVectors;
import org.conceptspaces.analysis.source.VectorChecks;
import org.conceptspaces.analysis.source.VectorSource;
import org.conceptspaces.api.InputException;
import org.jspecify.annotations.Nullable;

/** One pass over all vectors, block by block: checks them, and gathers what metrics want. */
final class Gathering implements VectorSource.Sink {

  /** Numbers of a block. */
  private static final int BLOCK = 1 << 20;

  /** Numbers of a sample, or of one input's concepts, that arrays of bytes can hold. */
  private static final long MOST = (1L << 28) - 1;

  /** So that the square of the largest number is not 0. */
  private static final double SMALLEST = 1e-150;

  private final VectorSource source;
  private final int width;
  private final int slots;
  private final @Nullable BitSet mask;
  private final RowSample sample;
  private final @Nullable Moments all;
  private final @Nullable Moments directions;
  private final @Nullable SlotMoments ofSlots;
  private final @Nullable InputConcepts ofInputs;
  private final AnalysisOptions options;
  private final long live;
  private double[] block = {};
  private double[] unit = {};
  private long row;
  private long zeros;
  private double largest;

  private Gathering(VectorSource source, AnalysisOptions options) {
    this.source = source;
    this.options = options;
    width = source.width();
    slots = source.slots();
    mask = source.mask();
    live = mask == null ? source.rows() : mask.cardinality();
    if (live == 0) {
      throw LiveVectors.noneLive(source.name());
    }
    long sampled = Math.min(live, options.sample());
    if (sampled * width > MOST || (long) slots * width > MOST) {
      throw new InputException(
          source.name()
              + ": has vectors of "
              + width
              + " dimensions, "
              + (sampled * width > MOST
                  ? sampled + " of them to compare in pairs"
                  : slots + " an input")
              + ", which is more than "
              + MOST
              + " numbers; compare fewer (--sample) or give fewer dimensions");
    }
    sample = new RowSample(live, options.sample(), width, options.seed());
    // what fits into the sample as a whole, or is too wide, is analysed there
    boolean many = live > options.sample() && width <= options.widest();
    all = many ? new Moments(width, options.workers()) : null;
    directions = many ? new Moments(width, options.workers()) : null;
    ofSlots = slots > 0 ? new SlotMoments(slots, width) : null;
    ofInputs = slots > 0 ? new InputConcepts(source.rows() / slots, slots, options) : null;
  }

  static Gathering of(VectorSource source, AnalysisOptions options) {
    Gathering gathering = new Gathering(source, options);
    int atOnce = Math.max(1, BLOCK / source.width());
    int whole = Math.max(1, source.slots());
    source.read(Math.max(1, atOnce / whole) * whole, gathering);
    if (gathering.largest > 0 && gathering.largest < SMALLEST) {
      throw new InputException(
          source.name()
              + ": its largest number is "
              + gathering.largest
              + ", whose square is 0; scale the vectors");
    }
    return gathering;
  }

  @Override
  public void accept(double[] values, int rows) {
    if (block.length < rows * width) {
      block = new double[rows * width];
      unit = new double[rows * width];
    }
    int kept = 0;
    int pointed = 0;
    for (int i = 0; i < rows; i++, row++) {
      if (mask != null && !mask.get((int) row)) {
        continue;
      }
      largest = Math.max(largest, VectorChecks.check(source.name(), row, values, i * width, width));
      System.arraycopy(values, i * width, block, kept * width, width);
      if (Rows.direction(values, i * width, unit, pointed * width, width)) {
        pointed++;
      } else {
        zeros++;
      }
      sample.offer(values, i * width);
      if (ofSlots != null) {
        ofSlots.add((int) (row % slots), values, i * width);
      }
      kept++;
    }
    if (all != null && directions != null) {
      all.add(block, kept);
      directions.add(unit, pointed);
    }
    if (ofInputs != null) {
      inputs(ofInputs, values, rows);
    }
  }

  private void inputs(InputConcepts concepts, double[] values, int rows) {
    long first = row - rows;
    for (int input = 0; input < rows / slots; input++) {
      if (concepts.wanted()) {
        double[] own = new double[slots * width];
        int[] live = new int[slots];
        int kept = 0;
        for (int slot = 0; slot < slots; slot++) {
          int at = input * slots + slot;
          if (mask == null || mask.get((int) (first + at))) {
            System.arraycopy(values, at * width, own, kept * width, width);
            live[kept++] = slot;
          }
        }
        concepts.add(
            new Rows(Arrays.copyOf(own, kept * width), kept, width), Arrays.copyOf(live, kept));
      }
    }
    concepts.flush();
  }

  long live() {
    return live;
  }

  long zeros() {
    return zeros;
  }

  /** How many vectors the totals are of. */
  long ranked() {
    return all == null ? Math.min(live, options.sample()) : live;
  }

  Rows sample() {
    return sample.rows();
  }

  Totals totals(Rows sampled) {
    return all == null || directions == null
        ? Totals.of(sampled, options.workers())
        : Totals.of(all, directions);
  }

  @Nullable SlotMoments slots() {
    return ofSlots;
  }

  @Nullable InputConcepts inputs() {
    return ofInputs;
  }
}
