package org.conceptspaces.taxonomy.source;

import java.util.List;

/** Takes the rows of a table, the header among them, one after the other. */
@FunctionalInterface
interface RowSink {

  /**
   * Takes a row.
   *
   * @param line the number of its first line, from 1
   * @param fields as they stand in the file, quotes of CSV taken off
   * @param separator what separates fields, in words
   */
  void row(long line, List<String> fields, String separator);
}
