package org.conceptspaces.taxonomy.source;

import java.nio.file.Path;
import java.util.Set;

/** The rows of a CSV or TSV file, told apart by how its name ends. */
final class TableRows {

  /** How the names of tables end. */
  static final Set<String> ENDINGS = Set.of("csv", "tsv", "tab", "txt");

  private TableRows() {}

  /** Reads the lines of a file whose ending is one of these. */
  static void read(Path file, Utf8Lines lines, RowSink rows) {
    if (PairFile.ending(file).equals("csv")) {
      CsvRecords.read(file, lines, rows);
    } else {
      TabLines.read(lines, rows);
    }
  }
}
