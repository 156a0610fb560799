package org.conceptspaces.encoder.measure;

import java.util.Arrays;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;

/**
 * A mean with its 95% confidence interval over seeds, by Student's t distribution.
 *
 * @param mean the mean
 * @param half half the interval's width; NaN for a single value, which has no interval
 * @param count the number of values
 */
public record Interval(double mean, double half, int count) {

  private static final double CONFIDENCE = 0.95;

  /**
   * The interval of some values.
   *
   * @param values at least one
   * @return the interval; NaN if a value is
   */
  public static Interval of(double... values) {
    int n = values.length;
    double mean = StatUtils.mean(values);
    if (n < 2) {
      return new Interval(mean, Double.NaN, n);
    }
    double deviation = Math.sqrt(StatUtils.variance(values));
    double quantile =
        new TDistribution(n - 1).inverseCumulativeProbability(1 - (1 - CONFIDENCE) / 2);
    return new Interval(mean, quantile * deviation / Math.sqrt(n), n);
  }

  /**
   * The interval of differences between values that belong together, seed by seed.
   *
   * @param first values
   * @param second as many values, in the same order
   * @return the interval of {@code first − second}
   */
  public static Interval ofDifferences(double[] first, double[] second) {
    if (first.length != second.length) {
      throw new IllegalArgumentException(
          "pairs want as many values on both sides, not " + first.length + " and " + second.length);
    }
    double[] differences = Arrays.copyOf(first, first.length);
    for (int i = 0; i < second.length; i++) {
      differences[i] -= second[i];
    }
    return of(differences);
  }

  /**
   * The lower end.
   *
   * @return {@code mean − half}
   */
  public double low() {
    return mean - half;
  }

  /**
   * The upper end.
   *
   * @return {@code mean + half}
   */
  public double high() {
    return mean + half;
  }

  /**
   * Whether the whole interval lies on one side of 0.
   *
   * @return false for a single value, which tells nothing about its spread
   */
  public boolean excludesZero() {
    return low() > 0 || high() < 0;
  }
}
