package org.conceptspaces.taxonomy.source;

import java.nio.file.Path;
import org.conceptspaces.taxonomy.Hierarchy;

/** A hierarchy from a file with a child and a parent on each line, read as a stream. */
final class EdgeFile {

  private EdgeFile() {}

  static Hierarchy read(Path file) {
    NumberedEdges edges = new NumberedEdges(file);
    new PairFile(file, Columns.EDGES).read(edges::edge);
    return edges.build();
  }
}
