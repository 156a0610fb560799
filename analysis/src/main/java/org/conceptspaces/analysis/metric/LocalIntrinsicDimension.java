package org.conceptspaces.analysis.metric;

import java.util.Arrays;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;

/**
 * The local intrinsic dimension around each point by the method of moments, as LDReg has it (Huang
 * et al. 2024): {@code m/(r_k − m)}, {@code m} the mean of {@code r₁ … r_{k−1}}.
 */
public final class LocalIntrinsicDimension {

  private LocalIntrinsicDimension() {}

  /**
   * The geometric mean over points, with Student's interval of the mean of logarithms. Neighbouring
   * points share neighbours, so the interval is a little narrow.
   *
   * @param nearest for each point the distances to its {@code k} nearest others, two or more,
   *     ascending
   * @return the estimate; none with fewer than {@link TwoNearestNeighbours#FEWEST} points to tell
   *     it by
   */
  public static Estimate of(double[][] nearest) {
    double[] logarithms =
        Arrays.stream(nearest)
            .mapToDouble(LocalIntrinsicDimension::at)
            .filter(x -> x > 0 && x < Double.POSITIVE_INFINITY)
            .map(Math::log)
            .toArray();
    int n = logarithms.length;
    if (n < TwoNearestNeighbours.FEWEST) {
      return Estimate.none(n);
    }
    double mean = StatUtils.mean(logarithms);
    double half =
        new TDistribution(n - 1.0).inverseCumulativeProbability(0.975)
            * Math.sqrt(StatUtils.variance(logarithms) / n);
    return new Estimate(Math.exp(mean), Math.exp(mean - half), Math.exp(mean + half), n);
  }

  /**
   * The dimension around one point.
   *
   * @param r the distances to its nearest others, ascending
   * @return above 0; infinite where all are equally far, NaN where too few differ from 0
   */
  public static double at(double[] r) {
    int k = r.length;
    if (k < 2) {
      return Double.NaN;
    }
    double sum = 0;
    for (int i = 0; i < k - 1; i++) {
      sum += r[i];
    }
    double mean = sum / (k - 1);
    return mean / (r[k - 1] - mean);
  }
}
