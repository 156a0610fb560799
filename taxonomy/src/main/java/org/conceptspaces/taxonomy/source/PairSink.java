package org.conceptspaces.taxonomy.source;

import java.nio.file.Path;
import java.util.List;
import org.conceptspaces.taxonomy.DataException;

/** Checks the fields of each line, whatever the format, and passes them on. */
final class PairSink implements RowSink {

  private final Path file;
  private final Columns columns;
  private final PairFile.Sink sink;
  private boolean started;
  private boolean reversed;
  private long pairs;

  PairSink(Path file, Columns columns, PairFile.Sink sink) {
    this.file = file;
    this.columns = columns;
    this.sink = sink;
  }

  @Override
  public void row(long line, List<String> fields, String separator) {
    boolean header = false;
    if (!started) {
      reversed = columns.isReversedHeader(fields);
      header = reversed || columns.isHeader(fields);
    }
    started = true;
    if (fields.size() != 2) {
      throw new DataException(
          at(line)
              + "has "
              + fields.size()
              + (fields.size() == 1 ? " field" : " fields")
              + " ("
              + DataException.quote(String.join(" | ", fields))
              + "), but needs 2, "
              + columns.first()
              + " and "
              + columns.second()
              + ", separated by one "
              + separator
              + (separator.equals("tab") && columns.equals(Columns.EDGES)
                  ? "; if spaces separate them, name it .edges"
                  : ""));
    }
    if (!header) {
      pair(line, fields.get(reversed ? 1 : 0), fields.get(reversed ? 0 : 1));
    }
  }

  /** Takes the two fields of a line, in our order. */
  void pair(long line, String first, String second) {
    String left = first.strip();
    String right = second.strip();
    if (left.isEmpty() || right.isEmpty()) {
      String empty = left.isEmpty() ? columns.first() : columns.second();
      String given =
          left.isEmpty()
              ? columns.second() + " " + DataException.quote(right)
              : columns.first() + " " + DataException.quote(left);
      throw new DataException(
          at(line) + "the " + empty + " is empty (" + given + "); fill it or remove the line");
    }
    pairs++;
    sink.accept(line, left, right);
  }

  /** Refuses a file without content. */
  void finish() {
    if (pairs == 0) {
      throw new DataException(
          file
              + ": holds no data; each line needs "
              + columns.first()
              + " and "
              + columns.second());
    }
  }

  private String at(long line) {
    return file + ", line " + line + ": ";
  }
}
