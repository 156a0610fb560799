package org.conceptspaces.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder with a taxonomy of 21 nodes and configs that train on it within a second. */
final class SmallData {

  static final String CONFIG =
      """
      data: {edges: edges.tsv, texts: texts.tsv, heldOut: 0.2}
      encoder: {tokenDimension: 8, hidden: 16, layers: 1, heads: 2, feedForward: 32}
      training: {steps: 4, pairs: 4}
      seeds: [1]
      spaces:
        - {space: euclidean, concepts: 2, dimension: 2}
        - {space: poincare, concepts: 2, dimension: 2}
      """;

  private final Path folder;

  SmallData(Path folder) {
    this.folder = folder;
    write("edges.tsv", edges("\n"));
    write("texts.tsv", texts("\n"));
  }

  /** A root with four children, each with four leaves. */
  static String edges(String lineEnd) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      lines.append("c").append(i).append("\troot").append(lineEnd);
    }
    for (int i = 0; i < 16; i++) {
      lines.append("l").append(i).append("\tc").append(i % 4).append(lineEnd);
    }
    return lines.toString();
  }

  static String texts(String lineEnd) {
    StringBuilder lines = new StringBuilder("root\tthe text of everything").append(lineEnd);
    for (int i = 0; i < 4; i++) {
      lines.append("c").append(i).append("\tthe text of kind ").append(i).append(lineEnd);
    }
    for (int i = 0; i < 16; i++) {
      lines
          .append("l")
          .append(i)
          .append("\tthe text of thing ")
          .append(i)
          .append(" of kind ")
          .append(i % 4)
          .append(lineEnd);
    }
    return lines.toString();
  }

  Path folder() {
    return folder;
  }

  Path path(String name) {
    return folder.resolve(name);
  }

  Path write(String name, String content) {
    return write(name, content.getBytes(UTF_8));
  }

  Path write(String name, byte[] content) {
    try {
      return Files.write(folder.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the config with something in it replaced. */
  Path config(String name, String present, String wanted) {
    if (!CONFIG.contains(present)) {
      throw new IllegalArgumentException("the config has no " + present);
    }
    return write(name, CONFIG.replace(present, wanted));
  }

  Path config() {
    return write("small.yaml", CONFIG);
  }
}
