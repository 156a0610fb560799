package org.conceptspaces.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.conceptspaces.encoder.experiment.GateResult;
import org.conceptspaces.encoder.experiment.ParameterMatch;

/** The table on standard output: a column for each space and baseline; and the verdicts. */
public final class TextReport {

  /** A wider table is split; wider windows are rare. */
  private static final int WIDEST = 160;

  private static final String WINS = " *";

  private TextReport() {}

  /**
   * The lines.
   *
   * @param study what was found
   * @return lines of plain text
   */
  public static List<String> lines(Study study) {
    Summary summary = study.summary();
    List<String> lines = new ArrayList<>();
    lines.add(summary.conclusion());
    lines.add("");
    lines.add(header(study));
    lines.add("");
    lines.addAll(table(study));
    lines.add("");
    if (summary.verdicts().stream().anyMatch(v -> v.winner() != null)) {
      lines.add("* clearly the best column: 95% intervals of its lead on each other exclude 0");
    }
    summary.verdicts().forEach(v -> lines.add(v.text()));
    lines.addAll(ConceptSection.problems(study.findings().runs()));
    lines.addAll(GateText.lines(study.findings().gates()));
    return lines;
  }

  static String header(Study study) {
    int seeds = study.summary().seeds();
    return String.format(
        Locale.ROOT,
        "%s: %,d nodes; %s; parameters matched to within %.0f%%; config %s",
        study.findings().taxonomy(),
        study.findings().nodes(),
        seeds > 1 ? "mean ± 95% interval over " + seeds + " seeds" : "one seed, so no intervals",
        100 * ParameterMatch.TOLERANCE,
        study.config().hash());
  }

  private static List<String> table(Study study) {
    Summary summary = study.summary();
    List<Measure> measures = Measure.of(summary.rows());
    Map<String, Map<String, GateResult>> gates = GateText.byGate(study.findings().gates());
    TextTable table = new TextTable();
    List<String> names = new ArrayList<>(measures.stream().map(Measure::name).toList());
    names.addAll(gates.keySet());
    table.add("", names);
    for (Summary.Row row : summary.rows()) {
      boolean winner = measures.stream().anyMatch(m -> summary.wins(row.label(), m.name()));
      List<String> cells = new ArrayList<>();
      for (Measure measure : measures) {
        String mark = summary.wins(row.label(), measure.name()) ? WINS : "  ";
        cells.add(measure.show(row.values().get(measure.name())) + (winner ? mark : ""));
      }
      for (Map<String, GateResult> ofColumns : gates.values()) {
        GateResult result = ofColumns.get(row.label());
        String mark = result == null ? Measure.NOT_MEASURED : GateText.mark(result);
        cells.add(mark + (winner ? "  " : ""));
      }
      table.add(row.label(), cells);
    }
    return table.lines(WIDEST);
  }
}
