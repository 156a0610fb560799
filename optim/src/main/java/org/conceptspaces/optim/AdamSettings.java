package org.conceptspaces.optim;

import ai.djl.training.tracker.ParameterTracker;

/**
 * The settings that {@link AdamW} and {@link RiemannianAdam} share.
 *
 * @param learningRate the learning rate by the number of the update, from 1
 * @param beta1 how much of the first moment stays in each update, in [0, 1)
 * @param beta2 how much of the second moment stays in each update, in [0, 1)
 * @param epsilon what is added to the root of the second moment, above 0
 */
public record AdamSettings(
    ParameterTracker learningRate, double beta1, double beta2, double epsilon) {

  /** Checks the ranges. */
  public AdamSettings {
    if (!(beta1 >= 0 && beta1 < 1) || !(beta2 >= 0 && beta2 < 1)) {
      throw new IllegalArgumentException(
          "beta1 = " + beta1 + ", beta2 = " + beta2 + ": want numbers from 0 to below 1");
    }
    if (!(epsilon > 0) || Double.isInfinite(epsilon)) {
      throw new IllegalArgumentException("epsilon = " + epsilon + ": wants a number above 0");
    }
  }

  /**
   * The usual settings: 0.9, 0.999 and 1e-8.
   *
   * @param learningRate the learning rate by the number of the update, from 1
   * @return the settings
   */
  public static AdamSettings of(ParameterTracker learningRate) {
    return new AdamSettings(learningRate, 0.9, 0.999, 1e-8);
  }

  /**
   * The factor of {@code first moment / (√second moment + rootEpsilon)} in an update that corrects
   * the bias of both moments.
   */
  double factor(double rate, int update) {
    return rate * Math.sqrt(1 - Math.pow(beta2, update)) / (1 - Math.pow(beta1, update));
  }

  /** Epsilon, brought to the scale of the uncorrected second moment. */
  double rootEpsilon(int update) {
    return epsilon * Math.sqrt(1 - Math.pow(beta2, update));
  }
}
