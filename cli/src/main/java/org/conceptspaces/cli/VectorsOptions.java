package org.conceptspaces.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.conceptspaces.config.Plugins;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Vectors that were saved, and the geometry of those that do not tell it. */
final class VectorsOptions {

  @Parameters(
      index = "0",
      paramLabel = "VECTORS",
      description =
          "What './concepts embed' wrote, or a file of vectors: .npy with ids beside it, or"
              + " word2vec's text.")
  private Path vectors = Path.of("");

  @Option(
      names = "--space",
      paramLabel = "S",
      description = "The geometry of vectors in files, which do not tell; euclidean, for instance.")
  private @Nullable String space;

  @Option(
      names = "--option",
      paramLabel = "NAME=VALUE",
      description = "An option of the geometry, with --space.")
  private final Map<String, String> options = new LinkedHashMap<>();

  /** Where they are. */
  Path path() {
    return vectors;
  }

  /** Reads them. */
  SavedPoints read(Plugins plugins) {
    return SavedPoints.read(plugins, vectors, space, options);
  }
}
