package org.conceptspaces.analysis.metric;

/**
 * An estimate from a sample, with its 95% interval.
 *
 * @param value the estimate; NaN if the sample allows none
 * @param low the lower end
 * @param high the upper end
 * @param count how many points it rests on, those left out not counted
 */
public record Estimate(double value, double low, double high, int count) {

  /** No estimate. */
  static Estimate none(int count) {
    return new Estimate(Double.NaN, Double.NaN, Double.NaN, count);
  }
}
