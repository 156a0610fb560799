package org.conceptspaces.analysis.metric;

import java.util.function.DoubleUnaryOperator;
import org.hipparchus.special.Beta;
import org.hipparchus.special.Gamma;

/**
 * What a bank of independent standard normal vectors has, which point anywhere: the least that a
 * target may ask for. Each bound is one that about one such bank in a hundred misses.
 */
public final class RandomDirections {

  private static final double MISSES = 0.01;
  private static final double DEVIATIONS = 3;
  private static final int STEPS = 2000;
  private static final int HALVINGS = 50;

  private RandomDirections() {}

  /**
   * The mean |cosine| of two directions, {@code Γ(d/2) / (√π Γ((d+1)/2))}.
   *
   * @param dimension d, above 0
   * @return 1 in one dimension, 2/π in two, and less in more
   */
  public static double meanCosine(int dimension) {
    double logarithm = Gamma.logGamma(dimension / 2.0) - Gamma.logGamma((dimension + 1) / 2.0);
    return Math.exp(logarithm) / Math.sqrt(Math.PI);
  }

  /**
   * What the mean |cosine| over all pairs stays below: three standard deviations above its own
   * mean. Pairs are independent, since a direction has the same cosines whatever it is.
   *
   * @param directions how many, above 1
   * @param dimension d, above 0
   * @return 1 at most
   */
  public static double meanCosineBound(double directions, int dimension) {
    double mean = meanCosine(dimension);
    double variance = Math.max(0, 1.0 / dimension - mean * mean);
    return Math.min(1, mean + DEVIATIONS * Math.sqrt(variance / pairs(directions)));
  }

  /**
   * What the largest |cosine| stays below: {@code P(|cos| > q) = I(1 − q²; (d−1)/2, 1/2)} for each
   * pair.
   *
   * @param directions how many, above 1
   * @param dimension d, above 0
   * @return 1 at most
   */
  public static double maxCosineBound(double directions, int dimension) {
    if (dimension == 1) {
      return 1;
    }
    return level(
        q ->
            1
                - pairs(directions)
                    * Beta.regularizedBeta(1 - q * q, (dimension - 1) / 2.0, 0.5)
                    / MISSES);
  }

  private static double pairs(double directions) {
    return directions * (directions - 1) / 2;
  }

  /**
   * What the effective rank stays above: that of singular values by the law of Marchenko and Pastur
   * (1967), less {@code min/max} of the sizes, which the hundredth of small and of large banks
   * lack.
   *
   * @param vectors how many, above 0
   * @param dimension d, above 0
   * @return below {@code min(vectors, d)}
   */
  public static double rankBound(double vectors, int dimension) {
    double least = Math.min(vectors, dimension);
    double ratio = least / Math.max(vectors, dimension);
    double sum = 0;
    double entropy = 0;
    // λ = 1 + y + 2√y cos θ, and its density takes a factor sin² θ / λ
    double weights = 0;
    for (int i = 0; i < STEPS; i++) {
      double angle = (i + 0.5) * Math.PI / STEPS;
      double value = 1 + ratio + 2 * Math.sqrt(ratio) * Math.cos(angle);
      double weight = Math.sin(angle) * Math.sin(angle) / value;
      weights += weight;
      sum += weight * Math.sqrt(value);
      entropy += weight * Math.sqrt(value) * Math.log(value) / 2;
    }
    double mean = sum / weights;
    double share = Math.exp(-(entropy / sum - Math.log(mean)));
    return least * share - ratio;
  }

  /**
   * What the smallest variance of a dimension, as a share of their mean, stays above: {@code (n −
   * 1)} times it is χ² with {@code n − 1} degrees of freedom.
   *
   * @param vectors how many, above 1
   * @param dimension d, above 0
   * @return 0 to 1
   */
  public static double varianceBound(double vectors, int dimension) {
    double half = (vectors - 1) / 2;
    return level(q -> dimension * Gamma.regularizedGammaP(half, half * q) / MISSES - 1);
  }

  /**
   * What the share of variance that is within slots, across inputs, stays above: within and between
   * them squares are χ² with {@code d(n − s)} and {@code d(s − 1)} degrees of freedom, and their
   * share has a beta distribution.
   *
   * @param vectors n, above {@code slots}
   * @param slots s, above 1
   * @param dimension d, above 0
   * @return 0 to 1
   */
  public static double acrossInputBound(double vectors, double slots, int dimension) {
    double within = dimension * (vectors - slots) / 2;
    double between = dimension * (slots - 1) / 2;
    return level(q -> Beta.regularizedBeta(q, within, between) / MISSES - 1);
  }

  /** Where, from 0 to 1, what rises crosses 0. */
  private static double level(DoubleUnaryOperator rising) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (rising.applyAsDouble(middle) < 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }
}
