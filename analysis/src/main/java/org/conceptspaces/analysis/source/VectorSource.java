package org.conceptspaces.analysis.source;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Vectors that are read from their beginning to their end, as often as one likes. */
public interface VectorSource {

  /** Takes blocks of vectors. */
  @FunctionalInterface
  interface Sink {
    /**
     * Takes a block.
     *
     * @param values vectors, one after the other; the array is filled anew for the next block
     * @param rows how many of them
     */
    void accept(double[] values, int rows);
  }

  /**
   * What messages call them.
   *
   * @return a file, mostly
   */
  String name();

  /**
   * How many vectors there are, dead ones included.
   *
   * @return above 0
   */
  long rows();

  /**
   * How many concepts an input has, where vectors are those of inputs: {@code [inputs, slots, D]}.
   *
   * @return above 0; 0 for a plain bank, {@code [N, D]}
   */
  int slots();

  /**
   * The numbers of a vector.
   *
   * @return D, above 0
   */
  int width();

  /**
   * Which vectors are live.
   *
   * @return by row; null if all are
   */
  default @Nullable BitSet mask() {
    return null;
  }

  /**
   * Reads all vectors in order. Numbers may be anything, NaN included.
   *
   * @param rowsAtOnce the most vectors of a block, above 0
   * @param sink takes the blocks, all full but the last
   * @throws org.conceptspaces.api.InputException if they cannot be read to the end
   */
  void read(int rowsAtOnce, Sink sink);
}
