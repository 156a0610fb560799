package org.conceptspaces.analysis.metric;

import java.util.Arrays;

/** The mean of each class of labelled vectors, and how many it has, gathered vector by vector. */
public final class ClassMeans {

  private final int width;
  private final double[] means;
  private final long[] counts;
  private double largest;

  /**
   * Starts with nothing gathered.
   *
   * @param classes how many classes there are
   * @param width the numbers of a vector
   */
  public ClassMeans(int classes, int width) {
    this.width = width;
    means = new double[Math.multiplyExact(classes, width)];
    counts = new long[classes];
  }

  /**
   * Gathers a vector (Welford 1962).
   *
   * @param label its class
   * @param values holds the vector
   * @param from where it begins
   */
  public void add(int label, double[] values, int from) {
    long count = ++counts[label];
    int to = label * width;
    for (int i = 0; i < width; i++) {
      means[to + i] += (values[from + i] - means[to + i]) / count;
      largest = Math.max(largest, Math.abs(values[from + i]));
    }
  }

  /**
   * How many classes have a vector.
   *
   * @return 0 or more
   */
  public int classes() {
    return (int) Arrays.stream(counts).filter(count -> count > 0).count();
  }

  int width() {
    return width;
  }

  /** How many vectors there are in all. */
  long count() {
    return Arrays.stream(counts).sum();
  }

  /** The largest |number| of any vector. */
  double largest() {
    return largest;
  }

  /** Writes a vector's difference from the mean of its class. */
  void residual(int label, double[] values, int from, double[] out, int to) {
    for (int i = 0; i < width; i++) {
      out[to + i] = values[from + i] - means[label * width + i];
    }
  }

  /**
   * Each class's mean around the mean of all vectors, times the root of the class's share of them:
   * rows whose Gram matrix is the covariance between classes.
   */
  Rows between() {
    double all = count();
    double[] mean = new double[width];
    for (int i = 0; i < means.length; i++) {
      mean[i % width] += means[i] * (counts[i / width] / all);
    }
    double[] between = new double[means.length];
    for (int i = 0; i < means.length; i++) {
      double share = counts[i / width] / all;
      between[i] = share == 0 ? 0 : Math.sqrt(share) * (means[i] - mean[i % width]);
    }
    return new Rows(between, counts.length, width);
  }
}
