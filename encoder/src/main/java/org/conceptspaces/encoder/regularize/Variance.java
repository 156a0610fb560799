package org.conceptspaces.encoder.regularize;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.conceptspaces.api.Option;
import org.conceptspaces.api.Range;

/**
 * No dimension dies: the mean over dimensions of {@code relu(target − √(variance + 1e-4))}, with
 * unbiased variances of tangents (Bardes, Ponce and LeCun, "VICReg", 2022). Over texts, the
 * default, it is the variance within each slot, so that concepts which ignore their text do not
 * pass; the variance over all concepts is at least as large.
 */
record Variance(Over over, At at, double target) implements Regularizer {

  private static final double EPSILON = 1e-4;
  private static final Option<String> OVER = Over.TEXTS.option();
  private static final Option<Double> TARGET =
      Option.number("target", 1.0, Range.above(0), "wanted standard deviation of each dimension");

  static final Kind KIND =
      new Kind(
          "variance",
          "how far standard deviations of dimensions fall short (VICReg)",
          0.1,
          false,
          Watch.below("dimension_variance_min", 0.5),
          List.of(OVER, At.OPTION, TARGET),
          v -> new Variance(Over.of(v.get(OVER)), At.of(v.get(At.OPTION)), v.get(TARGET)));

  @Override
  public Reading read(LevelView level) {
    Groups.Spread spread = Groups.Spread.of(level.tangents(over, at), level.weights(over));
    NDArray variances = spread.centred().square().sum(new int[] {1}).div(spread.safeDivisor(2));
    NDArray missing = Groups.positive(variances.add(EPSILON).sqrt().neg().add(target));
    NDArray least = variances.stopGradient().min(new int[] {1});
    return new Reading(
        Groups.mean(missing.mean(new int[] {1}), spread.judged()),
        Groups.mean(least, spread.judged()));
  }
}
