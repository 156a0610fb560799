package org.conceptspaces.cli.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.conceptspaces.analysis.Analysis;
import org.conceptspaces.analysis.CurvedMetrics;
import org.conceptspaces.analysis.Measurements;
import org.conceptspaces.analysis.Verdict;
import org.conceptspaces.encoder.measure.ConceptAnalysis;

/** What vectors hold, as people read it: what it means first, then all metrics. */
public final class AnalysisText {

  private static final Map<String, String> VARIANTS = new LinkedHashMap<>();

  static {
    VARIANTS.put("", "all vectors");
    VARIANTS.put("_batch_mean", "batch mean");
    VARIANTS.put("_per_sample", "per sample");
  }

  private AnalysisText() {}

  /**
   * The lines of a report.
   *
   * @param analysis what was found
   * @param seconds what it took
   * @return lines of text
   */
  public static List<String> lines(Analysis analysis, double seconds) {
    List<String> lines = new ArrayList<>();
    lines.add(heading(analysis, seconds));
    lines.add("");
    for (Verdict verdict : analysis.verdicts()) {
      lines.add((verdict.met() ? "ok     " : "ALARM  ") + verdict.sentence());
    }
    if (analysis.verdicts().isEmpty()) {
      lines.add("no verdict: whatever these vectors hold, so few could not miss a target");
    }
    lines.add("");
    lines.addAll(table(analysis));
    if (!analysis.measurements().missing().isEmpty()) {
      lines.add("");
      missing(lines, analysis.measurements());
    }
    return lines;
  }

  /**
   * The lines of a report on a model's concepts.
   *
   * @param concepts what was found
   * @param seconds what it took
   * @return lines of text
   */
  public static List<String> lines(ConceptAnalysis concepts, double seconds) {
    List<String> lines = lines(concepts.vectors(), seconds);
    lines.add("");
    lines.add(
        concepts.coordinates() + " in " + concepts.geometry() + "; of the points themselves:");
    CurvedMetrics points = concepts.points();
    points.values().values().forEach((name, value) -> lines.add(text("%-42s %.4f", name, value)));
    missing(lines, points.values());
    lines.add(
        text(
            "points by radius, from 0 to %.3g: %s",
            points.largestRadius(), points.radiusHistogram()));
    return lines;
  }

  private static void missing(List<String> lines, Measurements measured) {
    measured.missing().forEach((name, why) -> lines.add("not measured: " + name + " " + why));
  }

  private static String heading(Analysis analysis, double seconds) {
    Analysis.Shape shape = analysis.shape();
    StringBuilder heading = new StringBuilder(analysis.source()).append(": ");
    if (shape.slots() > 0) {
      heading
          .append(count(shape.vectors() / shape.slots(), "input"))
          .append(" × ")
          .append(count(shape.slots(), "concept"));
    } else {
      heading.append(count(shape.vectors(), "vector"));
    }
    heading.append(" × ").append(count(shape.dimension(), "dimension"));
    if (shape.live() < shape.vectors()) {
      heading.append(text(", %,d live", shape.live()));
    }
    if (shape.zeros() > 0) {
      heading.append(text(", %,d of them 0 and without direction", shape.zeros()));
    }
    if (shape.sampled() < shape.live()) {
      heading.append(
          text(
              "; %s among %,d of them (seed %d)",
              shape.ranked() < shape.live() ? "ranks and pairs" : "pairs",
              shape.sampled(),
              shape.seed()));
    }
    return heading.append(text("; %.1f s", seconds)).toString();
  }

  private static String count(long number, String of) {
    return text("%,d %s", number, number == 1 ? of : of + "s");
  }

  private static List<String> table(Analysis analysis) {
    Map<String, Double> values = analysis.measurements().values();
    Set<String> names = new LinkedHashSet<>();
    values.keySet().stream()
        .filter(name -> !name.matches(".*_(low|high|n)"))
        .forEach(name -> names.add(name.replaceFirst("_batch_mean|_per_sample", "")));
    TextTable table = new TextTable();
    table.add("", List.copyOf(names));
    for (Map.Entry<String, String> variant : VARIANTS.entrySet()) {
      List<String> cells =
          names.stream().map(name -> cell(values, name, variant.getKey())).toList();
      if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
        table.add(variant.getValue(), cells);
      }
    }
    return table.lines(Integer.MAX_VALUE);
  }

  /** A metric of a variant, whose suffix comes before that of centring. */
  private static String cell(Map<String, Double> values, String name, String variant) {
    String key =
        name.endsWith("_centred")
            ? name.replaceFirst("_centred$", variant + "_centred")
            : name + variant;
    Double value = values.get(key);
    if (value == null) {
      return "";
    }
    Double low = values.get(key + "_low");
    Double high = values.get(key + "_high");
    return number(value)
        + (low == null || high == null ? "" : text(" (%s to %s)", number(low), number(high)));
  }

  private static String number(double value) {
    double size = Math.abs(value);
    if (value == Math.rint(value) && size < 1e6) {
      return text("%.0f", value);
    }
    return text(size >= 1e5 || size < 1e-3 ? "%.3e" : size >= 100 ? "%.1f" : "%.4f", value);
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
