package org.conceptspaces.api;

/**
 * Makes a geometry from its options. Its name is a concept space's name as well: the encoder makes
 * the space of {@code concepts} points of {@code dimension} in any geometry, so a geometry must not
 * declare options of these names.
 */
public interface GeometryProvider extends Plugin {

  /**
   * Makes a geometry.
   *
   * @param values the checked values of {@link #options()}
   * @param context where to declare what the geometry learns, a curvature say, and where to get the
   *     geometries it is made of
   * @return the geometry
   */
  Geometry create(Values values, GeometryContext context);

  /**
   * Tells what is wrong with values of which each by itself is accepted, before anything is made.
   *
   * @param values the checked values of {@link #options()}
   * @param dimension the dimension that the geometry is wanted in
   * @param checks where to tell; nothing is told unless overridden
   */
  default void check(Values values, int dimension, GeometryChecks checks) {}
}
