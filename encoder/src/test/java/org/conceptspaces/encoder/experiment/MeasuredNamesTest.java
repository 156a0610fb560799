package org.conceptspaces.encoder.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.encoder.Animals;
import org.conceptspaces.encoder.Small;
import org.conceptspaces.encoder.Spaces;
import org.conceptspaces.encoder.model.Checkpoint;
import org.conceptspaces.encoder.model.ModelDescription;
import org.conceptspaces.encoder.placement.PlacementSettings;
import org.conceptspaces.encoder.placement.PlacementTask;
import org.conceptspaces.encoder.regularize.RegularizerRecipe;
import org.conceptspaces.encoder.text.Cl100kBase;
import org.conceptspaces.encoder.text.Vocabulary;
import org.conceptspaces.encoder.train.Corpus;
import org.conceptspaces.encoder.train.StepReport;
import org.conceptspaces.encoder.train.TrainingOptions;
import org.conceptspaces.taxonomy.sampling.Split;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What runs will have is known before training, name by name. */
class MeasuredNamesTest {

  /** Trains in silence. */
  private static final class Silent implements Experiment.Listener {
    @Override
    public void stepped(StepReport report) {}

    @Override
    public void checkpoint(Checkpoint checkpoint) {}
  }

  @ParameterizedTest
  @CsvSource({
    "EUCLIDEAN, 0, 1, 0, false",
    "EUCLIDEAN, 0.2, 0, 1, true",
    "LEARNED_CURVATURE, 0.2, 1, 0, false",
    "POINCARE, 0, 1, 1, true",
    "MULTISCALE, 0.2, 1, 1, false",
    "MULTISCALE, 0, 0, 1, false",
    "MULTISCALE, 0.2, 1, 0, false",
    "MATRYOSHKA, 0.2, 1, 0, false",
    "ADAPTIVE_OVER_LEVELS, 0.2, 1, 0, false"
  })
  void runsHaveWhatWasForetold(
      Spaces space, double share, double maskedTokens, double reconstruction, boolean placing) {
    Plugins plugins = Spaces.plugins();
    Split split = Split.of(Animals.taxonomy(), share, 1);
    Vocabulary vocabulary = Vocabulary.occurring(Cl100kBase.INSTANCE, split.training().texts());
    TrainingOptions options =
        Small.training(
            2,
            Map.of(
                "maskedTokens", maskedTokens, "reconstruction", reconstruction, "measurements", 0));
    ModelDescription model =
        new ModelDescription(
            space.shape(),
            space.config(plugins),
            vocabulary,
            1,
            "0123456789abcdef",
            split.full().fingerprint(),
            Map.of());
    PlacementSettings settings =
        new PlacementSettings(List.of("words"), 5, 0.5, 9, "jdk:java.base");
    PlacementTask task =
        placing
            ? PlacementTask.of(settings, split.training(), 1, List.of("what is elsewhere"))
            : null;
    Column column = new Column("a space", model.space(), new RegularizerRecipe("", List.of()));
    try (NDManager manager = NDManager.newBaseManager()) {
      Experiment.Outcome outcome =
          new Experiment(Corpus.of(split, vocabulary, 12), task, options, plugins)
              .run(manager, model, new Silent());
      Set<String> had = new RunResult(column, 1, 16, outcome).values().keySet();
      Set<String> foretold = Metrics.measured(model.declare(plugins).space(), options, share > 0);
      if (placing && share > 0) {
        foretold.addAll(PlacementTask.metrics(settings)); // as gates know them, see GatesTest
      }
      // So few concepts leave some of what they hold unmeasured, and nothing else.
      Set<String> missing = new TreeSet<>(foretold);
      missing.removeAll(had);
      missing.removeAll(Metrics.ofConcepts());
      assertEquals(Set.of(), missing);
      Set<String> surprising = new TreeSet<>(had);
      surprising.removeAll(foretold);
      assertEquals(Set.of(), surprising);
      assertTrue(had.contains("effective_rank"));
    }
  }
}
