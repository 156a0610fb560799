package org.conceptspaces.taxonomy.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.conceptspaces.taxonomy.DataException;

/** CSV by RFC 4180: quoted fields may hold commas, line ends and doubled quotes. */
final class CsvRecords {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

  private CsvRecords() {}

  static void read(Path file, Utf8Lines lines, RowSink rows) {
    try (CSVParser parser =
        CSVParser.builder().setFormat(FORMAT).setReader(new Utf8LinesReader(lines)).get()) {
      for (CSVRecord record : parser) {
        rows.row(first(parser, record), record.toList(), "comma");
      }
    } catch (IOException | UncheckedIOException e) {
      throw new DataException(
          file
              + ": is no well-formed CSV: "
              + e.getMessage()
              + "; close every quote, and double quotes inside quoted fields",
          e);
    }
  }

  // the parser knows the record's last line; those inside its fields come before
  private static long first(CSVParser parser, CSVRecord record) {
    long inside =
        record.stream().flatMapToInt(String::chars).filter(character -> character == '\n').count();
    return parser.getCurrentLineNumber() - inside;
  }
}
