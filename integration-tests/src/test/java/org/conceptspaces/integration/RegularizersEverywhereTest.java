package org.conceptspaces.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.conceptspaces.config.Config;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.encoder.experiment.Experiment;
import org.conceptspaces.encoder.experiment.ExperimentSections;
import org.conceptspaces.encoder.experiment.TrainingJob;
import org.conceptspaces.encoder.model.Checkpoint;
import org.conceptspaces.encoder.regularize.RegularizerReport;
import org.conceptspaces.encoder.train.LossCurve;
import org.conceptspaces.encoder.train.StepReport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every regulariser in every installed space, by config, in both charts. */
class RegularizersEverywhereTest {

  private static final Plugins PLUGINS =
      Plugins.load(RegularizersEverywhereTest.class.getClassLoader());

  private static final List<String> NAMES =
      List.of(
          "orthogonality",
          "soft-orthogonality",
          "variance",
          "covariance",
          "uniformity",
          "t-regs",
          "attention-entropy",
          "vne");

  /** All installed, and an adaptive stack of a product and a ball. */
  static Stream<Map<String, Object>> everySpace() {
    Map<String, Object> levels = SmallConfigs.space(PLUGINS, "multiscale");
    levels.put(
        "levels",
        List.of(SmallConfigs.space(PLUGINS, "product"), SmallConfigs.space(PLUGINS, "poincare")));
    Map<String, Object> adaptive = SmallConfigs.space(PLUGINS, "adaptive");
    adaptive.put("child", levels);
    return Stream.concat(
        PLUGINS.names().stream().map(name -> SmallConfigs.space(PLUGINS, name)),
        Stream.of(adaptive));
  }

  private static List<Map<String, Object>> all() {
    Stream<Map<String, Object>> origin = NAMES.stream().map(name -> Map.of("regularizer", name));
    Stream<Map<String, Object>> midpoint =
        NAMES.stream()
            .filter(name -> !name.equals("t-regs") && !name.equals("attention-entropy"))
            .map(name -> Map.of("regularizer", name, "at", "midpoint"));
    return Stream.concat(origin, midpoint).toList();
  }

  @ParameterizedTest
  @MethodSource("everySpace")
  void trainsAndRepeats(Map<String, Object> space) {
    Map<String, Object> data = Map.of("source", "wordnet:dog.n.01", "heldOut", 0);
    Map<String, Object> map =
        new LinkedHashMap<>(SmallConfigs.of(PLUGINS, data, List.of(1), List.of(space)).toMap());
    map.put("regularizers", all());
    Config config = ExperimentSections.reader(PLUGINS).fromMap(map, "test");
    List<LossCurve.Point> points = train(config);
    assertEquals(6, points.size());
    for (LossCurve.Point point : points) {
      Map<String, RegularizerReport> reports = point.regularizers();
      assertEquals(NAMES.size() * 2 - 2, reports.size());
      reports.forEach(
          (name, each) ->
              assertTrue(Double.isFinite(each.loss() + each.watched()), name + ": " + each));
    }
    List<LossCurve.Point> again = train(config);
    for (int i = 0; i < points.size(); i++) {
      assertEquals(points.get(i).regularizers(), again.get(i).regularizers());
    }
  }

  private static List<LossCurve.Point> train(Config config) {
    try (NDManager manager = NDManager.newBaseManager()) {
      return TrainingJob.open(config, PLUGINS, Map.of())
          .run(manager, null, new Silent())
          .runs()
          .get(0)
          .outcome()
          .curve()
          .points();
    }
  }

  private static final class Silent implements Experiment.Listener {
    @Override
    public void stepped(StepReport report) {}

    @Override
    public void checkpoint(Checkpoint checkpoint) {}
  }
}
