package org.conceptspaces.encoder.regularize;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a regulariser has to report of a step, or on average of several.
 *
 * @param loss its loss without weight
 * @param weight its weight
 * @param quantity the name of the quantity that tells whether it is needed, in snake case
 * @param watched that quantity
 */
public record RegularizerReport(double loss, double weight, String quantity, double watched) {

  /**
   * Adds another report of the same regulariser.
   *
   * @param other of another step
   * @return sums
   */
  public RegularizerReport plus(RegularizerReport other) {
    return new RegularizerReport(
        loss + other.loss, weight + other.weight, quantity, watched + other.watched);
  }

  /**
   * Makes means of sums.
   *
   * @param count of how many steps
   * @return means
   */
  public RegularizerReport dividedBy(int count) {
    return new RegularizerReport(loss / count, weight / count, quantity, watched / count);
  }

  /**
   * Whether training can have left reports so; what was read from a file may be anything.
   *
   * @param reports by name
   * @return whether all are there and complete, and losses that count finite
   */
  public static boolean areSound(@Nullable Map<String, @Nullable RegularizerReport> reports) {
    return reports != null
        && reports.values().stream().allMatch(report -> report != null && report.isSound());
  }

  private boolean isSound() {
    // what is only watched may be no number, and ends no training
    return quantity != null && Double.isFinite(weight == 0 ? weight : loss + weight);
  }
}
