package org.conceptspaces.cli.report;

import com.google.gson.GsonBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The loss over epochs, as data for the script that draws curves. */
final class LossFigure {

  /** More points than this are not told apart. */
  private static final int MOST = 500;

  private static final int DIGITS = 5;

  private LossFigure() {}

  /** The figure's frame; nothing if there is no curve. */
  static String of(List<Double> losses) {
    return losses.size() < 2
        ? ""
        : "<figure data-curve=\"loss\"><figcaption>Mean loss over the pairs of an epoch"
            + "</figcaption></figure>\n";
  }

  /** What draws it. */
  static String script(List<Double> losses) {
    if (losses.size() < 2) {
      return "";
    }
    List<Map<String, @Nullable Object>> points = new ArrayList<>();
    int every = (losses.size() + MOST - 1) / MOST;
    for (int epoch = 1; epoch <= losses.size(); epoch++) {
      if (epoch % every == 0 || epoch == 1 || epoch == losses.size()) {
        Map<String, @Nullable Object> point = new LinkedHashMap<>();
        point.put("step", epoch);
        point.put("value", Html.number(losses.get(epoch - 1), DIGITS));
        points.add(point);
      }
    }
    Map<String, @Nullable Object> figure = new LinkedHashMap<>();
    figure.put("name", "loss");
    figure.put("lines", List.of(Map.of("label", "loss", "points", points)));
    figure.put("baseline", null);
    figure.put("level", null);
    figure.put("unit", "epoch");
    String json = new GsonBuilder().serializeNulls().create().toJson(List.of(figure));
    return Html.data("curves", json) + Html.script("curves.js");
  }
}
