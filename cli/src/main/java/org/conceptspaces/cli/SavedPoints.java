package org.conceptspaces.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.encoder.network.Parameters;
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
 * @param geometry the geometry
 * @param dimension its dimension
 */
record SavedPoints(NodeVectors vectors, String name, Geometry geometry, int dimension) {

  private static final int LARGEST_DIMENSION = 65536;

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
        plugins.create(config.space(), new Parameters()),
        description.dimension());
  }

  private static SavedPoints ofFile(
      Plugins plugins, NodeVectors vectors, String space, Map<String, String> options) {
    EmbeddingConfig config = EmbeddingConfig.read(plugins, space, vectors.width(), options);
    Geometry geometry = plugins.create(config.space(), new Parameters());
    int dimension =
        IntStream.rangeClosed(1, Math.min(vectors.width(), LARGEST_DIMENSION))
            .filter(d -> geometry.coordinates(d) == vectors.width())
            .findFirst()
            .orElseThrow(
                () ->
                    new UserException(
                        "--space "
                            + space
                            + ": has no dimension whose points have "
                            + vectors.width()
                            + " coordinates, as these vectors do"));
    return new SavedPoints(vectors, space, geometry, dimension);
  }

  /** The points of some nodes, in their order. */
  NodePoints points(List<String> ids, DeviceChoice device) {
    return new NodePoints(geometry, dimension, vectors.ordered(ids).rowMajor(), device);
  }
}
