package org.conceptspaces.api;

/**
 * How a parameter starts: independent normal numbers around a mean.
 *
 * @param mean the mean
 * @param standardDeviation the standard deviation, 0 for a constant
 */
public record Initial(double mean, double standardDeviation) {

  /** Refuses what is no distribution. */
  public Initial {
    if (!Double.isFinite(mean) || !(standardDeviation >= 0) || standardDeviation > 1e6) {
      throw new IllegalArgumentException(
          "initial values want a finite mean and a standard deviation of at least 0, not mean "
              + mean
              + ", standard deviation "
              + standardDeviation);
    }
  }

  /**
   * The same number everywhere.
   *
   * @param value the number
   * @return the constant
   */
  public static Initial constant(double value) {
    return new Initial(value, 0);
  }

  /**
   * Normal numbers around 0.
   *
   * @param standardDeviation at least 0
   * @return the distribution
   */
  public static Initial normal(double standardDeviation) {
    return new Initial(0, standardDeviation);
  }
}
