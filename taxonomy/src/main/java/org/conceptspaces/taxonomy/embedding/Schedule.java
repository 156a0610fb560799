package org.conceptspaces.taxonomy.embedding;

/**
 * How far a step goes over the course of training. The rate falls linearly to 0; in the burn-in it
 * rises linearly from a hundredth of its full value, while directions still settle.
 *
 * @param epochs how often every pair is visited, at least 1
 * @param rate the full rate, above 0: the geodesic length that a derivative of 1 moves a point
 * @param burnIn the share of the epochs that belongs to the burn-in, from 0 to below 1
 */
public record Schedule(int epochs, double rate, double burnIn) {

  private static final double START = 0.01;

  /** Checks the ranges. */
  public Schedule {
    if (epochs < 1) {
      throw new IllegalArgumentException(epochs + " epochs; wants 1 at least");
    }
    if (!(rate > 0 && rate < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("rate " + rate + " is not above 0");
    }
    if (!(burnIn >= 0 && burnIn < 1)) {
      throw new IllegalArgumentException("burn-in " + burnIn + " is not from 0 to below 1");
    }
  }

  /**
   * The rate of an epoch.
   *
   * @param epoch from 0 to below the number of epochs
   * @return above 0
   */
  public double rate(int epoch) {
    double done = (double) epoch / epochs;
    double falling = rate * (1 - done);
    return done < burnIn ? Math.min(falling, rate * Math.max(START, done / burnIn)) : falling;
  }
}
