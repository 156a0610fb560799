package org.conceptspaces.encoder.network;

import ai.djl.ndarray.NDArray;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.Pass;
import org.conceptspaces.api.Scope;
import org.conceptspaces.api.layer.Linear;
import org.conceptspaces.api.numeric.Casts;
import org.conceptspaces.api.numeric.Temporaries;

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
   * Tangents in the geometry's type, no longer than is useful there.
   *
   * @param states {@code [B, N, H]}
   * @return {@code [B, heads, N, d]}
   */
  NDArray apply(Pass pass, Geometry geometry, NDArray states) {
    try (Temporaries temporaries = Temporaries.below(pass.manager())) {
      // Shortened before it is widened: half the work.
      NDArray flat = features(pass, temporaries.use(states));
      NDArray tangents = geometry.shorten(flat);
      return temporaries.keep(Casts.to(tangents, geometry.type()));
    }
  }

  /**
   * The points at their ends.
   *
   * @param states {@code [B, N, H]}
   * @return {@code [B, heads, N, D]}
   */
  NDArray points(Pass pass, Geometry geometry, NDArray states) {
    try (Temporaries temporaries = Temporaries.below(pass.manager())) {
      return temporaries.keep(geometry.embed(features(pass, temporaries.use(states))));
    }
  }

  private NDArray features(Pass pass, NDArray states) {
    return Heads.split(linear.apply(pass, states), heads);
  }
}
