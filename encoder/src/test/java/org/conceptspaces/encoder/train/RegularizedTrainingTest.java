package org.conceptspaces.encoder.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.conceptspaces.encoder.Animals;
import org.conceptspaces.encoder.Small;
import org.conceptspaces.encoder.Spaces;
import org.conceptspaces.encoder.network.ConceptModel;
import org.conceptspaces.encoder.network.ModelPass;
import org.conceptspaces.encoder.regularize.Regularization;
import org.conceptspaces.encoder.regularize.RegularizerReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Trainings with regularisers. */
class RegularizedTrainingTest {

  private static final List<String> KINDS =
      List.of(
          "orthogonality",
          "soft-orthogonality",
          "variance",
          "covariance",
          "uniformity",
          "t-regs",
          "attention-entropy",
          "vne");

  private static final int STEPS = 40;

  /** Trainings without regularisers, but watched. */
  private static final Map<Spaces, Trained> WATCHED = new EnumMap<>(Spaces.class);

  /** Every regulariser, with some further options. */
  private static String all(String further) {
    List<String> items = KINDS.stream().map(k -> "{regularizer: " + k + further + "}").toList();
    return "[" + String.join(", ", items) + "]";
  }

  private record Trained(Map<String, double[]> parameters, List<StepReport> reports) {

    /** Over the last ten steps. */
    double watched(String name) {
      return reports.subList(reports.size() - 10, reports.size()).stream()
          .mapToDouble(report -> of(report, name).watched())
          .average()
          .orElseThrow();
    }
  }

  private static RegularizerReport of(StepReport report, String name) {
    return Objects.requireNonNull(report.regularizers().get(name), name);
  }

  private static Trained train(Spaces spaces, int steps, String regularizers) {
    TrainingOptions options =
        Small.training(steps, Map.of("learningRate", 0.01))
            .withRegularizers(Small.regularizers(regularizers));
    try (NDManager manager = Small.manager()) {
      ConceptModel model = spaces.model(manager);
      List<StepReport> reports = new ArrayList<>();
      new Trainer(Animals.corpus(), options, 1).train(manager, model, reports::add);
      return new Trained(Small.values(model), reports);
    }
  }

  /** Weight 0 watches without changing a bit, in every space. */
  @ParameterizedTest
  @EnumSource
  void withoutWeightNothingChanges(Spaces spaces) {
    Trained without = train(spaces, 4, "[]");
    Trained watched = train(spaces, 4, all(", weight: 0"));
    for (int step = 0; step < 4; step++) {
      assertEquals(Map.of(), without.reports.get(step).regularizers());
      assertEquals(without.reports.get(step).loss(), watched.reports.get(step).loss());
      Map<String, RegularizerReport> reports = watched.reports.get(step).regularizers();
      assertEquals(KINDS, List.copyOf(reports.keySet()));
      reports.forEach(
          (name, r) -> assertTrue(Double.isFinite(r.loss() + r.watched()), name + ": " + r));
    }
    without.parameters.forEach(
        (path, values) -> assertArrayEquals(values, watched.parameters.get(path), path));
  }

  /** Every space trains with all of them, and repeats. */
  @ParameterizedTest
  @EnumSource
  void allTogetherTrainAndRepeat(Spaces spaces) {
    Trained once = train(spaces, 3, all(""));
    Trained again = train(spaces, 3, all(""));
    assertEquals(once.reports, again.reports);
    once.parameters.forEach(
        (path, values) -> assertArrayEquals(values, again.parameters.get(path), path));
    Trained without = train(spaces, 3, "[]");
    assertFalse(
        once.parameters.entrySet().stream()
            .allMatch(e -> Arrays.equals(e.getValue(), without.parameters.get(e.getKey()))));
  }

  /**
   * The same training, once watched alone, once at a high weight. Covariances alone would fall with
   * all variances; so they go with these, as in VICReg.
   */
  @ParameterizedTest
  @CsvSource({
    "EUCLIDEAN, orthogonality, 5, falls", "POINCARE, orthogonality, 5, falls",
    "EUCLIDEAN, soft-orthogonality, 5, falls", "POINCARE, soft-orthogonality, 5, falls",
    "EUCLIDEAN, variance, 5, rises", "POINCARE, variance, 5, rises",
    "EUCLIDEAN, covariance, 50, falls", "POINCARE, covariance, 50, falls",
    "EUCLIDEAN, uniformity, 2, falls", "POINCARE, uniformity, 2, falls",
    "EUCLIDEAN, t-regs, 5, rises", "POINCARE, t-regs, 5, rises",
    "EUCLIDEAN, attention-entropy, 20, falls", "POINCARE, attention-entropy, 20, falls",
    "EUCLIDEAN, vne, 5, rises", "POINCARE, vne, 5, rises",
    "MULTISCALE, orthogonality, 5, falls", "ADAPTIVE_OVER_LEVELS, variance, 5, rises"
  })
  void eachMovesWhatItWatches(Spaces spaces, String name, double weight, String wanted) {
    String beside = name.equals("covariance") ? ", {regularizer: variance, weight: 5}" : "";
    String item = "[{regularizer: " + name + ", weight: " + weight + "}" + beside + "]";
    double without =
        WATCHED
            .computeIfAbsent(spaces, any -> train(spaces, STEPS, all(", weight: 0")))
            .watched(name);
    double with = train(spaces, STEPS, item).watched(name);
    boolean moved = wanted.equals("rises") ? with > 1.1 * without : with < 0.9 * without;
    assertTrue(moved, name + " from " + without + " to " + with);
  }

  /** The total is the losses that were there before plus each term times its weight. */
  @Test
  void termsAddUp() {
    TrainingOptions options =
        Small.training(10)
            .withRegularizers(
                Small.regularizers(
                    "[{regularizer: variance, weight: 2}, {regularizer: variance, over: all,"
                        + " schedule: linear, weight: 3, from: 1, end: 1}]"));
    Trainer trainer = new Trainer(Animals.corpus(), options, 1);
    Regularization regularization = new Regularization(options.regularizers(), 10, 0, Map.of());
    Regularization none = new Regularization(List.of(), 10, 0, Map.of());
    try (NDManager manager = Small.manager();
        ModelPass pass = ModelPass.training(manager, 1);
        ModelPass other = ModelPass.training(manager, 1)) {
      ConceptModel model = Spaces.MULTISCALE.model(manager);
      TrainingBatch batch = trainer.batch(1);
      Losses with = Losses.of(pass, model, batch, options, regularization, 6);
      Losses without = Losses.of(other, model, batch, options, none, 6);
      double terms =
          2 * with.regularizers().get(0).loss().getDouble()
              + 2 * with.regularizers().get(1).loss().getDouble();
      assertEquals("variance-2", with.regularizers().get(1).name());
      assertEquals(2, with.regularizers().get(1).weight());
      assertEquals(without.total().getDouble() + terms, with.total().getDouble(), 1e-9);
      assertTrue(terms > 1e-3);
    }
  }

  /** The mean over levels is the mean of what each level alone is found to be. */
  @Test
  void aLevelByNameOrAll() {
    String items =
        "[{regularizer: t-regs}, {regularizer: t-regs, level: fine},"
            + " {regularizer: t-regs, level: coarse}]";
    TrainingOptions options = Small.training(10);
    Regularization regularization = new Regularization(Small.regularizers(items), 10, 0, Map.of());
    Trainer trainer = new Trainer(Animals.corpus(), options, 1);
    try (NDManager manager = Small.manager();
        ModelPass pass = ModelPass.training(manager, 1)) {
      ConceptModel model = Spaces.MULTISCALE.model(manager);
      Losses losses = Losses.of(pass, model, trainer.batch(1), options, regularization, 1);
      double[] of =
          losses.regularizers().stream().mapToDouble(term -> term.loss().getDouble()).toArray();
      assertEquals((of[1] + of[2]) / 2, of[0], 1e-12);
      assertTrue(Math.abs(of[1] - of[2]) > 1e-3);
    }
  }
}
