package org.conceptspaces.cli;

import java.nio.file.Path;
import org.conceptspaces.config.Plugins;
import picocli.CommandLine.Mixin;
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

  @Mixin private final SpaceOptions space = new SpaceOptions();

  /** Where they are. */
  Path path() {
    return vectors;
  }

  /** Reads them. */
  SavedPoints read(Plugins plugins) {
    return SavedPoints.read(plugins, vectors, space);
  }
}
