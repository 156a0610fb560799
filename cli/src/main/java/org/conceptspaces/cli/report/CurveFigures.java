package org.conceptspaces.cli.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.conceptspaces.encoder.experiment.Comparison.Findings;
import org.conceptspaces.encoder.experiment.Metrics;
import org.conceptspaces.encoder.experiment.RunResult;
import org.conceptspaces.encoder.measure.Interval;
import org.conceptspaces.encoder.measure.MetricCurve;
import org.conceptspaces.encoder.regularize.RegularizerReport;
import org.conceptspaces.encoder.train.LossCurve;
import org.jspecify.annotations.Nullable;

/** Losses and metrics over training, as data for the report's script to draw. */
final class CurveFigures {

  /** Escapes what would end a script. */
  private static final Gson GSON = new GsonBuilder().serializeNulls().create();

  private static final int DIGITS = 5;

  /** Captions of losses by their keys here, and of metrics by their names. */
  private static final Map<String, String> CAPTIONS = new LinkedHashMap<>();

  static {
    CAPTIONS.put(
        Metrics.PARENT_MRR, "Placing unseen texts (" + Metrics.PARENT_MRR + "); higher is better");
    CAPTIONS.put(
        Metrics.RECONSTRUCTION_MAP,
        "Recovering the hierarchy (" + Metrics.RECONSTRUCTION_MAP + "); higher is better");
    CAPTIONS.put(
        Metrics.MLM_LOSS_HELD_OUT,
        "Telling hidden tokens of unseen texts, nats per token; lower is better");
    for (String name : Measure.OF_CONCEPTS) {
      CAPTIONS.put(name, name + ": " + ConceptMeanings.of(name));
    }
    CAPTIONS.put("masked", "Masked-token loss of training batches, nats per token");
    CAPTIONS.put("reconstruction", "Reconstruction loss of training batches, nats per token");
    CAPTIONS.put(
        "hierarchy", "Hierarchy loss of training batches, its objectives by their weights");
  }

  /** The losses, by their keys here. */
  private static final Map<String, ToDoubleFunction<LossCurve.Point>> LOSSES =
      Map.of(
          "masked", LossCurve.Point::maskedTokens,
          "reconstruction", LossCurve.Point::reconstruction,
          "hierarchy", LossCurve.Point::hierarchy);

  /** What a figure draws of what a regulariser reports. */
  private record OfRegularizer(String name, boolean watched) {

    @Nullable Double at(LossCurve.Point point) {
      RegularizerReport report = point.regularizers().get(name);
      return report == null
          ? null
          : Html.number(watched ? report.watched() : report.loss(), DIGITS);
    }
  }

  /** A value at a step, for one run. */
  private record Point(int step, @Nullable Double value) {}

  /** The line of one run. */
  private record Line(String label, List<Point> points) {}

  /** A figure; of several baselines the best is drawn. */
  private record Figure(
      String name, List<Line> lines, @Nullable String baseline, @Nullable Double level) {}

  private CurveFigures() {}

  /** The figures; those of what was not measured, or has no weight, are left out. */
  static String of(Findings findings, Summary summary) {
    List<Figure> figures = new ArrayList<>();
    Map<String, String> captions = new LinkedHashMap<>(CAPTIONS);
    Map<String, OfRegularizer> regularizers = regularizers(findings, captions);
    for (String name : captions.keySet()) {
      OfRegularizer regularizer = regularizers.get(name);
      List<Line> lines =
          findings.runs().stream()
              .map(
                  run ->
                      new Line(
                          run.label(),
                          regularizer == null ? points(run, name) : points(run, regularizer)))
              .toList();
      if (varies(lines)) {
        Summary.Row best = bestBaseline(summary, name);
        figures.add(
            new Figure(
                name,
                lines,
                best == null ? null : best.label(),
                best == null ? null : level(best, name)));
      }
    }
    StringBuilder html = new StringBuilder("<h2>Over training</h2>\n<p class=\"note\">");
    html.append("A thin line is a seed, a thick one the mean of a space's seeds.</p>\n");
    html.append("<div class=\"curves\">\n");
    for (Figure figure : figures) {
      html.append("<figure data-curve=\"")
          .append(figure.name())
          .append("\"><figcaption>")
          .append(Html.escape(Objects.requireNonNull(captions.get(figure.name()))))
          .append("</figcaption></figure>\n");
    }
    return html + "</div>\n" + Html.data("curves", GSON.toJson(figures)) + Html.script("curves.js");
  }

  /** Two figures for each regulariser; their captions are added. */
  private static Map<String, OfRegularizer> regularizers(
      Findings findings, Map<String, String> captions) {
    Map<String, OfRegularizer> figures = new LinkedHashMap<>();
    for (RunResult run : findings.runs()) {
      for (LossCurve.Point point : run.outcome().curve().points()) {
        point
            .regularizers()
            .forEach(
                (name, report) -> {
                  figures.put(name, new OfRegularizer(name, false));
                  captions.put(
                      name, "Regulariser " + name + " of training batches, without weight");
                  String watched = name + " " + report.quantity();
                  figures.put(watched, new OfRegularizer(name, true));
                  captions.put(watched, report.quantity() + " of training batches, by " + name);
                });
      }
    }
    return figures;
  }

  private static List<Point> points(RunResult run, OfRegularizer regularizer) {
    return run.outcome().curve().points().stream()
        .map(point -> new Point(point.step(), regularizer.at(point)))
        .toList();
  }

  private static List<Point> points(RunResult run, String name) {
    List<Point> points = new ArrayList<>();
    ToDoubleFunction<LossCurve.Point> loss = LOSSES.get(name);
    if (loss != null) {
      for (LossCurve.Point point : run.outcome().curve().points()) {
        points.add(new Point(point.step(), Html.number(loss.applyAsDouble(point), DIGITS)));
      }
    }
    for (MetricCurve.Point point : run.outcome().measured().points()) {
      Double value = point.metrics().get(name);
      if (value != null) {
        points.add(new Point(point.step(), Html.number(value, DIGITS)));
      }
    }
    return points;
  }

  private static boolean varies(List<Line> lines) {
    return lines.stream()
            .flatMap(line -> line.points().stream())
            .map(Point::value)
            .filter(Objects::nonNull)
            .distinct()
            .limit(2)
            .count()
        > 1;
  }

  /** The metrics that baselines have are better when higher. */
  private static Summary.@Nullable Row bestBaseline(Summary summary, String name) {
    Summary.Row best = null;
    for (Summary.Row row : summary.rows()) {
      if (row.baseline() && level(row, name) > (best == null ? -1 : level(best, name))) {
        best = row;
      }
    }
    return best;
  }

  private static double level(Summary.Row row, String name) {
    Interval interval = row.values().get(name);
    return interval == null ? Double.NaN : interval.mean();
  }
}
