package org.conceptspaces.cli.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.Map;

/** What every report begins and ends with. */
final class HtmlPage {

  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private HtmlPage() {}

  /** From the first line to the headline. */
  static String begin(String name) {
    String title = Html.escape(name);
    return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"
        + title
        + " – Concept Spaces</title>\n<style>\n"
        + Resources.own("report.css")
        + "</style>\n</head>\n<body>\n<h1>"
        + title
        + "</h1>\n";
  }

  /** The drawing library, which figures want before them. */
  static String library() {
    return "<script>\n" + Resources.d3() + "</script>\n";
  }

  /** Where the results come from, and the last line. */
  static String end(String fingerprint, Map<String, String> versions, Map<String, ?> config) {
    StringBuilder html = new StringBuilder("<h2>How to find this again</h2>\n<p>");
    html.append("Data fingerprint ").append(Html.escape(fingerprint)).append("; made by ");
    for (Map.Entry<String, String> version : versions.entrySet()) {
      html.append(Html.escape(version.getKey() + " " + version.getValue())).append(", ");
    }
    html.setLength(html.length() - 2);
    return html.append(".</p>\n<details>\n<summary>Config, with every default</summary>\n<pre>")
        .append(Html.escape(GSON.toJson(config)))
        .append("</pre>\n</details>\n</body>\n</html>\n")
        .toString();
  }
}
