package org.conceptspaces.placement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How well typicality tells texts that belong to a taxonomy from texts that do not: the receiver
 * operating characteristic, and the area under it, which is the probability that a text that
 * belongs is the more typical of two (Hanley and McNeil, "The meaning and use of the area under a
 * receiver operating characteristic (ROC) curve", 1982); ties count half.
 */
public final class Separation {

  private final double area;
  private final List<Point> curve;

  private Separation(double area, List<Point> curve) {
    this.area = area;
    this.curve = List.copyOf(curve);
  }

  /**
   * What becomes of both kinds of texts where those above a threshold are taken to belong.
   *
   * @param outside the share of texts from outside that are wrongly taken
   * @param belonging the share of texts that belong that are taken
   */
  public record Point(double outside, double belonging) {}

  /**
   * Compares.
   *
   * @param belonging the typicalities of texts that belong, at least one
   * @param outside the typicalities of texts that do not, at least one
   * @return how well they are told apart
   * @throws IllegalArgumentException if there are none of a kind
   */
  public static Separation of(double[] belonging, double[] outside) {
    if (belonging.length == 0 || outside.length == 0) {
      throw new IllegalArgumentException("wants texts that belong and texts that do not");
    }
    double[] inner = descending(belonging);
    double[] outer = descending(outside);
    List<Point> curve = new ArrayList<>(List.of(new Point(0, 0)));
    double area = 0;
    int taken = 0;
    int wrong = 0;
    while (taken < inner.length || wrong < outer.length) {
      double threshold =
          Math.max(
              taken < inner.length ? inner[taken] : Double.NEGATIVE_INFINITY,
              wrong < outer.length ? outer[wrong] : Double.NEGATIVE_INFINITY);
      int before = taken;
      int wrongBefore = wrong;
      while (taken < inner.length && inner[taken] >= threshold) {
        taken++;
      }
      while (wrong < outer.length && outer[wrong] >= threshold) {
        wrong++;
      }
      area += (wrong - wrongBefore) * (taken + before) / 2.0;
      curve.add(new Point((double) wrong / outer.length, (double) taken / inner.length));
    }
    return new Separation(area / inner.length / outer.length, curve);
  }

  private static double[] descending(double[] values) {
    double[] sorted = Arrays.stream(values).map(value -> -value).sorted().toArray();
    return Arrays.stream(sorted).map(value -> -value).toArray();
  }

  /**
   * The area under the curve.
   *
   * @return from 0 to 1; 0.5 where nothing is told apart
   */
  public double area() {
    return area;
  }

  /**
   * The curve.
   *
   * @return from (0, 0) to (1, 1), a point for each typicality
   */
  public List<Point> curve() {
    return curve;
  }
}
