package org.conceptspaces.analysis.metric;

/**
 * Blocked products of a bank with itself. Every number is a sum in one fixed order, so that results
 * do not depend on how the work is cut into threads.
 */
final class Gram {

  /** Rows taken at a time: each pass over a row of the result then adds as many products. */
  private static final int DEEP = 8;

  private Gram() {}

  /**
   * Adds {@code XᵀX} of some rows to the upper triangle of a matrix.
   *
   * @param x rows of {@code width} numbers
   * @param rows how many
   * @param gram row by row, {@code [width · width]}
   * @param from the first row of the matrix to work on
   * @param to the end of those rows
   */
  static void add(double[] x, int rows, int width, double[] gram, int from, int to) {
    int row = 0;
    for (; row + DEEP <= rows; row += DEEP) {
      int r0 = row * width;
      for (int i = from; i < to; i++) {
        addEight(x, r0, width, gram, i * width, i);
      }
    }
    for (; row < rows; row++) {
      int r = row * width;
      for (int i = from; i < to; i++) {
        double a = x[r + i];
        for (int j = i; j < width; j++) {
          gram[i * width + j] += a * x[r + j];
        }
      }
    }
  }

  private static void addEight(double[] x, int r0, int width, double[] gram, int line, int i) {
    int r1 = r0 + width;
    int r2 = r1 + width;
    int r3 = r2 + width;
    int r4 = r3 + width;
    int r5 = r4 + width;
    int r6 = r5 + width;
    int r7 = r6 + width;
    double a0 = x[r0 + i];
    double a1 = x[r1 + i];
    double a2 = x[r2 + i];
    double a3 = x[r3 + i];
    double a4 = x[r4 + i];
    double a5 = x[r5 + i];
    double a6 = x[r6 + i];
    double a7 = x[r7 + i];
    for (int j = i; j < width; j++) {
      gram[line + j] +=
          a0 * x[r0 + j]
              + a1 * x[r1 + j]
              + a2 * x[r2 + j]
              + a3 * x[r3 + j]
              + a4 * x[r4 + j]
              + a5 * x[r5 + j]
              + a6 * x[r6 + j]
              + a7 * x[r7 + j];
    }
  }

  /** {@code XᵀX} or {@code XXᵀ}, whichever is smaller: their eigenvalues above 0 are the same. */
  static double[][] smaller(Rows bank) {
    int n = bank.count();
    int d = bank.width();
    if (d <= n) {
      double[] gram = new double[d * d];
      add(bank.values(), n, d, gram, 0, d);
      return square(gram, d);
    }
    double[][] gram = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        gram[i][j] = dot(bank.values(), i * d, j * d, d);
        gram[j][i] = gram[i][j];
      }
    }
    return gram;
  }

  /** A symmetric matrix from its upper triangle. */
  static double[][] square(double[] upper, int width) {
    double[][] square = new double[width][width];
    for (int i = 0; i < width; i++) {
      for (int j = i; j < width; j++) {
        square[i][j] = upper[i * width + j];
        square[j][i] = square[i][j];
      }
    }
    return square;
  }

  /** An inner product of two rows of a bank. */
  static double dot(double[] x, int i, int j, int width) {
    return dot(x, i, x, j, width);
  }

  /** An inner product, by four sums side by side. */
  static double dot(double[] x, int i, double[] y, int j, int width) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int k = 0;
    for (; k + 4 <= width; k += 4) {
      s0 += x[i + k] * y[j + k];
      s1 += x[i + k + 1] * y[j + k + 1];
      s2 += x[i + k + 2] * y[j + k + 2];
      s3 += x[i + k + 3] * y[j + k + 3];
    }
    for (; k < width; k++) {
      s0 += x[i + k] * y[j + k];
    }
    return (s0 + s1) + (s2 + s3);
  }
}
