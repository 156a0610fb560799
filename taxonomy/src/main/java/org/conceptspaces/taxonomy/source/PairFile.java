package org.conceptspaces.taxonomy.source;

import java.nio.file.Path;
import java.util.Locale;
import org.conceptspaces.taxonomy.DataException;

/** A file of two columns, read line by line in the format that its name ends with. */
final class PairFile {

  /** Takes what a line holds. */
  @FunctionalInterface
  interface Sink {
    /** Takes the stripped fields of a line, neither of them empty. */
    void accept(long line, String first, String second);
  }

  private final Path file;
  private final Columns columns;

  PairFile(Path file, Columns columns) {
    this.file = file;
    this.columns = columns;
  }

  void read(Sink sink) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    String ending = name.substring(name.lastIndexOf('.') + 1);
    PairSink pairs = new PairSink(file, columns, sink);
    boolean json = ending.equals("jsonl") || ending.equals("ndjson");
    boolean csv = ending.equals("csv");
    boolean tsv = ending.equals("tsv") || ending.equals("tab") || ending.equals("txt");
    if (!csv && !tsv && !(json && columns.equals(Columns.TEXTS))) {
      throw new DataException(
          file
              + ": unknown format; a file of "
              + columns.content()
              + " ends with .tsv or .csv"
              + (columns.equals(Columns.TEXTS) ? " or .jsonl" : ""));
    }
    try (Utf8Lines lines = new Utf8Lines(file)) {
      if (json) {
        JsonLines.read(lines, columns, pairs);
      } else if (csv) {
        CsvRecords.read(file, lines, pairs);
      } else {
        TabLines.read(lines, pairs);
      }
    }
    pairs.finish();
  }
}
