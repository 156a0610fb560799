package org.conceptspaces.api;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import org.conceptspaces.api.numeric.Casts;

/**
 * The concepts of a batch of texts at one level. {@code B} texts, {@code C} concepts (at most
 * {@code spec.count()}: dead slots may have been cut off), {@code T} tokens.
 *
 * @param spec the level
 * @param bound its geometry, bound to the pass that made this level
 * @param points the concepts, {@code [B, C, D]}, in the geometry's type
 * @param mask 1 for a live concept, 0 for a dead one, in between for one that a gate lets through
 *     in part, {@code [B, C]}
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
   * One point for each text: the midpoint of its live concepts, weighted by the mask.
   *
   * @return {@code [B, D]}; the origin for a text without live concepts
   */
  public NDArray pooled() {
    NDArray weights = Casts.to(mask.expandDims(-2), points.getDataType());
    return bound.midpoint(points, weights).squeeze(-2);
  }

  /**
   * The concepts with their last dimensions cut off: their tangents at the origin keep the first
   * components, the others become 0. What is left lies in a totally geodesic submanifold of the
   * same geometry, so that whatever reads this level reads that one as well. (Coordinates that are
   * cut off, in a curved space, are no such thing.)
   *
   * @param dimensions how many components to keep, from 1 to the level's dimension
   * @return the level of changed points, of the same shape
   */
  public Level truncated(int dimensions) {
    if (dimensions < 1 || dimensions > spec.dimension()) {
      throw new IllegalArgumentException(
          "level %s keeps from 1 to %d dimensions, not %d"
              .formatted(spec.name(), spec.dimension(), dimensions));
    }
    float[] kept = new float[spec.dimension()];
    Arrays.fill(kept, 0, dimensions, 1);
    NDArray factors = points.getManager().create(kept);
    NDArray tangents = bound.logOrigin(points);
    NDArray cut = tangents.mul(Casts.to(factors, tangents.getDataType()));
    return new Level(spec, bound, bound.expOrigin(cut), mask, attention, hidden);
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
