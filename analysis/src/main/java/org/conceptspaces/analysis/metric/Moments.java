package org.conceptspaces.analysis.metric;

/**
 * Count, mean and covariance of any number of vectors, gathered block by block in float64, in
 * memory that their number does not change. Sums are taken around the mean of the first block, so
 * that an offset that is large beside the spread loses no digits.
 */
public final class Moments {

  private final int width;
  private final Workers workers;
  private final double[] gram;
  private final double[] sum;
  private double[] shift = {};
  private double[] shifted = {};
  private long count;

  /**
   * Starts with nothing gathered.
   *
   * @param width the numbers of a vector
   * @param workers who compute; their number changes no bit of the results
   */
  public Moments(int width, Workers workers) {
    this.width = width;
    this.workers = workers;
    gram = new double[Math.multiplyExact(width, width)];
    sum = new double[width];
  }

  /**
   * Gathers a block.
   *
   * @param values vectors, one after the other
   * @param rows how many of them
   */
  public void add(double[] values, int rows) {
    if (rows == 0) {
      return;
    }
    if (count == 0) {
      shift = Rows.mean(values, rows, width);
    }
    if (shifted.length < rows * width) {
      shifted = new double[rows * width];
    }
    for (int row = 0; row < rows; row++) {
      int from = row * width;
      for (int i = 0; i < width; i++) {
        double value = values[from + i] - shift[i];
        shifted[from + i] = value;
        sum[i] += value;
      }
    }
    count += rows;
    // rows of the upper triangle grow shorter: small pieces share the work evenly
    workers.each(
        (width + 15) / 16,
        piece ->
            Gram.add(shifted, rows, width, gram, 16 * piece, Math.min(width, 16 * piece + 16)));
  }

  /**
   * How many vectors were gathered.
   *
   * @return 0 or more
   */
  public long count() {
    return count;
  }

  /**
   * Their mean.
   *
   * @return {@code [D]}; NaN if there are none
   */
  public double[] mean() {
    double[] mean = new double[width];
    for (int i = 0; i < width; i++) {
      mean[i] = count == 0 ? Double.NaN : shift[i] + sum[i] / count;
    }
    return mean;
  }

  /**
   * {@code Σ (x − μ)(x − μ)ᵀ}.
   *
   * @return {@code [D][D]}
   */
  public double[][] centredGram() {
    double[][] centred = Gram.square(gram, width);
    for (int i = 0; i < width; i++) {
      for (int j = 0; j < width; j++) {
        centred[i][j] -= count == 0 ? 0 : sum[i] * sum[j] / count;
      }
    }
    return centred;
  }

  /**
   * {@code Σ x xᵀ}.
   *
   * @return {@code [D][D]}
   */
  public double[][] gram() {
    double[][] raw = centredGram();
    double[] mean = mean();
    for (int i = 0; i < width; i++) {
      for (int j = 0; j < width; j++) {
        raw[i][j] += count == 0 ? 0 : mean[i] * mean[j] * count;
      }
    }
    return raw;
  }

  /**
   * The variance of each dimension, by {@code N − 1}.
   *
   * @return {@code [D]}; NaN if there are fewer than two vectors
   */
  public double[] variances() {
    double[] variances = new double[width];
    for (int i = 0; i < width; i++) {
      double squares = gram[i * width + i] - sum[i] * sum[i] / count;
      variances[i] = count < 2 ? Double.NaN : Math.max(0, squares) / (count - 1);
    }
    return variances;
  }
}
