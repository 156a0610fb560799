package org.conceptspaces.taxonomy.source;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.conceptspaces.api.Spelling;
import org.conceptspaces.taxonomy.DataException;

/** Where the columns of a {@link TaxonomyTable} are, as its first line tells. */
final class TableHeader {

  /** Shorter names are near to too many words that are no misspelling: level, date, test. */
  private static final int TELLING_LENGTH = 6;

  private final Map<TableColumn, Integer> places = new EnumMap<>(TableColumn.class);
  private final List<String> fields;

  /**
   * Finds the columns.
   *
   * @param at the file and the line, for messages
   * @param fields the fields of the line
   * @param separator what separates fields, in words, for messages
   * @throws DataException if a column is missing, is there twice, or is probably misspelt
   */
  TableHeader(String at, List<String> fields, String separator) {
    this.fields = fields.stream().map(String::strip).toList();
    for (int place = 0; place < fields.size(); place++) {
      Optional<TableColumn> column = TableColumn.named(fields.get(place));
      if (column.isEmpty()) {
        continue;
      }
      Integer known = places.put(column.get(), place);
      if (known != null) {
        throw new DataException(
            String.format(
                "%s the columns %s and %s are both the %s; keep one",
                at, quoted(known), quoted(place), column.get().names().get(0)));
      }
    }
    Set<TableColumn> missing = EnumSet.allOf(TableColumn.class);
    missing.removeAll(places.keySet());
    boolean textless =
        missing.contains(TableColumn.LABEL) && missing.contains(TableColumn.DESCRIPTION);
    if (missing.contains(TableColumn.ID) || missing.contains(TableColumn.PARENT) || textless) {
      throw new DataException(
          at
              + " the header wants columns id, parent, and label or description or both, and may"
              + " have synonyms, in any order, separated by one "
              + separator
              + "; this line has "
              + shown()
              + misspelt(missing, 0).map(pair -> "; " + pair).orElse(""));
    }
    misspelt(missing, TELLING_LENGTH)
        .ifPresent(
            pair -> {
              throw new DataException(at + " " + pair + " Rename or remove the column");
            });
  }

  /** How many fields each line has. */
  int width() {
    return fields.size();
  }

  /** The names of all columns, for messages. */
  String shown() {
    return fields.stream().map(DataException::quote).collect(Collectors.joining(", "));
  }

  /** What a line has in a column, without spaces around it; empty if there is no such column. */
  String field(List<String> row, TableColumn column) {
    Integer place = places.get(column);
    return place == null ? "" : row.get(place).strip();
  }

  private String quoted(int place) {
    return DataException.quote(fields.get(place));
  }

  /** A column that is probably a missing one, under a name at least so long. */
  private Optional<String> misspelt(Set<TableColumn> missing, int length) {
    List<String> wanted =
        missing.stream()
            .flatMap(column -> column.names().stream())
            .filter(name -> name.length() >= length)
            .toList();
    return fields.stream()
        .filter(field -> TableColumn.named(field).isEmpty())
        .flatMap(
            field ->
                Spelling.nearest(field, wanted)
                    .map(
                        name ->
                            "column "
                                + DataException.quote(field)
                                + ": did you mean "
                                + DataException.quote(name)
                                + "?")
                    .stream())
        .findFirst();
  }
}
