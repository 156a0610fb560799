package org.conceptspaces.testkit.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.opentest4j.AssertionFailedError;

/**
 * What can be claimed of a space by a metric. A claim is judged by 95% intervals (Student's t):
 * that of the space's own values, or that of the differences from another space's, seed by seed; in
 * each dimension by itself, and in all it must hold. Each method returns this, for the next claim.
 *
 * <p>Claims throw an {@link AssertionError} that shows the measurements if these do not bear them,
 * an {@link IllegalStateException} if a cell left no value to judge by, and an {@link
 * IllegalArgumentException} if they make no sense.
 */
public final class SpaceClaims {

  private final Metric metric;
  private final String space;

  SpaceClaims(Metric metric, String space) {
    this.metric = metric;
    this.space = space;
  }

  /**
   * Claims that the space is better than another: the whole interval of the differences is on the
   * better side of 0.
   *
   * @param other another space
   * @return this
   */
  public SpaceClaims beats(String other) {
    return differs(other, Claimed.beats(other, 0));
  }

  /**
   * Claims that the space is better than another by more than a margin: the whole interval of the
   * differences is beyond it.
   *
   * @param other another space
   * @param margin at least 0, in the metric's unit
   * @return this
   */
  public SpaceClaims beatsBy(String other, double margin) {
    return differs(other, Claimed.beats(other, atLeastZero("margin", margin)));
  }

  /**
   * Claims that the space is at most a little worse than another: no part of the interval of the
   * differences is farther than that on the worse side of 0. It may be better by any amount.
   *
   * @param other another space
   * @param within how much worse it may be, at least 0, in the metric's unit
   * @return this
   */
  public SpaceClaims isAsGoodAs(String other, double within) {
    return differs(other, Claimed.isAsGoodAs(other, atLeastZero("within", within)));
  }

  /**
   * Claims that the mean is above a bound: the whole interval of the space's values is.
   *
   * @param bound any number
   * @return this
   */
  public SpaceClaims isAbove(double bound) {
    return lies(Claimed.isAbove(bound));
  }

  /**
   * Claims that the mean is below a bound: the whole interval of the space's values is.
   *
   * @param bound any number
   * @return this
   */
  public SpaceClaims isBelow(double bound) {
    return lies(Claimed.isBelow(bound));
  }

  /**
   * Claims that the mean is in a range: the whole interval of the space's values is. An interval
   * may reach beyond all values that a metric can take; where a range ends with these, claim {@link
   * #isAbove} or {@link #isBelow}.
   *
   * @param low the least value accepted
   * @param high the largest value accepted, at least {@code low}
   * @return this
   */
  public SpaceClaims isBetween(double low, double high) {
    if (!(low <= high)) {
      throw new IllegalArgumentException("no number is between " + low + " and " + high);
    }
    return lies(Claimed.isBetween(low, high));
  }

  private SpaceClaims lies(Claimed claimed) {
    List<String> refuted = new ArrayList<>();
    for (int dimension : judged(space)) {
      double[] own = metric.values(space, dimension);
      if (!claimed.holds(Interval.of(own))) {
        refuted.add(new ClaimTable(metric, dimension).of(space, claimed));
      }
    }
    return verdict(claimed, refuted);
  }

  private SpaceClaims differs(String other, Claimed claimed) {
    metric.results().plan().checkSpace(other);
    if (other.equals(space)) {
      throw new IllegalArgumentException(space + " is compared with itself");
    }
    List<String> refuted = new ArrayList<>();
    for (int dimension : judged(space, other)) {
      double[] differences = metric.values(space, dimension);
      double[] others = metric.values(other, dimension);
      for (int i = 0; i < others.length; i++) {
        differences[i] -= others[i];
      }
      Interval interval = Interval.of(differences);
      if (!claimed.holds(metric.largerIsBetter() ? interval : interval.negated())) {
        refuted.add(new ClaimTable(metric, dimension).of(space, other, differences, claimed));
      }
    }
    return verdict(claimed, refuted);
  }

  private List<Integer> judged(String... spaces) {
    List<Integer> dimensions = metric.dimensions();
    List<String> missing =
        dimensions.stream()
            .flatMap(
                dimension ->
                    Stream.of(spaces).flatMap(one -> metric.missing(one, dimension).stream()))
            .toList();
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          metric.name()
              + " cannot be judged, since values are missing:\n  "
              + String.join("\n  ", missing));
    }
    return dimensions;
  }

  private SpaceClaims verdict(Claimed claimed, List<String> refuted) {
    if (!refuted.isEmpty()) {
      throw new AssertionFailedError(
          "the measurements do not bear that by "
              + metric
              + ", "
              + space
              + " "
              + claimed.what()
              + "\n"
              + String.join("", refuted));
    }
    return this;
  }

  private static double atLeastZero(String what, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(what + " = " + value + ": wants a number of at least 0");
    }
    return value;
  }
}
