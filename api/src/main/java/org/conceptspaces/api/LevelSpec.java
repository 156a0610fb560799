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

  /**
   * The same level under another name.
   *
   * @param other unique among the levels of its space
   * @return the changed specification
   */
  public LevelSpec withName(String other) {
    return new LevelSpec(other, count, dimension, geometry);
  }

  /**
   * The same level with another number of concepts.
   *
   * @param most the greatest number of concepts, at least 1
   * @return the changed specification
   */
  public LevelSpec withCount(int most) {
    return new LevelSpec(name, most, dimension, geometry);
  }
}
