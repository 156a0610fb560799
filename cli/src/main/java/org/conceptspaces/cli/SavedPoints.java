package org.conceptspaces.cli;

import ai.djl.Device;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.Scope;
import org.conceptspaces.config.ConfigException;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.encoder.network.Parameters;
import org.conceptspaces.taxonomy.embedding.LearnedGeometry;
import org.conceptspaces.taxonomy.vectors.Embedding;
import org.conceptspaces.taxonomy.vectors.EmbeddingDescription;
import org.conceptspaces.taxonomy.vectors.EmbeddingFolder;
import org.conceptspaces.taxonomy.vectors.NodeVectors;
import org.conceptspaces.taxonomy.vectors.VectorFiles;
import org.jspecify.annotations.Nullable;

/**
 * Vectors that were saved, and the geometry they are of.
 *
 * @param vectors the vectors
 * @param name the geometry's name
 * @param geometry makes the geometry
 * @param learned what it had learned, by path
 * @param dimension its dimension
 * @param description what embed has written of them; null for vectors from elsewhere, which may be
 *     no points
 */
record SavedPoints(
    NodeVectors vectors,
    String name,
    Function<Scope, Geometry> geometry,
    Map<String, List<Double>> learned,
    int dimension,
    @Nullable EmbeddingDescription description) {

  /** How many coordinates more than dimensions a geometry may have, one for each part perhaps. */
  private static final int WIDEST_EXCESS = 16;

  /**
   * Reads vectors.
   *
   * @param plugins what is installed
   * @param path what {@code embed} wrote, the artifact in it, or a file
   * @param space the geometry of a file, or null for an artifact, which tells its own
   * @param options the geometry's options, with a space
   */
  static SavedPoints read(
      Plugins plugins, Path path, @Nullable String space, Map<String, String> options) {
    Path folder = path.resolve(EmbeddingOutcome.EMBEDDING);
    Path place = Files.isDirectory(folder) ? folder : path;
    if (space != null) {
      return ofFile(plugins, VectorFiles.read(place), space, options);
    }
    if (!options.isEmpty()) {
      throw new UserException("--option is for the geometry of --space, which is not given");
    }
    if (!Files.isDirectory(place)) {
      VectorFiles.read(place); // so that what is no vectors is told first
      throw new UserException(
          path + ": does not tell the geometry of its vectors; give it with --space");
    }
    Embedding embedding = EmbeddingFolder.read(place);
    EmbeddingDescription description = embedding.description();
    EmbeddingConfig config =
        EmbeddingConfig.read(
            plugins,
            description.geometry(),
            description.dimension(),
            description.options(),
            place + "/embedding.json");
    return new SavedPoints(
        embedding.vectors(),
        description.geometry(),
        scope -> plugins.create(config.space(), scope),
        description.learned(),
        description.dimension(),
        description);
  }

  private static SavedPoints ofFile(
      Plugins plugins, NodeVectors vectors, String space, Map<String, String> options) {
    EmbeddingConfig.checkGeometryOptions(plugins, space, options);
    ConfigException first = null;
    for (int excess = 0; excess <= WIDEST_EXCESS && excess < vectors.width(); excess++) {
      int dimension = vectors.width() - excess;
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
        if (geometry.coordinates(dimension) == vectors.width()) {
          return new SavedPoints(vectors, space, scope -> geometry, Map.of(), dimension, null);
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
            + vectors.width()
            + " coordinates, as these vectors do");
  }

  /** The points of some nodes, in their order. */
  NodePoints points(List<String> ids, DeviceChoice device) {
    NodeVectors wanted = vectors.ordered(ids);
    if (!learned.isEmpty()) {
      Device place = device.device();
      return new NodePoints(
          new LearnedGeometry(geometry, learned, place), dimension, wanted.rowMajor(), device);
    }
    Geometry fixed = geometry.apply(new Parameters());
    double[] coordinates =
        description == null
            ? Membership.checked(fixed, name, wanted, device.device())
            : wanted.rowMajor();
    return new NodePoints(fixed, dimension, coordinates, device);
  }
}
