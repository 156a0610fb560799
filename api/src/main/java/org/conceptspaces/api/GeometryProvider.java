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
   * @param scope where to declare what the geometry learns, a curvature say
   * @return the geometry
   */
  Geometry create(Values values, Scope scope);
}
