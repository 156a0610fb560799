package org.conceptspaces.cli.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.conceptspaces.encoder.experiment.RunResult;
import org.conceptspaces.encoder.experiment.TaxonomyMap;
import org.conceptspaces.encoder.experiment.TaxonomyMap.Node;
import org.jspecify.annotations.Nullable;

/** Where each run has put the taxonomy's nodes, as data for the report's script to draw. */
final class MapFigure {

  /** Escapes what would end a script. */
  private static final Gson GSON = new GsonBuilder().serializeNulls().create();

  private static final int LONGEST_TEXT = 200;
  private static final int DIGITS = 5;

  private static final String HELD_OUT =
      "<label><input type=\"checkbox\" id=\"map-held\" checked> held-out nodes</label>\n";

  private static final String DIAMONDS =
      "A diamond is a held-out node, placed by its text alone: green if the vote of its neighbours"
          + " finds a true parent, orange if not; then a dashed line leads to the parent that was voted"
          + " for. Green lines lead to true parents.";

  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private final List<String> texts = new ArrayList<>();
  private final List<Map<String, @Nullable Object>> maps = new ArrayList<>();
  private final StringBuilder choices = new StringBuilder();
  private boolean heldOut;

  private MapFigure() {}

  /** The figure of several runs; empty if no run has a map. */
  static String of(List<RunResult> runs) {
    MapFigure figure = new MapFigure();
    for (RunResult run : runs) {
      TaxonomyMap map = run.outcome().map();
      if (map != null) {
        figure.add(run.label() + ", seed " + run.seed(), map);
      }
    }
    return figure.maps.isEmpty() ? "" : figure.html("The taxonomy, as each run has laid it out");
  }

  /** The figure of one map. */
  static String of(TaxonomyMap map) {
    MapFigure figure = new MapFigure();
    figure.add("", map);
    return figure.html("Where the nodes are");
  }

  private void add(String label, TaxonomyMap map) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("dimension", map.dimension());
    data.put("share", Html.number(map.share(), DIGITS));
    data.put("curvature", Html.number(map.curvature(), DIGITS));
    data.put("left", map.left());
    data.put("node", map.nodes().stream().map(this::number).toList());
    data.put("parents", map.nodes().stream().map(Node::parents).toList());
    data.put("x", coordinates(map, Node::x));
    data.put("y", coordinates(map, Node::y));
    data.put("predicted", map.nodes().stream().map(Node::predicted).toList());
    maps.add(data);
    heldOut |= map.nodes().stream().anyMatch(node -> node.predicted() != TaxonomyMap.TRAINED);
    choices.append("<option>").append(Html.escape(label)).append("</option>");
  }

  /** Nodes have their texts once, however many runs there are. */
  private int number(Node node) {
    return numbers.computeIfAbsent(
        node.id(),
        id -> {
          texts.add(Html.shortened(node.text(), LONGEST_TEXT));
          return texts.size() - 1;
        });
  }

  private static List<@Nullable Double> coordinates(
      TaxonomyMap map, ToDoubleFunction<Node> coordinate) {
    List<@Nullable Double> coordinates = new ArrayList<>();
    map.nodes().forEach(n -> coordinates.add(Html.number(coordinate.applyAsDouble(n), DIGITS)));
    return coordinates;
  }

  /** What tells runs apart, or held-out nodes from others, is there only if there are several. */
  private String html(String heading) {
    String json =
        GSON.toJson(Map.of("ids", List.copyOf(numbers.keySet()), "texts", texts, "maps", maps));
    return Resources.own("map.html")
            .replace("HEADING", Html.escape(heading))
            .replace("SINGLE", maps.size() > 1 ? "" : " hidden")
            .replace("HELD_OUT", heldOut ? HELD_OUT : "")
            .replace(" DIAMONDS", heldOut ? " " + DIAMONDS : "")
            .replace("CHOICES", choices)
        + Html.data("maps", json)
        + Html.script("map.js");
  }
}
