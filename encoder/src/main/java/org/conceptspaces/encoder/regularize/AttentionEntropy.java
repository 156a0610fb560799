package org.conceptspaces.encoder.regularize;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.conceptspaces.api.Option;
import org.conceptspaces.api.Range;
import org.conceptspaces.api.numeric.Casts;
import org.conceptspaces.api.numeric.Functions;

/**
 * How widely concepts look. {@code H} is the entropy of a row of attention divided by {@code ln N},
 * {@code N} being the text's tokens, seen or not: the mean of {@code (H − target)²} over rows, each
 * by itself, so that no mixture of wide and narrow ones will do; plus {@code spread·(1 − H)²} of
 * each head's mean row, so that concepts do not all look at the same few tokens.
 */
record AttentionEntropy(double target, double spread) implements Regularizer {

  private static final Option<Double> TARGET =
      Option.number(
          "target",
          0.5,
          Range.between(0, 1),
          "wanted entropy of each row, as a share of ln tokens");
  private static final Option<Double> SPREAD =
      Option.number(
          "spread", 1.0, Range.atLeast(0), "weight of having all tokens seen by some concept");

  static final Kind KIND =
      new Kind(
          "attention-entropy",
          "how far rows of attention are from a wanted entropy, and concepts from seeing all",
          0.01,
          false,
          Watch.above("attention_entropy_gap", 0.2),
          List.of(TARGET, SPREAD),
          v -> new AttentionEntropy(v.get(TARGET), v.get(SPREAD)));

  @Override
  public Reading read(LevelView level) {
    NDArray attention = level.level().attention();
    Shape shape = attention.getShape();
    NDArray weights = Casts.detached(level.weights(Over.CONCEPTS), attention.getDataType());
    NDArray rows = weights.reshape(shape.get(0), 1, shape.get(2));
    NDArray seen = attention.mul(rows.expandDims(3));
    NDArray tokens = level.tokenCounts();
    NDArray judged = Casts.detached(tokens.gt(1), attention.getDataType());
    NDArray unit = tokens.mul(judged).add(judged.neg().add(1)).log().add(judged.neg().add(1));
    NDArray perText = unit.reshape(-1, 1, 1);
    NDArray gaps = entropy(attention).div(perText).sub(target);
    NDArray heads = judged.onesLike().sum().zerosLike().add(shape.get(1));
    NDArray total = weights.sum(new int[] {1}).mul(judged);
    NDArray all = total.mul(heads);
    NDArray narrow = Groups.mean(gaps.square().mul(rows).sum(Groups.PAIRS), all);
    NDArray safe = total.add(Functions.isZero(total)).reshape(-1, 1, 1);
    NDArray mean = seen.sum(new int[] {2}).div(safe);
    NDArray unseen = entropy(mean).div(unit.reshape(-1, 1)).neg().add(1);
    NDArray some = Functions.isZero(total).neg().add(1);
    NDArray coinciding = Groups.mean(unseen.square().mean(new int[] {1}), some);
    NDArray watched = Groups.mean(gaps.stopGradient().abs().mul(rows).sum(Groups.PAIRS), all);
    return new Reading(narrow.add(Groups.times(coinciding, spread)), watched);
  }

  /** {@code −Σ p ln p} along the last axis, with 0 and gradient 0 where {@code p} is 0. */
  private static NDArray entropy(NDArray p) {
    return p.mul(p.add(Functions.isZero(p)).log()).sum(new int[] {-1}).neg();
  }
}
