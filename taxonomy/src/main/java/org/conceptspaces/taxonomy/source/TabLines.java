package org.conceptspaces.taxonomy.source;

import java.util.Arrays;

/** TSV: fields between tabs, quotes mean nothing. Blank lines are skipped. */
final class TabLines {

  private TabLines() {}

  static void read(Utf8Lines lines, RowSink rows) {
    for (String line = lines.next(); line != null; line = lines.next()) {
      if (!line.isBlank()) {
        rows.row(lines.number(), Arrays.asList(line.split("\t", -1)), "tab");
      }
    }
  }
}
