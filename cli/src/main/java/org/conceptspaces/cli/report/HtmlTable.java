package org.conceptspaces.cli.report;

import java.util.List;

/** The table of a report: a row for each measure, a column for each space and baseline. */
final class HtmlTable {

  private HtmlTable() {}

  static String of(Summary summary) {
    List<Measure> measures = Measure.of(summary.rows());
    return table(summary, summary.rows(), measures) + note(summary) + meanings(measures);
  }

  /** What else concepts hold, folded away. */
  static String ofConcepts(Summary summary) {
    List<Summary.Row> spaces = summary.rows().stream().filter(row -> !row.baseline()).toList();
    List<Measure> measures = Measure.restOfConcepts(spaces);
    return measures.isEmpty()
        ? ""
        : "<details>\n<summary>All other metrics of concepts</summary>\n"
            + table(summary, spaces, measures)
            + meanings(measures)
            + "</details>\n";
  }

  private static String table(Summary summary, List<Summary.Row> rows, List<Measure> measures) {
    StringBuilder html = new StringBuilder("<div class=\"scroll\"><table>\n<thead><tr><th></th>");
    for (Summary.Row row : rows) {
      html.append(row.baseline() ? "<th class=\"baseline\">" : "<th>")
          .append(Html.escape(row.label()))
          .append("</th>");
    }
    html.append("</tr></thead>\n<tbody>\n");
    for (Measure measure : measures) {
      html.append("<tr><th>").append(breakable(measure.name())).append("</th>");
      for (Summary.Row row : rows) {
        html.append(cell(summary, row, measure));
      }
      html.append("</tr>\n");
    }
    return html.append("</tbody>\n</table></div>\n").toString();
  }

  /** Narrow windows may break a name at its underscores. */
  private static String breakable(String name) {
    return Html.escape(name).replace("_", "_<wbr>");
  }

  private static String note(Summary summary) {
    StringBuilder note = new StringBuilder();
    if (summary.verdicts().stream().anyMatch(v -> v.winner() != null)) {
      note.append(
          "Bold: clearly the best space; 95% intervals of its lead on each other exclude 0. ");
    }
    if (summary.rows().stream().anyMatch(Summary.Row::baseline)) {
      note.append("Grey: baselines, which learn no space.");
    }
    return note.isEmpty() ? "" : "<p class=\"note\">" + note.toString().strip() + "</p>\n";
  }

  private static String cell(Summary summary, Summary.Row row, Measure measure) {
    boolean wins = summary.wins(row.label(), measure.name());
    String kind = wins ? " class=\"win\"" : row.baseline() ? " class=\"baseline\"" : "";
    return "<td" + kind + ">" + measure.show(row.values().get(measure.name())) + "</td>";
  }

  private static String meanings(List<Measure> measures) {
    StringBuilder html =
        new StringBuilder("<details>\n<summary>What the rows mean</summary>\n<dl>\n");
    for (Measure measure : measures) {
      html.append("<dt>")
          .append(Html.escape(measure.name()))
          .append("</dt><dd>")
          .append(Html.escape(measure.meaning()))
          .append("</dd>\n");
    }
    return html.append("</dl>\n</details>\n").toString();
  }
}
