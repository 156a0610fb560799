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

  /** What follows the last dot of a file's name, in lower case; empty without a dot. */
  static String ending(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.contains(".") ? name.substring(name.lastIndexOf('.') + 1) : "";
  }

  void read(Sink sink) {
    String ending = ending(file);
    PairSink pairs = new PairSink(file, columns, sink);
    boolean json = ending.equals("jsonl") || ending.equals("ndjson");
    boolean table = TableRows.ENDINGS.contains(ending);
    boolean spaced = ending.equals("edges") || ending.equals("edgelist");
    boolean texts = columns.equals(Columns.TEXTS);
    if (!table && !(json && texts) && !(spaced && !texts)) {
      throw new DataException(
          file
              + ": unknown format; a file of "
              + columns.content()
              + " ends with .tsv or .csv"
              + (texts ? " or .jsonl" : " or .edges (fields between spaces)"));
    }
    try (Utf8Lines lines = new Utf8Lines(file)) {
      if (json) {
        JsonLines.read(lines, columns, pairs);
      } else if (spaced) {
        SpacedLines.read(lines, pairs);
      } else {
        TableRows.read(file, lines, pairs);
      }
    }
    pairs.finish();
  }
}
