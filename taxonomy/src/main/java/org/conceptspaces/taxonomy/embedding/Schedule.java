package org.conceptspaces.taxonomy.embedding;

/**
 * How far a step goes over the course of training, and what it moves. The first epochs may move
 * tangents, where points far out still turn, and the others points, which settles them; each of the
 * two stages ends at a rate of 0. The rate falls linearly; in the burn-in, which is a part of the
 * first stage, it rises linearly from a hundredth of its full value, while directions still settle.
 *
 * @param epochs how often every pair is visited, at least 1
 * @param rate the full rate of points, above 0: the geodesic length that a derivative of 1 moves
 *     one
 * @param burnIn the share of the first stage that belongs to the burn-in, from 0 to below 1
 * @param tangents the share of the epochs that move tangents, from 0 to 1
 */
public record Schedule(int epochs, double rate, double burnIn, double tangents) {

  private static final double START = 0.01;

  /** Tangents bear larger steps, which are divided by the distance from the origin. */
  private static final double TANGENTS_TO_POINTS = 2.5;

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
    if (!(tangents >= 0 && tangents <= 1)) {
      throw new IllegalArgumentException("a share of " + tangents + " is not from 0 to 1");
    }
  }

  /**
   * The steps of an epoch.
   *
   * @param epoch from 0 to below the number of epochs
   * @return of a rate above 0
   */
  public Step step(int epoch) {
    long turning = Math.round(tangents * epochs);
    if (epoch >= turning) {
      double done = (double) (epoch - turning) / (epochs - turning);
      return Step.ofPoints(rate * share(done, turning == 0 ? burnIn : 0));
    }
    double turned = share((double) epoch / turning, burnIn);
    return new Step(Parametrisation.TANGENTS, TANGENTS_TO_POINTS * rate * turned);
  }

  private static double share(double done, double burnIn) {
    double falling = 1 - done;
    return done < burnIn ? Math.min(falling, Math.max(START, done / burnIn)) : falling;
  }
}
