package org.conceptspaces.encoder.regularize;

/**
 * Where a weight that follows what training finds stands between two steps.
 *
 * @param average the moving average of the watched quantity
 * @param factor what the configured weight is multiplied by
 */
public record WeightState(double average, double factor) {

  /**
   * Whether training can have left it so; what was read from a file may be anything.
   *
   * @return whether both numbers are finite and the factor is above 0
   */
  public boolean isSound() {
    return Double.isFinite(average) && Double.isFinite(factor) && factor > 0;
  }
}
