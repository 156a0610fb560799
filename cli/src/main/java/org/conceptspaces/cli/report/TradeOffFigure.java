package org.conceptspaces.cli.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.conceptspaces.encoder.experiment.Column;
import org.conceptspaces.encoder.experiment.Comparison.Findings;
import org.conceptspaces.encoder.experiment.Metrics;
import org.conceptspaces.encoder.experiment.RunResult;
import org.conceptspaces.encoder.measure.Interval;
import org.jspecify.annotations.Nullable;

/**
 * What recipes of regularisers cost beside what they bring: for each space with each recipe, the
 * task's loss over the share of the largest possible effective rank, as data for the report's
 * script to draw.
 */
final class TradeOffFigure {

  private static final Gson GSON = new GsonBuilder().serializeNulls().create();
  private static final int DIGITS = 5;

  /** What the task is, the first that was measured. */
  private static final List<String> LOSSES = List.of(Metrics.MLM_LOSS, Metrics.RECONSTRUCTION_LOSS);

  /** Shares of the largest possible rank, with their captions. */
  private static final Map<String, String> SHARES = new LinkedHashMap<>();

  static {
    SHARES.put("effective_rank_share_batch_mean", "Concepts as they are on average over texts");
    SHARES.put("effective_rank_share_per_sample", "Concepts of single texts");
  }

  /** A mean over seeds, and half the width of its interval if there are several. */
  private record Value(@Nullable Double mean, @Nullable Double half) {

    static Value of(Interval interval) {
      return new Value(Html.number(interval.mean(), DIGITS), Html.number(interval.half(), DIGITS));
    }
  }

  /** A space with a recipe. */
  private record Point(
      String space, String recipe, boolean plain, Value loss, Map<String, Value> shares) {}

  private record Data(String loss, List<Point> points) {}

  private TradeOffFigure() {}

  /** The figures; empty unless there are several recipes whose losses and ranks were measured. */
  static String of(Findings findings, Summary summary) {
    Map<String, Column> columns = new LinkedHashMap<>();
    findings.runs().stream()
        .map(RunResult::column)
        .forEach(column -> columns.putIfAbsent(column.label(), column));
    for (String loss : LOSSES) {
      List<Point> points = new ArrayList<>();
      for (Summary.Row row : summary.rows()) {
        Column column = columns.get(row.label());
        if (column != null && has(row, loss)) {
          points.add(point(column, row, loss));
        }
      }
      if (points.stream().map(Point::recipe).distinct().count() > 1) {
        return figures(new Data(loss, points));
      }
    }
    return "";
  }

  private static boolean has(Summary.Row row, String loss) {
    return row.values().containsKey(loss)
        && SHARES.keySet().stream().anyMatch(row.values()::containsKey);
  }

  private static Point point(Column column, Summary.Row row, String loss) {
    Map<String, Value> shares = new LinkedHashMap<>();
    SHARES.keySet().forEach(name -> shares.put(name, value(row, name)));
    return new Point(
        column.spaceLabel(), column.recipe().name(), column.isPlain(), value(row, loss), shares);
  }

  /** What was not measured has no number; the script leaves the point out of that figure alone. */
  private static Value value(Summary.Row row, String name) {
    Interval interval = row.values().get(name);
    return interval == null ? new Value(null, null) : Value.of(interval);
  }

  private static String figures(Data data) {
    StringBuilder html = new StringBuilder("<h2>What keeping concepts apart costs</h2>\n");
    html.append("<p class=\"note\">Further right: concepts use more of their directions. Lower: ")
        .append(data.loss())
        .append(
            ", in nats, is better. Bars are 95% intervals over seeds. Dashed: 80% of the largest"
                + " possible effective rank and, if in sight, 5% more loss than without"
                + " regularisers.</p>\n")
        .append("<div class=\"curves\">\n");
    SHARES.forEach(
        (name, caption) ->
            html.append("<figure data-trade-off=\"")
                .append(name)
                .append("\"><figcaption>")
                .append(caption)
                .append("</figcaption></figure>\n"));
    return html.append("</div>\n")
        .append(Html.data("trade-off", GSON.toJson(data)))
        .append(Html.script("trade-off.js"))
        .toString();
  }
}
