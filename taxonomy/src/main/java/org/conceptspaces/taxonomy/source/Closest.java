package org.conceptspaces.taxonomy.source;

import java.util.Collection;
import org.conceptspaces.api.Spelling;
import org.conceptspaces.taxonomy.DataException;

/** What someone who mistyped may have meant. */
final class Closest {

  private Closest() {}

  /** A question to put after a complaint, empty if no known name is close. */
  static String hint(String given, Collection<String> known) {
    return known.stream()
        .filter(name -> name.endsWith(":" + given))
        .findFirst()
        .or(() -> Spelling.nearest(given, known))
        .map(name -> "; did you mean " + DataException.quote(name) + "?")
        .orElse("");
  }
}
