package org.conceptspaces.cli.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.Map;

/**
 * {@code report.html}: one file that opens offline; the verdict and the table first, then the
 * taxonomy's map and curves.
 */
public final class HtmlReport {

  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private HtmlReport() {}

  /**
   * The document.
   *
   * @param study what was found
   * @return HTML text
   */
  public static String of(Study study) {
    String title = Html.escape(study.name());
    return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"
        + title
        + " – Concept Spaces</title>\n<style>\n"
        + Resources.own("report.css")
        + "</style>\n</head>\n<body>\n<h1>"
        + title
        + "</h1>\n<p class=\"verdict\">"
        + Html.escape(study.summary().conclusion())
        + "</p>\n<p>"
        + Html.escape(TextReport.header(study))
        + "</p>\n"
        + verdicts(study.summary())
        + HtmlTable.of(study.summary())
        + "<script>\n"
        + Resources.d3()
        + "</script>\n"
        + MapFigure.of(study.findings().runs())
        + CurveFigures.of(study.findings(), study.summary())
        + origin(study)
        + "</body>\n</html>\n";
  }

  private static String verdicts(Summary summary) {
    if (summary.verdicts().isEmpty()) {
      return "";
    }
    StringBuilder html = new StringBuilder("<ul class=\"verdicts\">\n");
    for (Verdict verdict : summary.verdicts()) {
      html.append(verdict.winner() == null ? "<li>" : "<li class=\"win\">")
          .append(Html.escape(verdict.text()))
          .append("</li>\n");
    }
    return html.append("</ul>\n").toString();
  }

  private static String origin(Study study) {
    StringBuilder html = new StringBuilder("<h2>How to find this again</h2>\n<p>");
    html.append("Data fingerprint ")
        .append(Html.escape(study.findings().dataFingerprint()))
        .append("; made by ");
    for (Map.Entry<String, String> version : study.versions().entrySet()) {
      html.append(Html.escape(version.getKey() + " " + version.getValue())).append(", ");
    }
    html.setLength(html.length() - 2);
    return html.append(".</p>\n<details>\n<summary>Config, with every default</summary>\n<pre>")
        .append(Html.escape(GSON.toJson(study.config().toMap())))
        .append("</pre>\n</details>\n")
        .toString();
  }
}
