package org.conceptspaces.encoder.objective;

import ai.djl.ndarray.NDArray;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.numeric.Casts;
import org.conceptspaces.api.numeric.Constants;

/**
 * The distance softmax of Nickel and Kiela, "Poincaré Embeddings for Learning Hierarchical
 * Representations" (2017), between pooled texts: the text of a node is to be nearer to that of its
 * ancestor than to the texts of unrelated nodes, all those of the batch.
 */
public final class HierarchyRanking {

  /** Takes a score out of a softmax, and is finite so that gradients are. */
  private static final double EXCLUDED = -1e9;

  private HierarchyRanking() {}

  /**
   * The mean loss over the nodes of a batch that have an ancestor in it.
   *
   * <p>The softmax of one pair {@code (u, v)} over the negatives {@code N} of {@code u} is {@code
   * −ln(e^{−d(u,v)} / (e^{−d(u,v)} + Σ_N e^{−d}))}, which is {@code softplus(d(u,v) + ln Σ_N
   * e^{−d})}: one sum for each node serves all its ancestors, so that every related pair of the
   * batch is trained on, not only those that were drawn.
   *
   * @param geometry where the points live, bound to the pass
   * @param points pooled texts of distinct nodes, {@code [N, D]}
   * @param sharpness what distances are multiplied by, {@code [1]}
   * @param related 1 where two nodes are the same or one is the other's ancestor, {@code [N, N]}
   * @param pull how much each row's node is pulled to each of its ancestors; rows sum to 1 or 0,
   *     {@code [N, N]}
   * @return nats per node, a scalar without axes; 0 if no node has an ancestor in the batch
   */
  public static NDArray loss(
      Geometry geometry, NDArray points, NDArray sharpness, NDArray related, NDArray pull) {
    NDArray scale = Casts.to(sharpness, points.getDataType());
    NDArray distances = geometry.distances(points, points).mul(scale);
    NDArray excluded = Casts.to(related.mul(Constants.of(related, EXCLUDED)), points.getDataType());
    NDArray negatives = logSumExp(distances.neg().add(excluded));
    NDArray pairs = distances.add(negatives).getNDArrayInternal().softPlus();
    NDArray weights = Casts.to(pull, points.getDataType());
    NDArray rows = weights.sum().maximum(weights.sum().onesLike());
    return pairs.mul(weights).sum().div(rows);
  }

  /** {@code ln Σ eˣ} along the last axis, which is kept. */
  private static NDArray logSumExp(NDArray x) {
    NDArray highest = x.stopGradient().max(new int[] {-1}, true);
    return x.sub(highest).exp().sum(new int[] {-1}, true).log().add(highest);
  }
}
