package org.conceptspaces.cli.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.conceptspaces.encoder.experiment.RunResult;
import org.conceptspaces.encoder.train.LossCurve;
import org.jspecify.annotations.Nullable;

/** Losses over training, as data for the report's script to draw. */
final class CurveFigures {

  /** Escapes what would end a script. */
  private static final Gson GSON = new GsonBuilder().serializeNulls().create();

  private static final List<Figure> FIGURES =
      List.of(
          new Figure("masked", "Masked-token loss, nats per token", LossCurve.Point::maskedTokens),
          new Figure("hierarchy", "Hierarchy loss, nats per node", LossCurve.Point::hierarchy));

  private record Figure(String name, String caption, ToDoubleFunction<LossCurve.Point> value) {}

  private CurveFigures() {}

  /** The figures; those of an objective without weight are left out. */
  static String of(List<RunResult> runs) {
    StringBuilder html = new StringBuilder("<h2>Losses over training</h2>\n");
    List<Figure> drawn = FIGURES.stream().filter(figure -> varies(runs, figure)).toList();
    for (Figure figure : drawn) {
      html.append("<figure data-curve=\"")
          .append(figure.name())
          .append("\"><figcaption>")
          .append(Html.escape(figure.caption()))
          .append("</figcaption></figure>\n");
    }
    return html + Html.data("curves", GSON.toJson(data(runs))) + Html.script("curves.js");
  }

  private static boolean varies(List<RunResult> runs, Figure figure) {
    return runs.stream()
            .flatMap(run -> run.outcome().curve().points().stream())
            .mapToDouble(figure.value())
            .filter(Double::isFinite)
            .distinct()
            .limit(2)
            .count()
        > 1;
  }

  private static List<Map<String, Object>> data(List<RunResult> runs) {
    List<Map<String, Object>> data = new ArrayList<>();
    for (RunResult run : runs) {
      List<Map<String, @Nullable Object>> points = new ArrayList<>();
      for (LossCurve.Point point : run.outcome().curve().points()) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("step", point.step());
        FIGURES.forEach(f -> values.put(f.name(), Html.number(f.value().applyAsDouble(point), 5)));
        points.add(values);
      }
      data.add(Map.of("label", run.label(), "points", points));
    }
    return data;
  }
}
