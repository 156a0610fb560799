package org.conceptspaces.testkit.comparison;

import java.util.function.Predicate;

/**
 * A claim, of the interval of a space's values or of its lead over another space.
 *
 * @param what in words, after the space's name
 * @param range where the interval must lie
 * @param reversed where it must lie if smaller is better and the lead is minus the difference
 * @param condition tells whether an interval bears it
 */
record Claimed(String what, String range, String reversed, Predicate<Interval> condition) {

  static Claimed beats(String other, double margin) {
    return new Claimed(
        "beats " + other + (margin == 0 ? "" : " by more than " + margin),
        "above " + positive(margin),
        "below " + positive(-margin),
        lead -> lead.low() > margin);
  }

  static Claimed isAsGoodAs(String other, double within) {
    return new Claimed(
        "is as good as " + other + (within == 0 ? "" : " or at most " + within + " worse"),
        "at or above " + positive(-within),
        "at or below " + positive(within),
        lead -> lead.low() >= -within);
  }

  static Claimed isAbove(double bound) {
    return own("above " + bound, own -> own.low() > bound);
  }

  static Claimed isBelow(double bound) {
    return own("below " + bound, own -> own.high() < bound);
  }

  static Claimed isBetween(double low, double high) {
    return own("between " + low + " and " + high, own -> own.low() >= low && own.high() <= high);
  }

  private static Claimed own(String range, Predicate<Interval> condition) {
    return new Claimed("is " + range, range, range, condition);
  }

  // not -0.0
  private static double positive(double bound) {
    return bound == 0 ? 0 : bound;
  }

  boolean holds(Interval interval) {
    return condition.test(interval);
  }
}
