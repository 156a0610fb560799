package org.conceptspaces.cli.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.conceptspaces.encoder.experiment.RunResult;
import org.conceptspaces.encoder.placement.PlacementFindings;
import org.conceptspaces.encoder.placement.PlacementTask;
import org.conceptspaces.placement.Reliability;
import org.conceptspaces.placement.Separation;
import org.jspecify.annotations.Nullable;

/**
 * Whether probabilities of places are true, whether strange texts are told, and some placements.
 */
final class PlacementSection {

  private static final int SHOWN_CHARACTERS = 140;
  private static final int SHOWN_ASPECTS = 4;

  private PlacementSection() {}

  /** The section; empty if no text was placed. */
  static String of(List<RunResult> runs) {
    List<RunResult> placed = runs.stream().filter(run -> findings(run) != null).toList();
    if (placed.isEmpty()) {
      return "";
    }
    Map<String, List<PlacementFindings>> columns = new LinkedHashMap<>();
    placed.forEach(
        run ->
            columns
                .computeIfAbsent(run.label(), label -> new ArrayList<>())
                .add(Objects.requireNonNull(findings(run))));
    return "<h2>Placing texts</h2>\n<div class=\"curves\">\n"
        + reliability(columns)
        + separation(columns)
        + "</div>\n"
        + samples(placed.get(0));
  }

  private static @Nullable PlacementFindings findings(RunResult run) {
    PlacementTask.Fitted fitted = run.outcome().placement();
    return fitted == null || fitted.findings().metrics().isEmpty() ? null : fitted.findings();
  }

  private static String reliability(Map<String, List<PlacementFindings>> columns) {
    List<UnitSquare.Line> lines = new ArrayList<>();
    columns.forEach(
        (label, ofSeeds) -> {
          Reliability pooled =
              Reliability.pooled(ofSeeds.stream().map(PlacementFindings::reliability).toList());
          double most = pooled.bins().stream().mapToInt(Reliability.Bin::count).max().orElse(1);
          lines.add(
              new UnitSquare.Line(
                  String.format(
                      Locale.ROOT,
                      "%s: expected calibration error %.3f",
                      label,
                      pooled.expectedCalibrationError()),
                  pooled.bins().stream().map(bin -> point(bin, most)).toList()));
        });
    return UnitSquare.of(
        "Reliability of first answers, all seeds together; larger dots are more texts",
        "probability claimed",
        "share that is right",
        lines);
  }

  private static UnitSquare.Point point(Reliability.Bin bin, double most) {
    return new UnitSquare.Point(
        bin.claimed(),
        bin.right(),
        2 + 7 * Math.sqrt(bin.count() / most),
        String.format(
            Locale.ROOT,
            "%d texts: %.2f claimed, %.2f right",
            bin.count(),
            bin.claimed(),
            bin.right()));
  }

  private static String separation(Map<String, List<PlacementFindings>> columns) {
    List<UnitSquare.Line> lines = new ArrayList<>();
    columns.forEach(
        (label, ofSeeds) -> {
          List<Separation.Point> curve = ofSeeds.get(0).separation();
          if (!curve.isEmpty()) {
            double area =
                ofSeeds.stream()
                    .mapToDouble(each -> each.metrics().getOrDefault("place_outside_auroc", 0.0))
                    .average()
                    .orElse(0);
            lines.add(
                new UnitSquare.Line(
                    String.format(Locale.ROOT, "%s: area %.3f", label, area),
                    curve.stream()
                        .map(p -> new UnitSquare.Point(p.outside(), p.belonging(), 0, ""))
                        .toList()));
          }
        });
    return lines.isEmpty()
        ? ""
        : UnitSquare.of(
            "Shares taken to belong, at every threshold of typicality (the first seed; areas are means"
                + " over seeds)",
            "of texts from elsewhere",
            "of held-out texts",
            lines);
  }

  private static String samples(RunResult run) {
    StringBuilder html =
        new StringBuilder("<details>\n<summary>Placements of ")
            .append(Html.escape(run.label() + ", seed " + run.seed()))
            .append(": some held-out texts, evenly spread</summary>\n")
            .append(
                "<p class=\"note\">Right answers are bold. What speaks for a place is in nats, ")
            .append(
                "beside the average candidate.</p>\n<div class=\"scroll\"><table class=\"placements\">\n")
            .append(
                "<thead><tr><th>text</th><th>first answers</th><th>in truth below</th></tr></thead>\n<tbody>\n");
    for (PlacementFindings.Sample sample : Objects.requireNonNull(findings(run)).samples()) {
      html.append("<tr><td>")
          .append(Html.escape(Html.shortened(sample.text(), SHOWN_CHARACTERS)))
          .append(sample.belongs() ? "" : " <i>(taken to belong nowhere)</i>")
          .append("</td><td>")
          .append(
              sample.answers().stream()
                  .map(PlacementSection::answer)
                  .collect(Collectors.joining("<br>")))
          .append("</td><td>")
          .append(Html.escape(String.join(", ", sample.parents())))
          .append("</td></tr>\n");
    }
    return html.append("</tbody>\n</table></div>\n</details>\n").toString();
  }

  private static String answer(PlacementFindings.Answer answer) {
    String node = Html.escape(answer.node());
    String aspects =
        answer.aspects().entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .limit(SHOWN_ASPECTS)
            .map(each -> String.format(Locale.ROOT, "%s %+.1f", each.getKey(), each.getValue()))
            .collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT,
        "%.0f%% %s <small>%s</small>",
        100 * answer.probability(),
        answer.right() ? "<b>" + node + "</b>" : node,
        Html.escape(aspects));
  }
}
