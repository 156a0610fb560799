package org.conceptspaces.cli.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.conceptspaces.analysis.Analysis;
import org.conceptspaces.analysis.Verdict;
import org.conceptspaces.encoder.experiment.RunResult;
import org.conceptspaces.encoder.measure.ConceptAnalysis;

/** What the concepts of each run hold: verdicts in words, and every metric. */
final class ConceptSection {

  private ConceptSection() {}

  /** The section; empty if there is nothing to say. */
  static String of(List<RunResult> runs, Summary summary) {
    List<RunResult> analysed =
        runs.stream().filter(run -> run.outcome().concepts().analysis() != null).toList();
    String problems =
        problems(runs).stream()
            .map(problem -> "<p class=\"note\">" + Html.escape(problem) + "</p>\n")
            .collect(Collectors.joining());
    if (analysed.isEmpty() && problems.isEmpty()) {
      return "";
    }
    StringBuilder html = new StringBuilder("<h2>What concepts hold</h2>\n").append(problems);
    if (analysed.isEmpty()) {
      return html.toString();
    }
    html.append("<p class=\"note\">Of the level that texts are pooled from; of a sample of ")
        .append("training texts, the same in every run. Alarms are held against what random ")
        .append("vectors would have.</p>\n");
    for (RunResult run : analysed) {
      ConceptAnalysis concepts = run.outcome().concepts().analysis();
      if (concepts != null) {
        html.append(verdicts(run, concepts));
      }
    }
    html.append(ConceptFigures.of(analysed));
    return html.append(HtmlTable.ofConcepts(summary)).toString();
  }

  /** Why the concepts of some runs were not analysed, a sentence for each. */
  static List<String> problems(List<RunResult> runs) {
    return runs.stream()
        .filter(run -> !run.outcome().concepts().problem().isEmpty())
        .map(
            run ->
                "Concepts of %s, seed %d, were not analysed: %s"
                    .formatted(run.label(), run.seed(), run.outcome().concepts().problem()))
        .toList();
  }

  private static String verdicts(RunResult run, ConceptAnalysis concepts) {
    List<Verdict> verdicts = concepts.vectors().verdicts();
    long alarms = verdicts.stream().filter(verdict -> !verdict.met()).count();
    StringBuilder html = new StringBuilder("<details class=\"concepts\">\n<summary>");
    html.append(Html.escape(run.label() + ", seed " + run.seed()))
        .append(
            alarms == 0
                ? ": no alarm"
                : ": <b>" + alarms + (alarms == 1 ? " alarm" : " alarms") + "</b>")
        .append(" of ")
        .append(verdicts.size())
        .append("</summary>\n<p class=\"note\">")
        .append(Html.escape(basis(concepts)))
        .append("</p>\n<ul class=\"verdicts\">\n");
    for (Verdict verdict : verdicts) {
      html.append(verdict.met() ? "<li>" : "<li class=\"alarm\"><b>Alarm:</b> ")
          .append(Html.escape(verdict.sentence()))
          .append("</li>\n");
    }
    return html.append("</ul>\n</details>\n").toString();
  }

  private static String basis(ConceptAnalysis concepts) {
    Analysis.Shape shape = concepts.vectors().shape();
    return String.format(
        Locale.ROOT,
        "%,d texts, %,d live concepts of %d dimensions, %,d of them %scompared in pairs; %s in %s",
        shape.vectors() / shape.slots(),
        shape.live(),
        shape.dimension(),
        shape.sampled(),
        shape.ranked() < shape.live() ? "ranked and " : "",
        concepts.coordinates(),
        concepts.geometry());
  }
}
