package org.conceptspaces.placement.rank;

import java.util.List;

/**
 * Makes probabilities of scores that a ranking gives to texts it was not fitted to.
 *
 * @param temperature what scores are divided by, above 0
 * @param missed the probability that the parent is none of the candidates, from 0 to below 1
 */
public record Calibration(double temperature, double missed) {

  /**
   * Calibrates.
   *
   * @param temperature what scores are divided by, above 0
   * @param examples texts whose parents may be missed
   * @return the calibration
   */
  public static Calibration of(double temperature, List<Example> examples) {
    long covered = examples.stream().filter(Example::isCovered).count();
    return new Calibration(temperature, (examples.size() - covered) / (examples.size() + 1.0));
  }

  /**
   * The probabilities of candidates.
   *
   * @param scores of each
   * @return a new array: the probability that each is the parent; they sum to 1 less {@link
   *     #missed}
   */
  public double[] probabilities(double[] scores) {
    double[] p = ConditionalLogit.softmax(divided(scores, temperature));
    for (int i = 0; i < p.length; i++) {
      p[i] *= 1 - missed;
    }
    return p;
  }

  static double[] divided(double[] scores, double temperature) {
    double[] divided = scores.clone();
    for (int i = 0; i < divided.length; i++) {
      divided[i] /= temperature;
    }
    return divided;
  }
}
