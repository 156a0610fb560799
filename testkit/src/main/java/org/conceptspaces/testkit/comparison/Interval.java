package org.conceptspaces.testkit.comparison;

import java.util.Arrays;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * A mean with its 95% confidence interval, by Student's t distribution.
 *
 * @param mean the mean
 * @param half half the interval's width; 0 if all values are the same
 */
record Interval(double mean, double half) {

  private static final double UPPER = 0.975;

  /** The interval of two or more values. */
  static Interval of(double... values) {
    int n = values.length;
    double mean = Arrays.stream(values).average().orElseThrow();
    double squares = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum();
    double error = Math.sqrt(squares / (n - 1) / n);
    return new Interval(mean, error * quantile(n - 1));
  }

  static double quantile(int degreesOfFreedom) {
    return new TDistribution(degreesOfFreedom).inverseCumulativeProbability(UPPER);
  }

  /** That of the values with their signs changed. */
  Interval negated() {
    return new Interval(-mean, half);
  }

  double low() {
    return mean - half;
  }

  double high() {
    return mean + half;
  }
}
