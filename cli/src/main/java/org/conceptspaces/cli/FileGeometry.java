package org.conceptspaces.cli;

import java.util.Map;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.config.ConfigException;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.encoder.network.Parameters;

/**
 * The geometry that vectors of a file are said to be of.
 *
 * @param name its name
 * @param geometry the geometry, which learns nothing
 * @param dimension its dimension
 */
record FileGeometry(String name, Geometry geometry, int dimension) {

  /** How many coordinates more than dimensions a geometry may have, one for each part perhaps. */
  private static final int WIDEST_EXCESS = 16;

  /**
   * Finds the dimension that fits.
   *
   * @param plugins what is installed
   * @param space the geometry's name
   * @param options its options
   * @param width how many coordinates a vector has
   */
  static FileGeometry of(Plugins plugins, String space, Map<String, String> options, int width) {
    EmbeddingConfig.checkGeometryOptions(plugins, space, options);
    ConfigException first = null;
    for (int excess = 0; excess <= WIDEST_EXCESS && excess < width; excess++) {
      int dimension = width - excess;
      try {
        EmbeddingConfig config =
            EmbeddingConfig.read(plugins, EmbeddingMethod.train, space, dimension, options);
        Parameters learned = new Parameters();
        Geometry geometry = plugins.create(config.space(), learned);
        if (learned.count() > 0) {
          throw new UserException(
              "--space "
                  + space
                  + ": learns, and a file of vectors does not hold what; give an option that fixes"
                  + " it, or the folder that embed has written");
        }
        if (geometry.coordinates(dimension) == width) {
          return new FileGeometry(space, geometry, dimension);
        }
      } catch (ConfigException e) {
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw first;
    }
    throw new UserException(
        "--space "
            + space
            + ": has no dimension whose points have "
            + width
            + " coordinates, as these vectors do");
  }
}
