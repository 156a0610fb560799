package org.conceptspaces.taxonomy.source;

import java.nio.file.Path;
import java.util.stream.LongStream;
import org.conceptspaces.taxonomy.DataException;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.HierarchyBuilder;
import org.conceptspaces.taxonomy.HierarchyCycleException;

/** A hierarchy from a file with a child and a parent on each line, read as a stream. */
final class EdgeFile {

  private EdgeFile() {}

  static Hierarchy read(Path file) {
    HierarchyBuilder builder = Hierarchy.builder();
    LongStream.Builder lines = LongStream.builder();
    new PairFile(file, Columns.EDGES)
        .read(
            (line, child, parent) -> {
              if (child.equals(parent)) {
                throw new DataException(
                    file
                        + ", line "
                        + line
                        + ": "
                        + DataException.quote(child)
                        + " is given as its own parent; remove the line");
              }
              builder.edge(child, parent);
              lines.add(line);
            });
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
