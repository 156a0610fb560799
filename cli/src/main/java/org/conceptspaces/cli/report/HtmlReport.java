package org.conceptspaces.cli.report;

import java.util.List;

/**
 * {@code report.html}: one file that opens offline; the verdict and the table first, then what
 * recipes cost, the taxonomy's map, how texts are placed, what concepts look at and what they hold,
 * and curves.
 */
public final class HtmlReport {

  private HtmlReport() {}

  /**
   * The document.
   *
   * @param study what was found
   * @return HTML text
   */
  public static String of(Study study) {
    return HtmlPage.begin(study.name())
        + "<p class=\"verdict\">"
        + Html.escape(study.summary().conclusion())
        + "</p>\n<p>"
        + Html.escape(TextReport.header(study))
        + "</p>\n"
        + verdicts(study)
        + HtmlTable.of(study)
        + HtmlPage.library()
        + TradeOffFigure.of(study.findings(), study.summary())
        + MapFigure.of(study.findings().runs())
        + PlacementSection.of(study.findings().runs())
        + AttentionFigure.of(study.findings().runs())
        + ConceptSection.of(study.findings().runs(), study.summary())
        + CurveFigures.of(study.findings(), study.summary())
        + HtmlPage.end(
            study.findings().dataFingerprint(), study.versions(), study.config().toMap());
  }

  private static String verdicts(Study study) {
    Summary summary = study.summary();
    List<String> gates = GateText.conclusion(study.findings().gates());
    if (summary.verdicts().isEmpty() && gates.isEmpty()) {
      return "";
    }
    StringBuilder html = new StringBuilder("<ul class=\"verdicts\">\n");
    for (Verdict verdict : summary.verdicts()) {
      html.append(verdict.winner() == null ? "<li>" : "<li class=\"win\">")
          .append(Html.escape(verdict.text()))
          .append("</li>\n");
    }
    gates.forEach(gate -> html.append("<li>").append(Html.escape(gate)).append("</li>\n"));
    return html.append("</ul>\n").toString();
  }
}
