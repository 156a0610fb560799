package org.conceptspaces.cli;

import ai.djl.Device;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.Scope;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.encoder.network.Parameters;
import org.conceptspaces.taxonomy.DataException;
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

  /**
   * Reads vectors.
   *
   * @param plugins what is installed
   * @param path what {@code embed} wrote, the artifact in it, or a file
   * @param given the geometry of a file; none for an artifact, which tells its own
   */
  static SavedPoints read(Plugins plugins, Path path, SpaceOptions given) {
    Path folder = path.resolve(EmbeddingOutcome.EMBEDDING);
    Path place = Files.isDirectory(folder) ? folder : path;
    given.check();
    if (given.space() != null) {
      NodeVectors vectors = VectorFiles.read(place);
      FileGeometry of = FileGeometry.of(plugins, given.space(), given.options(), vectors.width());
      return new SavedPoints(
          vectors, of.name(), scope -> of.geometry(), Map.of(), of.dimension(), null);
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
            ? Membership.checked(
                fixed,
                name,
                wanted.rowMajor(),
                wanted.width(),
                node -> "the vector of " + DataException.quote(wanted.ids().get(node)),
                device.device())
            : wanted.rowMajor();
    return new NodePoints(fixed, dimension, coordinates, device);
  }
}
