package org.conceptspaces.config;

import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.conceptspaces.api.Spelling;

/** Names in messages: hints to those there are, and texts of users made safe. */
public final class Names {

  private static final int SHOWN = 60;
  private static final Pattern SIMPLE = Pattern.compile("[A-Za-z0-9_-]{1," + SHOWN + "}");

  private Names() {}

  /**
   * The end of a message about an unknown name: {@code ; did you mean X? Known: X, Y}.
   *
   * @param name as written
   * @param known the names there are
   * @return the hint, beginning with a semicolon
   */
  public static String hint(String name, Collection<String> known) {
    String all = known.isEmpty() ? "none" : String.join(", ", known);
    return Spelling.nearest(name, known)
        .map(n -> "; did you mean " + n + "? Known: " + all)
        .orElse("; known: " + all);
  }

  /** A key of a path: as it is where it is a simple word, or else quoted. */
  static String key(String name) {
    return SIMPLE.matcher(name).matches() ? name : quoted(name);
  }

  /** A user's text in single quotes, on one line, at most 60 characters of it. */
  static String quoted(String text) {
    return "'" + shortened(text) + "'";
  }

  /**
   * A user's text in a message.
   *
   * @param text as written
   * @return it on one line, without control characters, at most 60 characters of it
   */
  public static String shortened(String text) {
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
