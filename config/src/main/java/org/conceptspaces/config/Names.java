package org.conceptspaces.config;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names in messages: the nearest known one for a misspelt one, and texts of users made safe. */
public final class Names {

  /** Longer names are no misspelling of ours, and comparing them would take time. */
  private static final int LONGEST = 64;

  private static final int SHOWN = 60;
  private static final Pattern SIMPLE = Pattern.compile("[A-Za-z0-9_-]{1," + SHOWN + "}");

  private Names() {}

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

  /**
   * The end of a message about an unknown name: {@code ; did you mean X? Known: X, Y}.
   *
   * @param name as written
   * @param known the names there are
   * @return the hint, beginning with a semicolon
   */
  public static String hint(String name, Collection<String> known) {
    String all = known.isEmpty() ? "none" : String.join(", ", known);
    return nearest(name, known)
        .map(n -> "; did you mean " + n + "? Known: " + all)
        .orElse("; known: " + all);
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

  /** A key of a path: as it is where it is a simple word, or else quoted. */
  static String key(String name) {
    return SIMPLE.matcher(name).matches() ? name : quoted(name);
  }

  /** A user's text in single quotes, on one line, at most 60 characters of it. */
  static String quoted(String text) {
    return "'" + shortened(text) + "'";
  }

  /** A user's text on one line, without control characters, at most 60 characters of it. */
  static String shortened(String text) {
    boolean cut = text.codePointCount(0, text.length()) > SHOWN;
    String shown =
        text.codePoints()
            .limit(SHOWN)
            .mapToObj(c -> isHarmless(c) ? Character.toString(c) : escaped(c))
            .collect(Collectors.joining());
    return cut ? shown + "…" : shown;
  }

  /** A message on one line, with no control characters but at full length. */
  static String oneLine(String message) {
    return message
        .strip()
        .replaceAll("\\s*\\R\\s*", " ")
        .codePoints()
        .mapToObj(c -> isHarmless(c) ? Character.toString(c) : escaped(c))
        .collect(Collectors.joining());
  }

  private static boolean isHarmless(int c) {
    return !Character.isISOControl(c)
        && Character.getType(c) != Character.FORMAT
        && Character.getType(c) != Character.LINE_SEPARATOR
        && Character.getType(c) != Character.PARAGRAPH_SEPARATOR;
  }

  private static String escaped(int c) {
    return c == '\n' ? "\\n" : c == '\t' ? "\\t" : String.format(Locale.ROOT, "\\u%04x", c);
  }
}
