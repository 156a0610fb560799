package org.conceptspaces.encoder.network;

import ai.djl.ndarray.NDArray;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.Pass;
import org.conceptspaces.api.Scope;
import org.conceptspaces.api.numeric.Casts;
import org.conceptspaces.api.numeric.Constants;
import org.conceptspaces.api.numeric.Functions;

/** A linear map from flat states to tangents at the origin of a geometry, for several heads. */
final class Tangents {

  private final Linear linear;
  private final int heads;

  Tangents(Scope scope, int hidden, int heads, int dimension, double length) {
    this.heads = heads;
    linear =
        new Linear(
            scope, hidden, heads * dimension, length / Math.sqrt((double) hidden * dimension));
  }

  /**
   * Tangents in the geometry's type, no longer than its useful radius.
   *
   * @param states {@code [B, N, H]}
   * @return {@code [B, heads, N, d]}
   */
  NDArray apply(Pass pass, Geometry geometry, NDArray states) {
    NDArray flat = Heads.split(linear.apply(pass, states), heads);
    return clip(Casts.to(flat, geometry.type()), geometry.radius());
  }

  /** Shortens rows above {@code radius} to it; {@code [..., d] → [..., d]}. */
  static NDArray clip(NDArray v, double radius) {
    if (Double.isInfinite(radius)) {
      return v;
    }
    NDArray norm = Functions.norm(v).expandDims(-1);
    NDArray limit = norm.onesLike().mul(Constants.of(norm, radius));
    return v.mul(limit.div(norm.maximum(limit)));
  }
}
