package org.conceptspaces.taxonomy.embedding;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import org.conceptspaces.api.numeric.Casts;
import org.conceptspaces.api.numeric.Constants;

/**
 * The loss of a batch of visits, and its derivatives by the distances in closed form, as {@link
 * VisitStep} has them: no gradient graph is needed for these.
 *
 * @param sum the sum over pairs, without axes
 * @param slopes the derivatives of the sum by each distance, {@code [V, C]}, float64; 0 where a
 *     related node is repeated
 */
record VisitLoss(NDArray sum, NDArray slopes) {

  private static final double TINY = 1e-300;

  /**
   * Computes it.
   *
   * @param objective the objective
   * @param measured the distances of the companions, related nodes first, {@code [V, C]}
   * @param mask 1 for a related node, 0 for a repeated one, float64, {@code [V, together]}
   */
  static VisitLoss of(Objective objective, NDArray measured, NDArray mask) {
    NDArray d = Casts.to(measured.stopGradient(), DataType.FLOAT64);
    boolean squared = objective.energy() == Energy.SQUARED_DISTANCE;
    NDArray sharpness = Constants.of(d, objective.sharpness());
    NDArray scores = (squared ? d.square() : d).mul(sharpness).neg();
    NDArray weights = scores.sub(scores.max(new int[] {-1}, true)).exp();
    long together = mask.getShape().get(1);
    NDList parts = weights.split(new long[] {together}, 1);
    NDArray related = parts.get(0);
    NDArray negative = parts.get(1);
    NDArray others = negative.sum(new int[] {-1}, true);
    NDArray all = related.add(others).add(TINY);
    NDArray losses = all.div(related.add(TINY)).log().mul(mask);
    NDArray share = mask.div(all);
    NDArray ofRelated = share.mul(others);
    NDArray ofNegative = negative.mul(share.sum(new int[] {-1}, true)).neg();
    NDArray slopes = ofRelated.concat(ofNegative, 1).mul(sharpness);
    return new VisitLoss(losses.sum(), squared ? slopes.mul(d.add(d)) : slopes);
  }
}
