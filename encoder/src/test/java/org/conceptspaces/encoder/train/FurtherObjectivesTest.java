package org.conceptspaces.encoder.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.conceptspaces.encoder.Animals;
import org.conceptspaces.encoder.Small;
import org.conceptspaces.encoder.Spaces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a config may add to the hierarchy loss, in training. */
class FurtherObjectivesTest {

  private static final int STEPS = 60;

  private static TrainingOptions options(Map<String, ?> changes) {
    Map<String, Object> values = new HashMap<>();
    values.put("learningRate", 0.02);
    values.put("maskedTokens", 0.0);
    values.put("maskShare", 0.0);
    values.putAll(changes);
    return Small.training(STEPS, values);
  }

  private static List<StepReport> train(Spaces spaces, TrainingOptions options) {
    try (NDManager manager = Small.manager()) {
      List<StepReport> reports = new ArrayList<>();
      new Trainer(Animals.corpus(), options, 1).train(manager, spaces.model(manager), reports::add);
      return reports;
    }
  }

  private static double mean(List<StepReport> reports) {
    return reports.stream().mapToDouble(StepReport::hierarchy).average().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"order", "cones", "contrast"})
  void eachIsLearntByItself(String name) {
    List<StepReport> reports = train(Spaces.POINCARE, options(Map.of("hierarchy", 0.0, name, 1.0)));
    double before = mean(reports.subList(0, 10));
    double after = mean(reports.subList(STEPS - 10, STEPS));
    assertTrue(after < 0.9 * before, name + " from " + before + " to " + after);
  }

  @ParameterizedTest
  @EnumSource
  void allAreLearntInEverySpace(Spaces spaces) {
    Map<String, Double> all =
        Map.of("hardNegatives", 1.0, "order", 0.5, "cones", 0.5, "contrast", 0.5);
    List<StepReport> reports = train(spaces, options(all));
    double before = mean(reports.subList(0, 10));
    double after = mean(reports.subList(STEPS - 10, STEPS));
    assertTrue(after < before, "from " + before + " to " + after);
  }

  @Test
  void weightsScale() {
    double one =
        train(Spaces.POINCARE, options(Map.of("hierarchy", 0.0, "cones", 1.0))).get(0).loss();
    double three =
        train(Spaces.POINCARE, options(Map.of("hierarchy", 0.0, "cones", 3.0))).get(0).loss();
    assertEquals(3 * one, three, 1e-6);
  }

  @Test
  void hardNegativesAddTextsToAStep() {
    Trainer without = new Trainer(Animals.corpus(), options(Map.of()), 1);
    Trainer with = new Trainer(Animals.corpus(), options(Map.of("hardNegatives", 2.0)), 1);
    assertTrue(with.batch(1).texts().size() > without.batch(1).texts().size());
  }
}
