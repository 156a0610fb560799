package org.conceptspaces.encoder.regularize;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.conceptspaces.api.Option;

/**
 * Dimensions that do not repeat each other: the sum of squared covariances of distinct dimensions
 * of tangents, divided by their number (Bardes, Ponce and LeCun, "VICReg", 2022).
 */
record Covariance(Over over, At at) implements Regularizer {

  private static final Option<String> OVER = Over.TEXTS.option();

  /** What is added to variances before correlations are told. */
  private static final double EPSILON = 1e-8;

  static final Kind KIND =
      new Kind(
          "covariance",
          "squared covariances of distinct dimensions (VICReg)",
          0.004,
          false,
          Watch.above("mean_dimension_correlation", 0.5),
          List.of(OVER, At.OPTION),
          v -> new Covariance(Over.of(v.get(OVER)), At.of(v.get(At.OPTION))));

  @Override
  public Reading read(LevelView level) {
    Groups.Spread spread = Groups.Spread.of(level.tangents(over, at), level.weights(over));
    NDArray products = Groups.gram(spread.centred().transpose(0, 2, 1));
    NDArray covariances = products.div(spread.safeDivisor(3));
    NDArray distinct = Groups.distinct(covariances);
    NDArray sums = covariances.square().mul(distinct).sum(Groups.PAIRS);
    double dimensions = covariances.getShape().get(2);
    NDArray loss = Groups.mean(sums, Groups.times(spread.judged(), dimensions));
    return new Reading(loss, correlation(covariances.stopGradient(), distinct, spread));
  }

  /** The mean absolute correlation of distinct dimensions; 0 of a single one. */
  private static NDArray correlation(NDArray covariances, NDArray distinct, Groups.Spread spread) {
    NDArray one = distinct.neg().add(1);
    NDArray deviations = covariances.mul(one).sum(new int[] {2}).add(EPSILON).sqrt();
    NDArray scales = deviations.expandDims(2).mul(deviations.expandDims(1));
    NDArray sums = covariances.abs().div(scales).mul(distinct).sum(Groups.PAIRS);
    return Groups.mean(sums, distinct.sum().mul(spread.judged()));
  }
}
