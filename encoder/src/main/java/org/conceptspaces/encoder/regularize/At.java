package org.conceptspaces.encoder.regularize;

import java.util.List;
import java.util.Locale;
import org.conceptspaces.api.Option;

/** Where the tangents are that stand for points of a curved space. */
enum At {
  /** At the origin, in its orthonormal frame; in flat space the points themselves. */
  ORIGIN,

  /**
   * At the midpoint of a group, carried to the origin along the geodesic; in flat space the points
   * less their mean.
   */
  MIDPOINT;

  static final Option<String> OPTION =
      Option.choice(
          "at",
          List.of("origin", "midpoint"),
          "tangents at the origin, or at the midpoint: centred, in flat space");

  static At of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
