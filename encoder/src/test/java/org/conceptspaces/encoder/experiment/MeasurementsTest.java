package org.conceptspaces.encoder.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.conceptspaces.analysis.AnalysisOptions;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.encoder.Animals;
import org.conceptspaces.encoder.Small;
import org.conceptspaces.encoder.Spaces;
import org.conceptspaces.encoder.measure.MetricCurve;
import org.conceptspaces.encoder.model.Checkpoint;
import org.conceptspaces.encoder.model.CheckpointFolder;
import org.conceptspaces.encoder.model.ModelDescription;
import org.conceptspaces.encoder.train.StepReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Metrics on the way: measured where they should be, and without a trace in the training. */
class MeasurementsTest {

  private static final int STEPS = 6;

  private final Plugins plugins = Spaces.plugins();

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "0, 10, ''",
    "1, 10, 0",
    "4, 10, 0 3 5 8",
    "3, 9, 0 3 6",
    "5, 3, 0 1 2",
    "1000, 1, 0"
  })
  void momentsAreSpreadEvenlyFromBeforeTheFirstStep(int measurements, int steps, String wanted) {
    List<String> moments = new ArrayList<>();
    for (int made = 0; made <= steps; made++) {
      if (Experiment.isMoment(made, measurements, steps)) {
        moments.add(Integer.toString(made));
      }
    }
    assertEquals(wanted, String.join(" ", moments));
  }

  @Test
  void ofManyNodesSomeAreTakenEvenly() {
    assertArrayEquals(IntStream.range(0, 1500).toArray(), Reconstruction.spread(1500, 2000));
    assertArrayEquals(
        IntStream.range(0, 2000).map(i -> 3 * i).toArray(), Reconstruction.spread(6000, 2000));
  }

  @Test
  void ofManyTextsASampleIsAnalysed() {
    BitSet all = TrainingConcepts.chosen(200, TrainingConcepts.TEXTS);
    assertEquals(200, all.cardinality());
    BitSet some = TrainingConcepts.chosen(5000, TrainingConcepts.TEXTS);
    assertEquals(TrainingConcepts.TEXTS, some.cardinality());
    assertEquals(3, TrainingConcepts.chosen(5000, 3).cardinality());
    assertEquals(some, TrainingConcepts.chosen(5000, TrainingConcepts.TEXTS));
    // a half of them within three standard deviations, √(256/4) = 8 each
    assertEquals(TrainingConcepts.TEXTS / 2, some.get(0, 2500).cardinality(), 24);
  }

  private ModelDescription description() {
    return new ModelDescription(
        Spaces.LEARNED_CURVATURE.shape(),
        Spaces.LEARNED_CURVATURE.config(plugins),
        Animals.corpus().vocabulary(),
        1,
        "0123456789abcdef",
        Animals.corpus().split().full().fingerprint(),
        Map.of());
  }

  private Experiment experiment(int measurements) {
    return new Experiment(
        Animals.corpus(), Small.training(STEPS, Map.of("measurements", measurements)), plugins);
  }

  /** Keeps the last weights and losses; stops after some steps. */
  private static class Watching implements Experiment.Listener {
    private final Map<String, double[]> weights = new HashMap<>();
    private final List<Double> losses = new ArrayList<>();
    private final int last;

    Watching(int last) {
      this.last = last;
    }

    @Override
    public void stepped(StepReport report) {
      losses.add(report.loss());
    }

    @Override
    public void checkpoint(Checkpoint checkpoint) {
      weights.putAll(Small.values(checkpoint.model()));
    }

    @Override
    public boolean stopped() {
      return losses.size() == last;
    }
  }

  @Test
  void measuringChangesNoBit() {
    try (NDManager manager = Small.manager()) {
      Watching unmeasured = new Watching(STEPS);
      Experiment.Outcome without = experiment(0).run(manager, description(), unmeasured);
      Watching measured = new Watching(STEPS);
      Experiment.Outcome with = experiment(3).run(manager, description(), measured);
      assertEquals(unmeasured.losses, measured.losses);
      assertEquals(unmeasured.weights.keySet(), measured.weights.keySet());
      unmeasured.weights.forEach(
          (path, x) -> assertArrayEquals(x, measured.weights.get(path), path));
      assertEquals(List.of(), without.measured().points());
      List<MetricCurve.Point> points = with.measured().points();
      assertEquals(List.of(0, 2, 4, STEPS), points.stream().map(MetricCurve.Point::step).toList());
      // thirteen texts of four concepts are enough for all metrics
      points.forEach(p -> assertEquals(Snapshot.names(), p.metrics().keySet()));
      without.metrics().remove(Metrics.TOKENS_PER_SECOND);
      with.metrics().remove(Metrics.TOKENS_PER_SECOND);
      assertEquals(without.metrics(), with.metrics());
    }
  }

  /** On few nodes a snapshot is the evaluation itself. */
  @Test
  void aSnapshotOfTheEndIsWhatIsMeasuredThere() {
    try (NDManager manager = Small.manager()) {
      var model = Spaces.POINCARE.model(manager);
      Map<String, Double> all =
          Evaluation.of(manager, model, Animals.corpus(), Small.training(1)).metrics();
      Map<String, Double> some = Snapshot.of(manager, model, Animals.corpus(), Small.training(1));
      assertEquals(Snapshot.names(), some.keySet());
      some.forEach((name, value) -> assertEquals(all.get(name), value, name));
    }
  }

  /** Time is bounded, whatever the width: by the cube of what is decomposed, the rest by pairs. */
  @ParameterizedTest
  @CsvSource({
    "16, 16, 256, 1024",
    "16, 256, 256, 1024",
    "16, 1024, 256, 512",
    "16, 4096, 64, 256",
    "128, 4096, 8, 256",
    "4096, 4096, 1, 256",
    "8193, 4096, 0, 256"
  })
  void wideConceptsAreAnalysedOfFewerTexts(int concepts, int width, int texts, int compared) {
    assertEquals(texts, TrainingConcepts.mostTexts(concepts, width));
    AnalysisOptions options = TrainingConcepts.options(width);
    assertEquals(compared, options.sample());
    assertTrue(width <= options.widest() || compared <= 724, "sides of what is decomposed");
  }

  /** The reason is that of the metrics, too. */
  @Test
  void aModelThatHasBrokenDownIsMeasuredAsFarAsItGoes() {
    try (NDManager manager = Small.manager()) {
      var model = Spaces.POINCARE.model(manager);
      model.parameters().entries().forEach(entry -> entry.parameter().getArray().muli(Float.NaN));
      Evaluation.Measured measured =
          Evaluation.of(manager, model, Animals.corpus(), Small.training(1));
      assertNull(measured.concepts().analysis());
      String problem = measured.concepts().problem();
      assertEquals(
          "training texts: coordinate 1 of concept 1 of text 1 is NaN: the model has broken down",
          problem);
      assertEquals(problem, measured.concepts().why("effective_rank").orElse(""));
      assertTrue(measured.concepts().why(Metrics.MLM_LOSS).isEmpty());
      assertTrue(measured.metrics().containsKey(Metrics.UNIGRAM_ENTROPY));
    }
  }

  @Test
  void whatWasMeasuredBeforeAStopIsThereAfterIt() {
    CheckpointFolder checkpoints = new CheckpointFolder(folder);
    try (NDManager manager = Small.manager()) {
      MetricCurve whole = experiment(3).run(manager, description(), new Watching(STEPS)).measured();
      Watching stopping =
          new Watching(2) {
            @Override
            public void checkpoint(Checkpoint checkpoint) {
              checkpoints.save(checkpoint);
            }
          };
      assertThrows(
          CancellationException.class, () -> experiment(3).run(manager, description(), stopping));
      Checkpoint read = checkpoints.load(plugins, manager, problem -> {});
      assertNotNull(read);
      assertEquals(2, read.measured().last());
      MetricCurve resumed = experiment(3).resume(manager, read, new Watching(STEPS)).measured();
      assertEquals(whole.points(), resumed.points());
    }
  }
}
