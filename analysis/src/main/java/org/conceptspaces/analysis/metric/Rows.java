package org.conceptspaces.analysis.metric;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A bank of vectors, one after the other. The array is shared, not copied; whoever made it leaves
 * it alone.
 *
 * @param values the vectors, {@code [count · width]}
 * @param count how many vectors there are, 0 or more
 * @param width the numbers of a vector, above 0
 */
@SuppressWarnings("ArrayRecordComponent") // large; passed on, never compared
public record Rows(double[] values, int count, int width) {

  /** Checks the shape. */
  public Rows {
    if (count < 0 || width <= 0 || (long) count * width != values.length) {
      throw new IllegalArgumentException(
          values.length + " numbers are not " + count + " vectors of " + width);
    }
  }

  /**
   * A bank of vectors.
   *
   * @param vectors at least one, all of the same length, {@code [N][D]}
   * @return a copy
   */
  public static Rows of(double[][] vectors) {
    double[] values = Arrays.stream(vectors).flatMapToDouble(Arrays::stream).toArray();
    return new Rows(values, vectors.length, vectors[0].length);
  }

  /**
   * Independent standard normal numbers.
   *
   * @param count how many vectors
   * @param width their length
   * @param random where they come from
   * @return the bank
   */
  public static Rows gaussian(int count, int width, RandomGenerator random) {
    double[] values = new double[Math.multiplyExact(count, width)];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextGaussian();
    }
    return new Rows(values, count, width);
  }

  /**
   * One number.
   *
   * @param row which vector
   * @param column which of its numbers
   * @return the number
   */
  public double get(int row, int column) {
    return values[row * width + column];
  }

  /**
   * A vector's Euclidean norm.
   *
   * @param row which vector
   * @return its length
   */
  public double norm(int row) {
    return norm(values, row * width, width);
  }

  static double norm(double[] values, int from, int width) {
    double sum = 0;
    for (int i = from; i < from + width; i++) {
      sum += values[i] * values[i];
    }
    return Math.sqrt(sum);
  }

  /**
   * The vectors' mean.
   *
   * @return {@code [width]}; NaN if there are none
   */
  public double[] mean() {
    return mean(values, count, width);
  }

  /** Around the first vector, so that vectors which are all the same have exactly that mean. */
  static double[] mean(double[] values, int count, int width) {
    double[] mean = new double[width];
    for (int row = 1; row < count; row++) {
      for (int i = 0; i < width; i++) {
        mean[i] += values[row * width + i] - values[i];
      }
    }
    for (int i = 0; i < width; i++) {
      mean[i] = count == 0 ? Double.NaN : values[i] + mean[i] / count;
    }
    return mean;
  }

  /**
   * The vectors around their mean.
   *
   * @return a new bank of the same shape
   */
  public Rows centred() {
    double[] mean = mean();
    double[] centred = values.clone();
    for (int i = 0; i < centred.length; i++) {
      centred[i] -= mean[i % width];
    }
    return new Rows(centred, count, width);
  }

  /**
   * The vectors' directions: each divided by its norm. Zero vectors have none and are left out.
   *
   * @return a new bank, maybe of fewer vectors
   */
  public Rows directions() {
    double[] unit = new double[values.length];
    int kept = 0;
    for (int row = 0; row < count; row++) {
      if (direction(values, row * width, unit, kept * width, width)) {
        kept++;
      }
    }
    return new Rows(Arrays.copyOf(unit, kept * width), kept, width);
  }

  /**
   * Writes the direction of a vector.
   *
   * @param values holds the vector
   * @param from where it begins
   * @param out takes the direction
   * @param to where that begins
   * @param width the numbers of a vector
   * @return false, and nothing written, if the vector is 0 and has none
   */
  public static boolean direction(double[] values, int from, double[] out, int to, int width) {
    double largest = 0;
    for (int i = 0; i < width; i++) {
      largest = Math.max(largest, Math.abs(values[from + i]));
    }
    if (largest == 0) {
      return false;
    }
    // the largest is taken out first, so that squares neither overflow nor vanish
    for (int i = 0; i < width; i++) {
      out[to + i] = values[from + i] / largest;
    }
    double norm = norm(out, to, width);
    for (int i = to; i < to + width; i++) {
      out[i] /= norm;
    }
    return true;
  }

  /**
   * Some of the vectors, every choice equally likely, in their order.
   *
   * @param most how many at most
   * @param random what chooses
   * @return this bank, if it has no more; else a copy of those chosen
   */
  public Rows sample(int most, RandomGenerator random) {
    if (count <= most) {
      return this;
    }
    double[] chosen = new double[most * width];
    int kept = 0;
    for (int row = 0; row < count && kept < most; row++) {
      if (random.nextDouble() * (count - row) < most - kept) {
        System.arraycopy(values, row * width, chosen, kept++ * width, width);
      }
    }
    return new Rows(chosen, most, width);
  }
}
