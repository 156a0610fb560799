package org.conceptspaces.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.conceptspaces.encoder.model.EncodedText;
import org.conceptspaces.taxonomy.DataException;
import org.conceptspaces.taxonomy.vectors.NodeVectors;
import org.conceptspaces.taxonomy.vectors.VectorFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The points that stand for texts, gathered for a file that other programs read. */
final class PooledVectors {

  @Option(
      names = "--vectors",
      paramLabel = "FILE",
      description =
          "Write the pooled points there too: .npy (ids go beside it) or word2vec's .txt; texts"
              + " without an id are numbered from 1. They are held in memory until the last.")
  private @Nullable Path file;

  private final List<String> ids = new ArrayList<>();
  private final Set<String> known = new HashSet<>();
  private double[] values = {};
  private int width;

  /** Refuses a file that cannot be written, before any work is done. */
  void check() {
    if (file != null) {
      OutputFile.check("--vectors", file);
      VectorFiles.check(file);
    }
  }

  void add(EncodedText text) {
    if (file == null) {
      return;
    }
    String id = text.id() == null ? Integer.toString(ids.size() + 1) : text.id();
    if (!known.add(id)) {
      throw new UserException(
          "--vectors "
              + file
              + ": a second text has the id "
              + DataException.quote(id)
              + "; give each text an id of its own");
    }
    double[] point = text.concepts().pooled();
    width = point.length;
    int from = ids.size() * width;
    if (from + width > values.length) {
      values = Arrays.copyOf(values, Math.max(1024 * width, Math.multiplyExact(from, 2)));
    }
    System.arraycopy(point, 0, values, from, width);
    ids.add(id);
  }

  void write() {
    if (file != null) {
      VectorFiles.write(
          file, new NodeVectors(ids, Arrays.copyOf(values, ids.size() * width), width));
    }
  }
}
