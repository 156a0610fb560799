package org.conceptspaces.taxonomy.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.conceptspaces.taxonomy.DataException;

/** What someone who mistyped may have meant. */
final class Closest {

  private Closest() {}

  /** A question to put after a complaint, empty if no known name is close. */
  static String hint(String given, Collection<String> known) {
    return known.stream()
        .filter(name -> name.endsWith(":" + given))
        .findFirst()
        .or(() -> closest(given, known))
        .map(name -> "; did you mean " + DataException.quote(name) + "?")
        .orElse("");
  }

  private static Optional<String> closest(String given, Collection<String> known) {
    return known.stream()
        .min(Comparator.comparingInt(name -> distance(given, name)))
        .filter(name -> distance(given, name) <= Math.max(1, given.length() / 3));
  }

  // Levenshtein 1966: the fewest characters to insert, remove or replace
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
