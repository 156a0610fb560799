package org.conceptspaces.taxonomy.source;

import java.util.Arrays;

/**
 * Edge lists: fields between any number of spaces or tabs. Blank lines are skipped, and so are
 * comments, which start with {@code #} or {@code %} as those of SNAP, NetworkX and KONECT do.
 */
final class SpacedLines {

  private SpacedLines() {}

  static void read(Utf8Lines lines, RowSink rows) {
    for (String line = lines.next(); line != null; line = lines.next()) {
      String content = line.strip();
      if (!content.isEmpty() && !content.startsWith("#") && !content.startsWith("%")) {
        rows.row(lines.number(), Arrays.asList(content.split("[ \t]+", -1)), "run of spaces");
      }
    }
  }
}
