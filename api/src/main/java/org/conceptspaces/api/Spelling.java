package org.conceptspaces.api;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** What someone who mistyped a name may have meant, for messages. */
public final class Spelling {

  /** Longer names are no misspelling of ours, and comparing them would take time. */
  private static final int LONGEST = 64;

  private Spelling() {}

  /**
   * The known name that a misspelt one was probably meant to be.
   *
   * @param name as written
   * @param known the names there are
   * @return the nearest by edits (insert, delete, replace, swap neighbours; case ignored), if it
   *     takes at most 1 for names up to 3 letters, 2 up to 8, and a third of the letters above, but
   *     never all letters
   */
  public static Optional<String> nearest(String name, Collection<String> known) {
    if (name.length() > LONGEST) {
      return Optional.empty();
    }
    String best = null;
    int least = name.length() <= 3 ? 2 : Math.max(2, name.length() / 3) + 1;
    for (String candidate : known) {
      int edits = edits(name.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
      if (edits < least && edits < Math.max(name.length(), candidate.length())) {
        least = edits;
        best = candidate;
      }
    }
    return Optional.ofNullable(best);
  }

  /** The number of edits between two words (Damerau–Levenshtein, neighbours swapped once). */
  static int edits(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int replace = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        d[i][j] = Math.min(replace, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
