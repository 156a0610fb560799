package org.conceptspaces.cli.report;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** Text, data and scripts in HTML. */
final class Html {

  private Html() {}

  /** A text that means itself, between tags and in quoted attributes. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** The first characters of a text, with a sign where it goes on. */
  static String shortened(String text, int longest) {
    int[] characters = text.codePoints().limit(longest).toArray();
    String start = new String(characters, 0, characters.length);
    return start.equals(text) ? text : start + "…";
  }

  /** Data for a script, JSON that has no {@code <} in it. */
  static String data(String id, String json) {
    if (json.contains("<")) {
      throw new IllegalArgumentException("JSON that could end its script");
    }
    return "<script type=\"application/json\" id=\"" + id + "\">" + json + "</script>\n";
  }

  /** A script of ours, written out. */
  static String script(String name) {
    return "<script>\n" + Resources.own(name) + "</script>\n";
  }

  /** A number with some digits, short to write; null if it is none. */
  static @Nullable Double number(double value, int digits) {
    return Double.isFinite(value)
        ? new BigDecimal(value).round(new MathContext(digits)).doubleValue()
        : null;
  }
}
