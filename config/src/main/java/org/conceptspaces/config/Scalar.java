package org.conceptspaces.config;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A single value. Plain ones follow the core schema of YAML 1.2, where {@code 1e-3} is a number and
 * {@code on} and {@code no} are texts; but {@code 010}, {@code 0x10} and {@code 1_000}, which
 * readers of YAML disagree about, are texts here, so that no option takes them for a number.
 */
record Scalar(Tree.Position at, Kind kind, String text) implements Tree {

  /** What a value can be. */
  enum Kind {
    NOTHING,
    FLAG,
    WHOLE,
    REAL,
    TEXT
  }

  private static final Pattern WHOLE = Pattern.compile("[-+]?(0|[1-9][0-9]*)");
  private static final Pattern LEADING_ZERO = Pattern.compile("[-+]?0[0-9]+");
  private static final Pattern REAL =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
  private static final Pattern NOT_FINITE =
      Pattern.compile("[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

  /** A value that was written without quotes. */
  static Scalar plain(Tree.Position at, String text) {
    return new Scalar(at, kind(text), text);
  }

  private static Kind kind(String text) {
    return switch (text) {
      case "", "~", "null", "Null", "NULL" -> Kind.NOTHING;
      case "true", "True", "TRUE", "false", "False", "FALSE" -> Kind.FLAG;
      default -> {
        if (WHOLE.matcher(text).matches()) {
          yield Kind.WHOLE;
        }
        boolean real = REAL.matcher(text).matches() && !LEADING_ZERO.matcher(text).matches();
        yield real || NOT_FINITE.matcher(text).matches() ? Kind.REAL : Kind.TEXT;
      }
    };
  }

  /** The value of a number; infinite or NaN where it is written so or too large. */
  double number() {
    if (kind == Kind.REAL && NOT_FINITE.matcher(text).matches()) {
      return text.toLowerCase(Locale.ROOT).endsWith("nan")
          ? Double.NaN
          : text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    return Double.parseDouble(text);
  }

  /** Whether a flag is true. */
  boolean flag() {
    return text.equalsIgnoreCase("true");
  }

  @Override
  public String shown() {
    return switch (kind) {
      case NOTHING -> "nothing";
      case FLAG -> text;
      case WHOLE, REAL -> "the number " + Names.shortened(text);
      case TEXT -> "the text " + Names.quoted(text);
    };
  }
}
