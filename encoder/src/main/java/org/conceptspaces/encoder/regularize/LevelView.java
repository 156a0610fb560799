package org.conceptspaces.encoder.regularize;

import ai.djl.ndarray.NDArray;
import java.util.HashMap;
import java.util.Map;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.Level;
import org.conceptspaces.api.numeric.Casts;

/**
 * A level's concepts as regularisers look at them; what several of them need is computed once.
 *
 * <p>Weights are the level's mask without its gradient: a regulariser shapes concepts, and does not
 * have gates closed to please it.
 */
final class LevelView {

  private record Key(Over over, At at) {}

  private final Level level;
  private final NDArray tokens;
  private final NDArray mask;
  private final Map<Key, NDArray> tangents = new HashMap<>();

  /**
   * Looks at a level.
   *
   * @param level the level
   * @param tokens which tokens its texts have, 0 for padding, {@code [B, T]}
   */
  LevelView(Level level, NDArray tokens) {
    this.level = level;
    this.tokens = tokens;
    mask = Casts.detached(level.mask(), level.points().getDataType());
  }

  Level level() {
    return level;
  }

  /** How many tokens each text has, in the type of its attention, {@code [B]}. */
  NDArray tokenCounts() {
    return Casts.detached(tokens.sum(new int[] {1}), level.attention().getDataType());
  }

  /** The points in groups, {@code [G, n, D]}. */
  NDArray points(Over over) {
    NDArray points = level.points();
    return switch (over) {
      case CONCEPTS -> points;
      case TEXTS -> points.transpose(1, 0, 2);
      case ALL -> points.reshape(1, -1, points.getShape().get(2));
    };
  }

  /** What each counts: 0 for a dead slot, {@code [G, n]}. */
  NDArray weights(Over over) {
    return switch (over) {
      case CONCEPTS -> mask;
      case TEXTS -> mask.transpose(1, 0);
      case ALL -> mask.reshape(1, -1);
    };
  }

  /** What each pair of different concepts of a group counts, {@code [G, n, n]}. */
  NDArray pairs(Over over) {
    NDArray weights = weights(over);
    NDArray products = weights.expandDims(2).mul(weights.expandDims(1));
    return products.mul(Groups.distinct(products));
  }

  /** Tangents in an orthonormal frame, {@code [G, n, d]}. */
  NDArray tangents(Over over, At at) {
    Key key = new Key(over, at);
    NDArray known = tangents.get(key);
    if (known == null) {
      known = at == At.ORIGIN ? atOrigin(over) : atMidpoint(over);
      tangents.put(key, known);
    }
    return known;
  }

  private NDArray atOrigin(Over over) {
    return level.bound().logOrigin(points(over));
  }

  private NDArray atMidpoint(Over over) {
    Geometry geometry = level.bound();
    NDArray points = points(over);
    NDArray middle = geometry.midpoint(points, weights(over).expandDims(1));
    NDArray origin = geometry.expOrigin(geometry.logOrigin(middle).stopGradient().zerosLike());
    // A point at the end of the carried tangent: its logarithm is that tangent, in the frame.
    NDArray carried = geometry.transport(middle, origin, geometry.log(middle, points));
    return geometry.logOrigin(geometry.exp(origin, carried));
  }
}
