package org.conceptspaces.analysis.source;

import java.util.BitSet;
import org.conceptspaces.analysis.metric.Rows;
import org.conceptspaces.api.InputException;

/**
 * Vectors in memory, of which only the live ones are kept.
 *
 * @param name what messages call them
 * @param live the live ones, in order
 * @param rows how many there are, dead ones included
 * @param slots how many an input has, live or dead; 0 for a plain bank
 * @param mask which of the rows are live, as many as {@code live} has
 */
public record LiveVectors(String name, Rows live, long rows, int slots, BitSet mask)
    implements VectorSource {

  /** What is held in memory and computed with at once: 256 MB. */
  public static final long MOST_NUMBERS = 1L << 25;

  /** Numbers that are read at a time. */
  private static final int BLOCK = 1 << 20;

  /** Checks that the mask fits. */
  public LiveVectors {
    if (mask.cardinality() != live.count() || mask.length() > rows) {
      throw new IllegalArgumentException(
          live.count() + " live vectors, but a mask of " + mask.cardinality() + " of " + rows);
    }
  }

  /**
   * Reads the live vectors of a source.
   *
   * @param source the vectors
   * @return those that are live, in order
   * @throws InputException if they are more than {@link #MOST_NUMBERS}, none is live, or one is not
   *     finite
   */
  public static LiveVectors of(VectorSource source) {
    int width = source.width();
    BitSet mask = source.mask();
    long count = mask == null ? source.rows() : mask.cardinality();
    if (count * width > MOST_NUMBERS) {
      throw new InputException(
          source.name()
              + ": holds "
              + count
              + " points of "
              + width
              + " coordinates, which are analysed in memory, up to "
              + MOST_NUMBERS
              + " numbers; give fewer points");
    }
    if (count == 0) {
      throw noneLive(source.name());
    }
    BitSet live = new BitSet();
    if (mask == null) {
      live.set(0, (int) count);
    } else {
      live.or(mask);
    }
    Gatherer gatherer = new Gatherer(source, live, (int) count * width);
    source.read(Math.max(1, BLOCK / width), gatherer);
    Rows rows = new Rows(gatherer.kept, (int) count, width);
    return new LiveVectors(source.name(), rows, source.rows(), source.slots(), live);
  }

  /**
   * What to say where all vectors are dead.
   *
   * @param name what messages call the vectors
   * @return the exception
   */
  public static InputException noneLive(String name) {
    return new InputException(name + ": no vector is live, its mask is 0 everywhere");
  }

  /** Keeps what is live. */
  private static final class Gatherer implements Sink {
    private final VectorSource source;
    private final BitSet live;
    private final double[] kept;
    private int row;
    private int at;

    Gatherer(VectorSource source, BitSet live, int numbers) {
      this.source = source;
      this.live = live;
      kept = new double[numbers];
    }

    @Override
    public void accept(double[] values, int rows) {
      int width = source.width();
      for (int i = 0; i < rows; i++, row++) {
        if (live.get(row)) {
          VectorChecks.check(source.name(), row, values, i * width, width);
          System.arraycopy(values, i * width, kept, at, width);
          at += width;
        }
      }
    }
  }

  /**
   * Other vectors in the place of the live ones.
   *
   * @param others as many, of any width
   * @return the same inputs with these
   */
  public LiveVectors with(Rows others) {
    return new LiveVectors(name, others, rows, slots, mask);
  }

  /**
   * Which of all vectors, dead ones included, each live one is.
   *
   * @return numbers from 0, ascending
   */
  public int[] numbers() {
    return mask.stream().toArray();
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
