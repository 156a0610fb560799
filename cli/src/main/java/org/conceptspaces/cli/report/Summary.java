package org.conceptspaces.cli.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.conceptspaces.encoder.experiment.Comparison.Findings;
import org.conceptspaces.encoder.experiment.RunResult;
import org.conceptspaces.encoder.measure.Interval;

/**
 * Findings over seeds: a row of intervals for each space with each recipe, and each baseline, and
 * what can be concluded.
 *
 * @param seeds how many seeds there are
 * @param rows the rows: spaces in the config's order, then baselines
 * @param verdicts what can be concluded
 */
public record Summary(int seeds, List<Row> rows, List<Verdict> verdicts) {

  /**
   * One space or baseline.
   *
   * @param label its name
   * @param baseline whether it is a baseline
   * @param values intervals over seeds, by metric
   */
  public record Row(String label, boolean baseline, Map<String, Interval> values) {}

  /** Copies the lists. */
  public Summary {
    rows = List.copyOf(rows);
    verdicts = List.copyOf(verdicts);
  }

  /**
   * Summarises findings.
   *
   * @param findings at least one run
   * @return the summary
   */
  public static Summary of(Findings findings) {
    Map<String, List<Map<String, Double>>> spaces = new LinkedHashMap<>();
    Set<Integer> seeds = new LinkedHashSet<>();
    for (RunResult run : findings.runs()) {
      seeds.add(run.seed());
      spaces.computeIfAbsent(run.label(), l -> new ArrayList<>()).add(run.values());
    }
    Map<String, List<Map<String, Double>>> baselines = new LinkedHashMap<>();
    findings
        .baselines()
        .forEach(
            (seed, ofSeed) ->
                ofSeed.forEach(
                    (name, values) ->
                        baselines.computeIfAbsent(name, l -> new ArrayList<>()).add(values)));
    List<Row> rows = new ArrayList<>();
    spaces.forEach((label, runs) -> rows.add(new Row(label, false, intervals(runs))));
    baselines.forEach((label, runs) -> rows.add(new Row(label, true, intervals(runs))));
    return new Summary(seeds.size(), rows, verdicts(spaces, baselines));
  }

  private static Map<String, Interval> intervals(List<Map<String, Double>> runs) {
    Set<String> names = new LinkedHashSet<>();
    runs.forEach(run -> names.addAll(run.keySet()));
    Map<String, Interval> intervals = new LinkedHashMap<>();
    names.forEach(name -> intervals.put(name, Interval.of(column(runs, name))));
    return intervals;
  }

  /** The values of a metric, seed by seed; NaN where it was not measured. */
  private static double[] column(List<Map<String, Double>> runs, String metric) {
    return runs.stream().mapToDouble(run -> run.getOrDefault(metric, Double.NaN)).toArray();
  }

  private static Map<String, double[]> columns(
      Map<String, List<Map<String, Double>>> runs, String metric) {
    Map<String, double[]> columns = new LinkedHashMap<>();
    runs.forEach((label, ofLabel) -> columns.put(label, column(ofLabel, metric)));
    return columns;
  }

  private static List<Verdict> verdicts(
      Map<String, List<Map<String, Double>>> spaces,
      Map<String, List<Map<String, Double>>> baselines) {
    List<Verdict> verdicts = new ArrayList<>();
    boolean placed =
        spaces.values().stream()
            .flatMap(List::stream)
            .anyMatch(run -> run.containsKey(PlacementMeasures.MRR));
    for (Question question : Question.all(placed)) {
      Contest ofSpaces = new Contest(question, columns(spaces, question.metric()));
      if (spaces.size() > 1) {
        verdicts.add(ofSpaces.verdict());
      }
      Contest ofBaselines = new Contest(question, columns(baselines, question.ofBaselines()));
      ofSpaces.against(ofBaselines).ifPresent(verdicts::add);
    }
    return verdicts;
  }

  /** All that can be concluded, in one sentence. */
  String conclusion() {
    long spaces = rows.stream().filter(row -> !row.baseline()).count();
    return Conclusion.of((int) spaces, seeds, verdicts);
  }

  /** Whether a space is the clear winner by a metric. */
  boolean wins(String label, String metric) {
    return verdicts.stream()
        .anyMatch(v -> v.question().metric().equals(metric) && label.equals(v.winner()));
  }
}
