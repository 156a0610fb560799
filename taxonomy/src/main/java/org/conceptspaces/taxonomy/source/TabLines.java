package org.conceptspaces.taxonomy.source;

import java.util.Arrays;

/** TSV: fields between tabs, quotes mean nothing. Blank lines are skipped. */
final class TabLines {

  private TabLines() {}

  static void read(Utf8Lines lines, PairSink pairs) {
    for (String line = lines.next(); line != null; line = lines.next()) {
      if (!line.isBlank()) {
        pairs.row(lines.number(), Arrays.asList(line.split("\t", -1)), "tab");
      }
    }
  }
}
