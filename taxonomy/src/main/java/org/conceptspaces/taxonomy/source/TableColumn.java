package org.conceptspaces.taxonomy.source;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A column of a {@link TaxonomyTable}. */
enum TableColumn {
  /** What tells nodes apart. */
  ID,

  /** What people call a node. */
  LABEL,

  /** What else they call it. */
  SYNONYMS,

  /** What it is. */
  DESCRIPTION,

  /** The ids of the nodes above it. */
  PARENT;

  /** What a header may call the column, in lower case; messages call it by the first. */
  List<String> names() {
    return switch (this) {
      case ID -> List.of("id");
      case LABEL -> List.of("label", "name", "title");
      case SYNONYMS -> List.of("synonyms", "synonym");
      case DESCRIPTION -> List.of("description", "text", "definition", "gloss");
      case PARENT -> List.of("parent", "parents", "parent_id");
    };
  }

  /** The column that a header calls so, in any case. */
  static Optional<TableColumn> named(String field) {
    String name = field.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(column -> column.names().contains(name)).findFirst();
  }
}
