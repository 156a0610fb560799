package org.conceptspaces.encoder.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.conceptspaces.api.ConceptSpace;
import org.conceptspaces.api.LevelSpec;
import org.conceptspaces.api.Spelling;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.encoder.gate.Gate;
import org.conceptspaces.encoder.network.ConceptModel;
import org.conceptspaces.encoder.network.EncoderShape;
import org.conceptspaces.encoder.placement.PlacementSettings;
import org.conceptspaces.encoder.placement.PlacementTask;
import org.conceptspaces.encoder.train.TrainingOptions;

/** What gates may ask for: the sizes of each space, and the metrics that its runs will have. */
final class GateNames {

  /** Begins the metrics of the same space and seed without regularisers. */
  static final String BASELINE = "baseline.";

  private static final String CONCEPTS = "concepts";
  private static final String DIMENSION = "dimension";

  /** Declaring a model wants a vocabulary of some size, which no name depends on. */
  private static final int ANY_VOCABULARY = 3;

  /** What is known of a space before training. */
  private record Known(Map<String, Double> sizes, Set<String> metrics) {}

  private final Map<String, Known> spaces = new LinkedHashMap<>();
  private final Set<String> metrics = new LinkedHashSet<>();
  private final boolean baseline;

  /**
   * The names for some columns.
   *
   * @param columns at least one
   * @param shape the encoder's sizes
   * @param training how models are trained
   * @param placement how texts are placed, if they are
   * @param heldOut whether some texts are held out
   * @param plugins what spaces' names mean
   * @throws IllegalArgumentException if a space cannot be built in such an encoder
   */
  GateNames(
      List<Column> columns,
      EncoderShape shape,
      TrainingOptions training,
      PlacementSettings placement,
      boolean heldOut,
      Plugins plugins) {
    for (Column column : columns) {
      spaces.computeIfAbsent(
          column.spaceLabel(),
          label -> {
            ConceptModel model = new ConceptModel(shape, ANY_VOCABULARY, column.space(), plugins);
            return known(model.space(), training, placement, heldOut);
          });
    }
    spaces.values().forEach(known -> metrics.addAll(known.metrics()));
    baseline = columns.stream().anyMatch(Column::isPlain);
  }

  private static Known known(
      ConceptSpace space, TrainingOptions training, PlacementSettings placement, boolean heldOut) {
    LevelSpec summary = space.levels().get(space.summaryLevel());
    Map<String, Double> sizes = new LinkedHashMap<>();
    sizes.put(CONCEPTS, (double) summary.count());
    sizes.put(DIMENSION, (double) summary.dimension());
    Set<String> metrics = Metrics.measured(space, training, heldOut);
    if (placement.wanted() && heldOut) {
      metrics.addAll(PlacementTask.metrics(placement));
    }
    return new Known(sizes, metrics);
  }

  /**
   * The sizes of a column's space.
   *
   * @param column one of the columns
   * @return numbers by name
   */
  Map<String, Double> sizes(Column column) {
    return Objects.requireNonNull(spaces.get(column.spaceLabel())).sizes();
  }

  /**
   * What is wrong with the names of a gate.
   *
   * @param gate the gate
   * @return a sentence for each problem, without a full stop
   */
  List<String> problems(Gate gate) {
    List<String> problems = new ArrayList<>();
    boolean measures = false;
    for (String name : gate.names()) {
      boolean ofBaseline = name.startsWith(BASELINE);
      String metric = ofBaseline ? name.substring(BASELINE.length()) : name;
      boolean size = !ofBaseline && List.of(CONCEPTS, DIMENSION).contains(name);
      measures |= !size;
      if (!size && !metrics.contains(metric)) {
        problems.add("no such metric as " + name + hint(name, ofBaseline ? BASELINE : ""));
      } else if (!size) {
        problems.addAll(unmeasured(metric));
      }
      if (ofBaseline && !baseline) {
        problems.add(
            name
                + " wants a recipe without regularisers; give one, as in regularizers: {none: [],"
                + " apart: [{regularizer: variance}]}");
      }
    }
    if (!measures) {
      problems.add("names no metric" + hint("", ""));
    }
    return problems;
  }

  /** The nearest of all names; of those there are, the shortest, for there are very many. */
  private String hint(String name, String prefix) {
    List<String> all = new ArrayList<>(metrics.stream().map(prefix::concat).toList());
    List<String> shown = new ArrayList<>(all);
    shown.removeIf(each -> all.stream().anyMatch(other -> each.startsWith(other + "_")));
    if (prefix.isEmpty()) {
      all.addAll(List.of(CONCEPTS, DIMENSION));
      shown.addAll(List.of(CONCEPTS, DIMENSION, BASELINE + "METRIC"));
    }
    return Spelling.nearest(name, all)
            .map(nearest -> "; did you mean " + nearest + "? Known: ")
            .orElse("; known: ")
        + String.join(", ", shown)
        + ", and what results.json has by longer names";
  }

  /** A gate is for all columns; where one is sure to have no such metric, it could never pass. */
  private List<String> unmeasured(String metric) {
    List<String> without = new ArrayList<>();
    spaces.forEach(
        (label, known) -> {
          if (!known.metrics().contains(metric)) {
            without.add(label);
          }
        });
    return without.isEmpty()
        ? List.of()
        : List.of(
            "%s is not measured in %s; a gate is for all spaces of its config"
                .formatted(metric, String.join(", ", without)));
  }
}
