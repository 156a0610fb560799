package org.conceptspaces.poincare.construction;

import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A linear binary code, its words read as corners ±1/√n of the cube: two words that differ in h of
 * n places have the cosine 1 − 2h/n. The best of many random codes by its least distance, which in
 * 3, 7 or 15 dimensions finds the simplex code. At most 63 dimensions are used.
 */
final class BinaryCode {

  private static final int TRIALS = 200;
  private static final long SEED = 1;

  private final long[] generators;
  private final int length;
  private final int dimension;
  private final int distance;

  private BinaryCode(long[] generators, int length, int dimension, int distance) {
    this.generators = generators;
    this.length = length;
    this.dimension = dimension;
    this.distance = distance;
  }

  /** A code, or null if the cube has not so many corners. */
  static @Nullable BinaryCode of(int count, int dimension) {
    int length = Math.min(63, dimension);
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(count - 1);
    if (bits > length) {
      return null;
    }
    Random random = new Random(SEED);
    long[] best = new long[bits];
    for (int bit = 0; bit < bits; bit++) {
      best[bit] = 1L << bit;
    }
    int distance = leastWeight(best, 0);
    for (int trial = 0; trial < TRIALS; trial++) {
      long[] generators = new long[bits];
      for (int bit = 0; bit < bits; bit++) {
        // a unit in the first places: no two words are the same
        long free = bits == length ? 0 : random.nextLong() >>> (Long.SIZE - (length - bits));
        generators[bit] = (1L << bit) | (free << bits);
      }
      int weight = leastWeight(generators, distance);
      if (weight > distance) {
        distance = weight;
        best = generators;
      }
    }
    return new BinaryCode(best, length, dimension, distance);
  }

  /** The least number of ones in a word but 0, through all words by Gray's order. */
  private static int leastWeight(long[] generators, int enough) {
    long word = 0;
    int least = Integer.MAX_VALUE;
    for (int index = 1; index < 1 << generators.length && least > enough; index++) {
      word ^= generators[Integer.numberOfTrailingZeros(index)];
      least = Math.min(least, Long.bitCount(word));
    }
    return least;
  }

  double cosine() {
    return 1 - 2.0 * distance / length;
  }

  double[][] words(int count) {
    double[][] words = new double[count][dimension];
    double unit = 1 / Math.sqrt(length);
    for (int index = 0; index < count; index++) {
      long word = 0;
      for (int bit = 0; bit < generators.length; bit++) {
        word ^= (index >>> bit & 1) == 0 ? 0 : generators[bit];
      }
      for (int axis = 0; axis < length; axis++) {
        words[index][axis] = (word >>> axis & 1) == 0 ? unit : -unit;
      }
    }
    return words;
  }
}
