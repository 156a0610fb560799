package org.conceptspaces.encoder.regularize;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.conceptspaces.api.Option;
import org.conceptspaces.api.Range;

/**
 * Concepts at right angles: the mean of {@code relu(|cos| − margin)²} over distinct pairs, of the
 * angles between their tangents. Without a margin it cannot fall below {@code (C−d)/(d(C−1))} for
 * {@code C > d} concepts in {@code d} dimensions.
 */
record Orthogonality(Over over, At at, double margin) implements Regularizer {

  private static final Option<String> OVER = Over.CONCEPTS.option();
  private static final Option<Double> MARGIN =
      Option.number("margin", 0.1, Range.between(0, 1), "cosines up to here are free");
  private static final Watch WATCH = Watch.above("mean_concept_correlation", 0.5);

  static final Kind KIND =
      new Kind(
          "orthogonality",
          "mean squared cosine between concepts",
          0.01,
          false,
          WATCH,
          List.of(OVER, At.OPTION),
          v -> new Orthogonality(Over.of(v.get(OVER)), At.of(v.get(At.OPTION)), 0));

  static final Kind SOFT =
      new Kind(
          "soft-orthogonality",
          "mean squared cosine between concepts beyond a margin",
          0.01,
          false,
          WATCH,
          List.of(OVER, At.OPTION, MARGIN),
          v -> new Orthogonality(Over.of(v.get(OVER)), At.of(v.get(At.OPTION)), v.get(MARGIN)));

  @Override
  public Over pairs() {
    return over;
  }

  @Override
  public Reading read(LevelView level) {
    NDArray cosines = Groups.gram(Groups.directions(level.tangents(over, at)));
    NDArray pairs = level.pairs(over);
    NDArray excess = margin == 0 ? cosines : Groups.positive(cosines.abs().sub(margin));
    return new Reading(Groups.meanOfPairs(excess.square(), pairs), correlation(cosines, pairs));
  }

  /** The mean {@code |cos|} of distinct pairs. */
  static NDArray correlation(NDArray cosines, NDArray pairs) {
    return Groups.meanOfPairs(cosines.stopGradient().abs(), pairs);
  }
}
