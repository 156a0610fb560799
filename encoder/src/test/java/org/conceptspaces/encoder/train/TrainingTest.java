package org.conceptspaces.encoder.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.encoder.Animals;
import org.conceptspaces.encoder.Small;
import org.conceptspaces.encoder.Spaces;
import org.conceptspaces.encoder.network.ConceptModel;
import org.conceptspaces.encoder.network.ModelPass;
import org.conceptspaces.encoder.network.Parameters.Entry;
import org.conceptspaces.encoder.regularize.Regularization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrainingTest {

  private static final int STEPS = 60;

  @ParameterizedTest
  @EnumSource
  void theLossFalls(Spaces spaces) {
    TrainingOptions options = Small.training(STEPS, Map.of("learningRate", 0.02));
    Trainer trainer = new Trainer(Animals.corpus(), options, 1);
    TrainingBatch fixed = trainer.batch(1);
    try (NDManager manager = Small.manager()) {
      ConceptModel model = spaces.model(manager);
      double before = loss(manager, model, fixed, options);
      List<StepReport> reports = new ArrayList<>();
      trainer.train(manager, model, reports::add);
      assertEquals(STEPS, reports.size());
      assertEquals(before, reports.get(0).maskedTokens() + reports.get(0).hierarchy(), 1e-6);
      double after = loss(manager, model, fixed, options);
      assertTrue(after < 0.9 * before, "from " + before + " to " + after);
    }
  }

  /** Without the terms of spaces: what a count head is off by grows as texts come apart. */
  private static double loss(
      NDManager manager, ConceptModel model, TrainingBatch batch, TrainingOptions options) {
    // As in the step itself, what is at random included.
    try (ModelPass pass = ModelPass.training(manager, batch.seed())) {
      Regularization none = new Regularization(List.of(), STEPS, 0, Map.of());
      Losses losses = Losses.of(pass, model, batch, options, none, 1);
      return losses.maskedTokens().getDouble() + losses.hierarchy().getDouble();
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyParameterMoves(Spaces spaces) {
    try (NDManager manager = Small.manager()) {
      Map<String, double[]> before = Small.values(spaces.model(manager));
      Map<String, double[]> after = Runs.train(spaces, 3, 1).parameters();
      before.forEach((path, values) -> assertFalse(Arrays.equals(values, after.get(path)), path));
    }
  }

  /** With steps so long that they would leave the ball at once, were nobody to hold them. */
  @ParameterizedTest
  @EnumSource(names = {"POINCARE", "LEARNED_CURVATURE", "MULTISCALE"})
  void pointsMoveAtEveryStepAndNeverLeaveTheManifold(Spaces spaces) {
    try (NDManager manager = Small.manager()) {
      ConceptModel model = spaces.model(manager);
      Map<String, double[]> last = new HashMap<>(points(manager, model));
      assertFalse(last.isEmpty());
      TrainingOptions wild = Small.training(12, Map.of("manifoldLearningRate", 5.0));
      new Trainer(Animals.corpus(), wild, 1)
          .train(
              manager,
              model,
              report ->
                  points(manager, model)
                      .forEach(
                          (path, now) -> {
                            assertFalse(
                                Arrays.equals(now, last.put(path, now)),
                                path + " stayed where it was in step " + report.step());
                          }));
    }
  }

  /** The coordinates of every parameter on a manifold, none of which projecting would move. */
  private static Map<String, double[]> points(NDManager manager, ConceptModel model) {
    Map<String, double[]> points = new HashMap<>();
    try (ModelPass pass = ModelPass.inference(manager)) {
      for (Entry entry : model.parameters().entries()) {
        Geometry geometry = entry.geometry();
        if (geometry != null) {
          NDArray array = pass.value(entry.parameter());
          double[] numbers = Small.numbers(array);
          assertArrayEquals(
              Small.numbers(geometry.bind(pass).project(array)), numbers, entry.path());
          points.put(entry.path(), numbers);
        }
      }
    }
    return points;
  }

  @Test
  void objectivesWithoutWeightAreLeftOut() {
    TrainingOptions masked = Small.training(2, Map.of("hierarchy", 0.0));
    TrainingOptions hierarchy = Small.training(2, Map.of("maskedTokens", 0.0));
    try (NDManager manager = Small.manager()) {
      ConceptModel model = Spaces.POINCARE.model(manager);
      new Trainer(Animals.corpus(), masked, 1)
          .train(
              manager,
              model,
              report -> {
                assertEquals(0, report.hierarchy());
                assertEquals(report.maskedTokens(), report.loss(), 1e-6);
              });
      new Trainer(Animals.corpus(), hierarchy, 1)
          .train(manager, model, report -> assertEquals(report.hierarchy(), report.loss()));
    }
  }

  @Test
  void stepsLeaveNoArraysBehind() {
    try (NDManager manager = Small.manager()) {
      ConceptModel model = Spaces.LEARNED_CURVATURE.model(manager);
      int[] held = new int[24];
      new Trainer(Animals.corpus(), Small.training(24), 1)
          .train(
              manager,
              model,
              report -> held[report.step() - 1] = top(manager).getManagedArrays().size());
      // The optimisers keep the last sixteen scalars that they used: by step 16 these are full.
      assertEquals(held[15], held[23]);
    }
  }

  private static NDManager top(NDManager manager) {
    NDManager top = manager;
    while (top.getParentManager() != null && top.getParentManager() != top) {
      top = top.getParentManager();
    }
    return top;
  }
}
