package org.conceptspaces.taxonomy.source;

import java.nio.file.Path;
import java.util.stream.LongStream;
import org.conceptspaces.taxonomy.DataException;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.HierarchyBuilder;
import org.conceptspaces.taxonomy.HierarchyCycleException;

/** Nodes and edges of a file, whose lines messages name. */
final class NumberedEdges {

  private final Path file;
  private final HierarchyBuilder builder = Hierarchy.builder();
  private final LongStream.Builder lines = LongStream.builder();

  NumberedEdges(Path file) {
    this.file = file;
  }

  void node(String id) {
    builder.node(id);
  }

  void edge(long line, String child, String parent) {
    if (child.equals(parent)) {
      throw new DataException(
          file
              + ", line "
              + line
              + ": "
              + DataException.quote(child)
              + " is given as its own parent; remove that edge");
    }
    builder.edge(child, parent);
    lines.add(line);
  }

  Hierarchy build() {
    try {
      return builder.build();
    } catch (HierarchyCycleException e) {
      long line = lines.build().toArray()[e.edge()];
      throw new DataException(
          file
              + ", line "
              + line
              + ": "
              + e.getMessage()
              + "; remove one of these edges (the first stands in this line)",
          e);
    }
  }
}
