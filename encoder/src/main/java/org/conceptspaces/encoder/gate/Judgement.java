package org.conceptspaces.encoder.gate;

/**
 * What a gate comes to with some numbers.
 *
 * @param left the value of its left side; NaN if it has none
 * @param right the value of its right side; NaN if it has none
 * @param passed whether both have values, and the comparison holds
 * @param reason why a side has no value; empty text if both have
 */
public record Judgement(double left, double right, boolean passed, String reason) {

  /**
   * A gate that fails for want of a number.
   *
   * @param reason why there is none
   * @return a failure without values
   */
  public static Judgement without(String reason) {
    return new Judgement(Double.NaN, Double.NaN, false, reason);
  }
}
