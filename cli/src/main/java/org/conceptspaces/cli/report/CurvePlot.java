package org.conceptspaces.cli.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.conceptspaces.encoder.experiment.RunResult;
import org.conceptspaces.encoder.train.LossCurve;

/** Loss curves as inline SVG: one colour for each space, one line for each seed. */
final class CurvePlot {

  private static final int WIDTH = 720;
  private static final int HEIGHT = 300;
  private static final int LEFT = 48;
  private static final int RIGHT = WIDTH - 16;
  private static final int TOP = 12;
  private static final int BOTTOM = HEIGHT - 32;

  /** Colours that stay apart for colour-blind readers (Okabe and Ito, 2008). */
  private static final List<String> COLOURS =
      List.of("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000");

  private final String caption;
  private final ToDoubleFunction<LossCurve.Point> value;

  CurvePlot(String caption, ToDoubleFunction<LossCurve.Point> value) {
    this.caption = caption;
    this.value = value;
  }

  /** The figure; empty if all values are 0, as they are for an objective without weight. */
  String of(List<RunResult> runs) {
    double lastStep = 0;
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (RunResult run : runs) {
      for (LossCurve.Point point : drawn(run)) {
        lastStep = Math.max(lastStep, point.step());
        low = Math.min(low, value.applyAsDouble(point));
        high = Math.max(high, value.applyAsDouble(point));
      }
    }
    if (!(low < high)) {
      return "";
    }
    Axis x = Axis.holding(0, lastStep);
    Axis y = Axis.holding(low, high);
    StringBuilder svg = new StringBuilder();
    x.marks().forEach(mark -> svg.append(stepMark(x, mark)));
    y.marks().forEach(mark -> svg.append(valueMark(y, mark)));
    Map<String, String> colours = new LinkedHashMap<>();
    for (RunResult run : runs) {
      String colour =
          colours.computeIfAbsent(run.label(), l -> COLOURS.get(colours.size() % COLOURS.size()));
      svg.append(line(drawn(run), x, y, colour));
    }
    return figure(colours, svg);
  }

  private List<LossCurve.Point> drawn(RunResult run) {
    return run.outcome().curve().points().stream()
        .filter(point -> Double.isFinite(value.applyAsDouble(point)))
        .toList();
  }

  private String line(List<LossCurve.Point> points, Axis x, Axis y, String colour) {
    List<String> places = new ArrayList<>();
    for (LossCurve.Point point : points) {
      double across = across(x, point.step());
      double down = down(y, value.applyAsDouble(point));
      places.add(String.format(Locale.ROOT, "%.1f,%.1f", across, down));
    }
    return String.format(
        "<polyline stroke=\"%s\" points=\"%s\"/>%n", colour, String.join(" ", places));
  }

  private static double across(Axis axis, double step) {
    return LEFT + axis.share(step) * (RIGHT - LEFT);
  }

  private static double down(Axis axis, double value) {
    return BOTTOM - axis.share(value) * (BOTTOM - TOP);
  }

  private static String stepMark(Axis axis, double mark) {
    return String.format(
        Locale.ROOT,
        "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>%n",
        across(axis, mark),
        BOTTOM + 18,
        number(mark));
  }

  private static String valueMark(Axis axis, double mark) {
    double y = down(axis, mark);
    return String.format(
        Locale.ROOT,
        "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>"
            + "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>%n",
        LEFT,
        RIGHT,
        y,
        y,
        LEFT - 6,
        y + 4,
        number(mark));
  }

  /** A mark's number in as few digits as it has, rounding errors left out. */
  private static String number(double mark) {
    BigDecimal exact = new BigDecimal(mark).round(new MathContext(6)).stripTrailingZeros();
    return exact.abs().compareTo(BigDecimal.valueOf(1e6)) < 0
        ? exact.toPlainString()
        : exact.toString();
  }

  private String figure(Map<String, String> colours, StringBuilder svg) {
    StringBuilder legend = new StringBuilder();
    colours.forEach(
        (label, colour) ->
            legend.append(
                String.format(
                    "<span><i style=\"background:%s\"></i>%s</span>%n",
                    colour, Html.escape(label))));
    return String.format(
        "<figure>%n<figcaption>%s, by step</figcaption>%n<div class=\"legend\">%s</div>%n"
            + "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">%n%s</svg>%n</figure>%n",
        Html.escape(caption), legend, WIDTH, HEIGHT, Html.escape(caption), svg);
  }
}
