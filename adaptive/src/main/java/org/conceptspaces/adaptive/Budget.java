package org.conceptspaces.adaptive;

/**
 * How many concepts texts may have.
 *
 * @param minimum the fewest a text has, at least 1
 * @param maximum the most a text has
 * @param wanted how many texts shall have on average, or 0 where that is left to the tolerance
 * @param tolerance how many nats one more concept must save a text to be worth having
 */
record Budget(int minimum, int maximum, double wanted, double tolerance) {

  boolean isGiven() {
    return wanted > 0;
  }

  /** What is wanted on average, or else the middle: where an unbiased beginner starts. */
  double expected() {
    return isGiven() ? wanted : (minimum + maximum) / 2.0;
  }
}
