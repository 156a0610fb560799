package org.conceptspaces.config;

import java.util.List;
import java.util.regex.Pattern;
import org.conceptspaces.api.Spelling;

/** What to say about the usual slips. */
final class Hints {

  private static final Pattern LEADING_ZERO = Pattern.compile("[-+]?0[0-9_]+");
  private static final Pattern OTHER_BASE = Pattern.compile("[-+]?0[xXoObB][0-9a-fA-F_]+");
  private static final Pattern UNDERSCORES = Pattern.compile("[-+]?[0-9][0-9_]*");

  private Hints() {}

  /** For a text where a number is wanted. */
  static String number(Scalar value) {
    if (value.kind() != Scalar.Kind.TEXT) {
      return "";
    }
    if (Scalar.plain(value.at(), value.text()).kind() != Scalar.Kind.TEXT) {
      return " (written without quotes)";
    }
    if (LEADING_ZERO.matcher(value.text()).matches()) {
      return " (a leading zero would make it octal to some readers: leave it out)";
    }
    if (OTHER_BASE.matcher(value.text()).matches()) {
      return " (written in decimal digits)";
    }
    return UNDERSCORES.matcher(value.text()).matches() ? " (written without _)" : "";
  }

  /** For something else where a text is wanted. */
  static String text(Tree tree) {
    return tree instanceof Scalar value && value.kind() != Scalar.Kind.NOTHING
        ? " (written '" + Names.shortened(value.text()) + "')"
        : "";
  }

  /** For a word that is none of those accepted. */
  static String word(String word, List<String> words) {
    return Spelling.nearest(word, words).map(n -> "; did you mean " + n + "?").orElse("");
  }
}
