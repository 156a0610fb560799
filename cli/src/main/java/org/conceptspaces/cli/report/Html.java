package org.conceptspaces.cli.report;

/** Text in HTML. */
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
}
