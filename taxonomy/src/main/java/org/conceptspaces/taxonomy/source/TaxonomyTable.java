package org.conceptspaces.taxonomy.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.conceptspaces.taxonomy.DataException;
import org.conceptspaces.taxonomy.TextTaxonomy;
import org.jspecify.annotations.Nullable;

/** A taxonomy from one table with a header: a node on each line, with its texts and its parents. */
final class TaxonomyTable implements RowSink {

  private static final Pattern BAR = Pattern.compile("\\|");
  private static final Pattern SEMICOLON = Pattern.compile(";");

  private final Path file;
  private final Map<String, Row> rows = new LinkedHashMap<>();
  private @Nullable TableHeader header;

  private TaxonomyTable(Path file) {
    this.file = file;
  }

  static TextTaxonomy read(Path file) {
    if (!TableRows.ENDINGS.contains(PairFile.ending(file))) {
      throw new DataException(
          file + ": unknown format; a table ends with .csv, or with .tsv (fields between tabs)");
    }
    TaxonomyTable table = new TaxonomyTable(file);
    try (Utf8Lines lines = new Utf8Lines(file)) {
      TableRows.read(file, lines, table);
    }
    return table.taxonomy();
  }

  @Override
  public void row(long line, List<String> fields, String separator) {
    if (fields.stream().allMatch(String::isBlank)) {
      return; // spreadsheets leave such lines at the end
    }
    TableHeader columns = header;
    if (columns == null) {
      header = new TableHeader(at(line), fields, separator);
      return;
    }
    if (fields.size() != columns.width()) {
      throw new DataException(
          String.format(
              "%s has %d %s (%s), but the header has %d (%s); separate fields by one %s%s",
              at(line),
              fields.size(),
              fields.size() == 1 ? "field" : "fields",
              DataException.quote(String.join(" | ", fields)),
              columns.width(),
              columns.shown(),
              separator,
              separator.equals("comma") ? ", and put what holds a comma in double quotes" : ""));
    }
    add(line, columns.field(fields, TableColumn.ID), columns, fields);
  }

  private void add(long line, String id, TableHeader columns, List<String> fields) {
    if (id.isEmpty()) {
      throw new DataException(
          at(line)
              + " the id is empty ("
              + DataException.quote(String.join(" | ", fields))
              + "); fill it or remove the line");
    }
    String label = columns.field(fields, TableColumn.LABEL);
    String description = columns.field(fields, TableColumn.DESCRIPTION);
    if (label.isEmpty() && description.isEmpty()) {
      throw new DataException(
          at(line)
              + " "
              + DataException.quote(id)
              + " has neither a label nor a description; fill one, or remove the line");
    }
    Set<String> names = new LinkedHashSet<>();
    names.add(label);
    String synonyms = columns.field(fields, TableColumn.SYNONYMS);
    names.addAll(parts(synonyms, synonyms.contains("|") ? BAR : SEMICOLON));
    names.remove("");
    List<String> parents = parts(columns.field(fields, TableColumn.PARENT), BAR);
    Row known = rows.putIfAbsent(id, new Row(line, label, text(names, description), parents));
    if (known != null) {
      throw new DataException(
          at(line)
              + " a second line for "
              + DataException.quote(id)
              + ", the first is line "
              + known.line
              + "; keep one, with all parents in it, separated by |");
    }
  }

  private static String text(Collection<String> names, String description) {
    return Stream.of(String.join(", ", names), description)
        .filter(part -> !part.isEmpty())
        .reduce((one, other) -> one + ": " + other)
        .orElseThrow();
  }

  private static List<String> parts(String field, Pattern separator) {
    return separator
        .splitAsStream(field)
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  private TextTaxonomy taxonomy() {
    if (rows.isEmpty()) {
      throw new DataException(
          file
              + ": holds no data; a first line names the columns id, parent, label, synonyms and"
              + " description, and each line after it is a node");
    }
    NumberedEdges edges = new NumberedEdges(file);
    rows.keySet().forEach(edges::node);
    boolean some = false;
    for (Map.Entry<String, Row> entry : rows.entrySet()) {
      for (String parent : entry.getValue().parents) {
        if (!rows.containsKey(parent)) {
          throw unknownParent(entry.getValue().line, entry.getKey(), parent);
        }
        edges.edge(entry.getValue().line, entry.getKey(), parent);
        some = true;
      }
    }
    if (!some) {
      throw new DataException(
          file + ": no line has a parent; put the id of the node above into the column parent");
    }
    List<String> texts = new ArrayList<>(rows.size());
    rows.values().forEach(row -> texts.add(row.text));
    return new TextTaxonomy(String.valueOf(file.getFileName()), edges.build(), texts);
  }

  private DataException unknownParent(long line, String id, String parent) {
    String meant =
        rows.entrySet().stream()
            .filter(entry -> entry.getValue().label.equalsIgnoreCase(parent))
            .findFirst()
            .map(
                entry ->
                    "; that is the label of "
                        + DataException.quote(entry.getKey())
                        + ", but parents are told by id")
            .orElseGet(() -> Closest.hint(parent, rows.keySet()));
    return new DataException(
        at(line)
            + " the parent "
            + DataException.quote(parent)
            + " of "
            + DataException.quote(id)
            + " is the id of no line"
            + meant
            + (meant.isEmpty() ? "; add a line for it, or leave the parent empty" : ""));
  }

  private String at(long line) {
    return file + ", line " + line + ":";
  }

  private record Row(long line, String label, String text, List<String> parents) {}
}
