package org.conceptspaces.taxonomy.source;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The two columns of a file.
 *
 * @param content what the file holds, for messages
 * @param first what we call the first column, also in JSON
 * @param second what we call the second column, also in JSON
 * @param firstNames by which a header line may call the first, in lower case
 * @param secondNames by which a header line may call the second, in lower case
 */
record Columns(
    String content, String first, String second, Set<String> firstNames, Set<String> secondNames) {

  static final Columns EDGES =
      new Columns(
          "edges",
          "child",
          "parent",
          Set.of("child", "child_id", "id", "node", "hyponym", "narrower", "source"),
          Set.of("parent", "parent_id", "hypernym", "broader", "target"));

  static final Columns TEXTS =
      new Columns(
          "texts",
          "id",
          "text",
          Set.of("id", "node", "name", "key"),
          Set.of("text", "description", "definition", "gloss"));

  /** Whether a first line names the columns in our order. */
  boolean isHeader(List<String> fields) {
    return named(fields, firstNames, secondNames);
  }

  /** Whether a first line names the columns the other way round. */
  boolean isReversedHeader(List<String> fields) {
    return named(fields, secondNames, firstNames);
  }

  private static boolean named(List<String> fields, Set<String> one, Set<String> other) {
    return fields.size() == 2
        && one.contains(fields.get(0).strip().toLowerCase(Locale.ROOT))
        && other.contains(fields.get(1).strip().toLowerCase(Locale.ROOT));
  }
}
