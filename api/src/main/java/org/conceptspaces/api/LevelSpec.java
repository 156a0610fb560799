package org.conceptspaces.api;

/**
 * What one level of a concept space looks like.
 *
 * @param name unique among the levels of its space
 * @param count the greatest number of concepts, at least 1
 * @param dimension the dimension of the manifold, at least 1
 * @param geometry the geometry, not yet bound to a pass
 */
public record LevelSpec(String name, int count, int dimension, Geometry geometry) {

  /** Refuses counts and dimensions below 1. */
  public LevelSpec {
    if (count < 1 || dimension < 1) {
      throw new IllegalArgumentException(
          "level "
              + name
              + " wants at least 1 concept and 1 dimension, not "
              + count
              + " × "
              + dimension);
    }
  }

  /**
   * The number of coordinates of one concept.
   *
   * @return {@code geometry.coordinates(dimension)}
   */
  public int coordinates() {
    return geometry.coordinates(dimension);
  }
}
