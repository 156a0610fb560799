package org.conceptspaces.cli.report;

import java.util.List;
import java.util.Map;
import org.conceptspaces.encoder.experiment.GateResult;

/** The table of a report: a row for each measure, a column for each space and baseline. */
final class HtmlTable {

  private HtmlTable() {}

  static String of(Study study) {
    Summary summary = study.summary();
    List<Measure> measures = Measure.of(summary.rows());
    StringBuilder gates = new StringBuilder();
    GateText.byGate(study.findings().gates())
        .forEach((path, ofColumns) -> gates.append(gate(summary, path, ofColumns)));
    return table(summary, summary.rows(), measures, gates.toString())
        + note(study)
        + meanings(measures);
  }

  /** What else concepts hold, folded away. */
  static String ofConcepts(Summary summary) {
    List<Summary.Row> spaces = summary.rows().stream().filter(row -> !row.baseline()).toList();
    List<Measure> measures = Measure.restOfConcepts(spaces);
    return measures.isEmpty()
        ? ""
        : "<details>\n<summary>All other metrics of concepts</summary>\n"
            + table(summary, spaces, measures, "")
            + meanings(measures)
            + "</details>\n";
  }

  private static String table(
      Summary summary, List<Summary.Row> rows, List<Measure> measures, String more) {
    StringBuilder html = new StringBuilder("<div class=\"scroll\"><table>\n<thead><tr><th></th>");
    for (Summary.Row row : rows) {
      html.append(row.baseline() ? "<th class=\"baseline\">" : "<th>")
          .append(Html.escape(row.label()).replace(" · ", " ·&nbsp;"))
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
    return html.append(more).append("</tbody>\n</table></div>\n").toString();
  }

  /** Narrow windows may break a name at its underscores. */
  private static String breakable(String name) {
    return Html.escape(name).replace("_", "_<wbr>");
  }

  /** A gate's row: the marks, each with both sides. */
  private static String gate(Summary summary, String path, Map<String, GateResult> ofColumns) {
    String gate = ofColumns.values().iterator().next().gate().text();
    StringBuilder html = new StringBuilder("<tr class=\"gate\"><th>");
    html.append(path).append("<br><small>").append(Html.escape(gate)).append("</small></th>");
    for (Summary.Row row : summary.rows()) {
      GateResult result = ofColumns.get(row.label());
      html.append(
          result == null
              ? "<td class=\"baseline\">" + Measure.NOT_MEASURED + "</td>"
              : "<td class=\"%s\">%s<br><small>%s</small></td>"
                  .formatted(
                      result.passed() ? "pass" : "fail",
                      GateText.mark(result),
                      Html.escape(GateText.sides(result))));
    }
    return html.append("</tr>\n").toString();
  }

  private static String note(Study study) {
    Summary summary = study.summary();
    StringBuilder note = new StringBuilder();
    if (summary.verdicts().stream().anyMatch(v -> v.winner() != null)) {
      note.append(
          "Bold: clearly the best column; 95% intervals of its lead on each other exclude 0. ");
    }
    if (summary.rows().stream().anyMatch(Summary.Row::baseline)) {
      note.append("Grey: baselines, which learn no space. ");
    }
    if (!study.findings().gates().isEmpty()) {
      note.append("A gate is judged at the means over seeds");
      note.append(summary.seeds() > 1 ? "; beside it, how many seeds pass alone." : ".");
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
