package org.conceptspaces.config;

import java.util.List;
import org.conceptspaces.api.Option;
import org.conceptspaces.api.Range;

/**
 * The options of the concept space that the encoder makes of any geometry. They come before the
 * geometry's own, which must not have their names.
 */
public final class GeometrySpaceOptions {

  /** How many concepts a text becomes. */
  public static final Option<Integer> CONCEPTS =
      Option.integer("concepts", 16, Range.between(1, 65536), "How many concepts a text becomes.");

  /** The dimension of the manifold that concepts live on. */
  public static final Option<Integer> DIMENSION =
      Option.integer(
          "dimension", 16, Range.between(1, 65536), "The dimension of the space of each concept.");

  private GeometrySpaceOptions() {}

  /**
   * The generic options, in the order in which they are listed.
   *
   * @return {@link #CONCEPTS}, {@link #DIMENSION}
   */
  public static List<Option<?>> all() {
    return List.of(CONCEPTS, DIMENSION);
  }
}
