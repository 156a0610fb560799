package org.conceptspaces.api;

/**
 * The numbers that an option accepts.
 *
 * @param minimum the least, possibly infinite
 * @param open whether {@code minimum} itself is refused
 * @param maximum the greatest, possibly infinite
 */
public record Range(double minimum, boolean open, double maximum) {

  /** Refuses an empty range. */
  public Range {
    if (!(minimum <= maximum)) {
      throw new IllegalArgumentException("empty range from " + minimum + " to " + maximum);
    }
  }

  /**
   * Numbers above a bound.
   *
   * @param bound the bound, refused itself
   * @return the range
   */
  public static Range above(double bound) {
    return new Range(bound, true, Double.POSITIVE_INFINITY);
  }

  /**
   * Numbers from a bound up.
   *
   * @param bound the bound, accepted itself
   * @return the range
   */
  public static Range atLeast(double bound) {
    return new Range(bound, false, Double.POSITIVE_INFINITY);
  }

  /**
   * Numbers between two bounds, both accepted.
   *
   * @param minimum the least
   * @param maximum the greatest
   * @return the range
   */
  public static Range between(double minimum, double maximum) {
    return new Range(minimum, false, maximum);
  }

  /**
   * Whether a number is accepted. NaN and infinities never are.
   *
   * @param value the number
   * @return true if it is finite and inside
   */
  public boolean contains(double value) {
    return Double.isFinite(value)
        && (open ? value > minimum : value >= minimum)
        && value <= maximum;
  }

  /** For messages: {@code above 0}, {@code from 1 to 8}, {@code of at least 1}. */
  @Override
  public String toString() {
    if (minimum == Double.NEGATIVE_INFINITY) {
      return Double.isInfinite(maximum) ? "of any size" : "of at most " + plain(maximum);
    }
    if (Double.isInfinite(maximum)) {
      return (open ? "above " : "of at least ") + plain(minimum);
    }
    return open
        ? "above " + plain(minimum) + ", at most " + plain(maximum)
        : "from " + plain(minimum) + " to " + plain(maximum);
  }

  private static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
