package org.conceptspaces.api;

import ai.djl.ndarray.NDArray;
import org.conceptspaces.api.numeric.Casts;

/**
 * The concepts of a batch of texts at one level. {@code B} texts, {@code C} concepts (at most
 * {@code spec.count()}: dead slots may have been cut off), {@code T} tokens.
 *
 * @param spec the level
 * @param bound its geometry, bound to the pass that made this level
 * @param points the concepts, {@code [B, C, D]}, in the geometry's type
 * @param mask 1 for a live concept, 0 for a dead one, {@code [B, C]}
 * @param attention where each head of each concept looked, rows summing to 1 for live concepts,
 *     {@code [B, heads, C, T]}
 * @param hidden the flat states that the points were read from, {@code [B, C, H]}
 */
public record Level(
    LevelSpec spec,
    Geometry bound,
    NDArray points,
    NDArray mask,
    NDArray attention,
    NDArray hidden) {

  /**
   * One point for each text: the midpoint of its live concepts.
   *
   * @return {@code [B, D]}; the origin for a text without live concepts
   */
  public NDArray pooled() {
    NDArray weights = Casts.to(mask.expandDims(-2), points.getDataType());
    return bound.midpoint(points, weights).squeeze(-2);
  }

  /**
   * The same concepts as those of another level: of another name or greatest count, say.
   *
   * @param other what the level looks like from outside
   * @return the changed level
   */
  public Level withSpec(LevelSpec other) {
    return new Level(other, bound, points, mask, attention, hidden);
  }
}
