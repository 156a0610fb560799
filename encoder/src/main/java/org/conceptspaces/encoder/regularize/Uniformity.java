package org.conceptspaces.encoder.regularize;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.conceptspaces.api.Option;
import org.conceptspaces.api.Range;
import org.conceptspaces.api.numeric.Functions;

/**
 * Directions spread evenly over the sphere: {@code ln E exp(−t‖x − y‖²)} over distinct pairs of
 * tangents of length 1 (Wang and Isola, "Understanding Contrastive Representation Learning through
 * Alignment and Uniformity on the Hypersphere", 2020). Without the sphere it would have no lower
 * bound; so it is of directions in curved spaces too.
 */
record Uniformity(Over over, At at, double sharpness) implements Regularizer {

  private static final Option<String> OVER = Over.CONCEPTS.option();
  private static final Option<Double> SHARPNESS =
      Option.number(
          "sharpness", 2.0, new Range(0, true, 20), "t of exp(−t·distance²) between directions");

  static final Kind KIND =
      new Kind(
          "uniformity",
          "logarithm of the mean Gaussian potential between directions; can be negative",
          0.01,
          true,
          Watch.above("mean_concept_correlation", 0.5),
          List.of(OVER, At.OPTION, SHARPNESS),
          v -> new Uniformity(Over.of(v.get(OVER)), At.of(v.get(At.OPTION)), v.get(SHARPNESS)));

  @Override
  public Over pairs() {
    return over;
  }

  @Override
  public Reading read(LevelView level) {
    NDArray directions = Groups.directions(level.tangents(over, at));
    NDArray cosines = Groups.gram(directions);
    NDArray squares = Functions.squaredNorm(directions);
    NDArray apart = squares.expandDims(2).add(squares.expandDims(1)).sub(cosines).sub(cosines);
    NDArray pairs = level.pairs(over);
    NDArray total = pairs.sum(Groups.PAIRS);
    NDArray none = Functions.isZero(total);
    NDArray potential =
        Groups.times(apart, -sharpness).exp().mul(pairs).sum(Groups.PAIRS).div(total.add(none));
    NDArray judged = none.neg().add(1);
    return new Reading(
        Groups.mean(potential.add(none).log(), judged), Orthogonality.correlation(cosines, pairs));
  }
}
