package org.conceptspaces.analysis.metric;

import java.util.Random;

/** Banks of vectors whose metrics are known. */
public final class Banks {

  private Banks() {}

  /** Independent standard normal numbers. */
  public static Rows gaussian(int count, int width, long seed) {
    return Rows.gaussian(count, width, new Random(seed));
  }

  /** Gaussian vectors in the first {@code rank} dimensions, turned into all of them. */
  public static Rows ofRank(int rank, int count, int width, long seed) {
    Random random = new Random(seed);
    Rows small = Rows.gaussian(count, rank, random);
    Rows basis = Rows.gaussian(rank, width, random);
    double[] values = new double[count * width];
    for (int row = 0; row < count; row++) {
      for (int k = 0; k < rank; k++) {
        for (int i = 0; i < width; i++) {
          values[row * width + i] += small.get(row, k) * basis.get(k, i) / Math.sqrt(width);
        }
      }
    }
    return new Rows(values, count, width);
  }

  /** The same vectors moved by one. */
  public static Rows offset(Rows bank, double by) {
    double[] values = bank.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] += by;
    }
    return new Rows(values, bank.count(), bank.width());
  }

  /** One vector, over and over. */
  public static Rows constant(int count, int width) {
    double[] values = new double[count * width];
    for (int i = 0; i < values.length; i++) {
      values[i] = 1 + i % width;
    }
    return new Rows(values, count, width);
  }

  /** Uniform in the unit cube. */
  public static Rows cube(int count, int width, long seed) {
    Random random = new Random(seed);
    double[] values = new double[count * width];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextDouble();
    }
    return new Rows(values, count, width);
  }

  /** The corners of a regular simplex on the unit sphere, {@code n} of them in n dimensions. */
  public static Rows simplex(int n) {
    double[][] corners = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        corners[i][j] = (i == j ? 1 : 0) - 1.0 / n;
      }
    }
    return Rows.of(corners).directions();
  }
}
