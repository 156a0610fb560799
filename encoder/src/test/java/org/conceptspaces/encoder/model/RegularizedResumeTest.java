package org.conceptspaces.encoder.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.encoder.Animals;
import org.conceptspaces.encoder.Small;
import org.conceptspaces.encoder.Spaces;
import org.conceptspaces.encoder.measure.MetricCurve;
import org.conceptspaces.encoder.network.ConceptModel;
import org.conceptspaces.encoder.regularize.RegularizerReport;
import org.conceptspaces.encoder.train.LossCurve;
import org.conceptspaces.encoder.train.StepReport;
import org.conceptspaces.encoder.train.Trainer;
import org.conceptspaces.encoder.train.TrainingOptions;
import org.conceptspaces.encoder.train.TrainingState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weights that go their own way over training are part of a checkpoint. */
class RegularizedResumeTest {

  private static final int STEPS = 12;
  private static final long SEED = 1;
  private static final TrainingOptions OPTIONS =
      Small.training(STEPS)
          .withRegularizers(
              Small.regularizers(
                  """
                  [{regularizer: t-regs, schedule: cosine, end: 0.9},
                   {regularizer: orthogonality, schedule: increase, alarm: 0.01, weight: 0.5},
                   {regularizer: variance, schedule: increase, alarm: -1, weight: 0.5},
                   {regularizer: covariance, schedule: uncertainty, weight: 0.5}]
                  """));

  private final Plugins plugins = Spaces.plugins();
  private final NDManager manager = Small.manager();

  @TempDir private Path folder;

  @AfterEach
  void close() {
    manager.close();
  }

  private Checkpoint start() {
    ModelDescription description =
        new ModelDescription(
            Spaces.POINCARE.shape(),
            Spaces.POINCARE.config(plugins),
            Animals.corpus().vocabulary(),
            SEED,
            "0123456789abcdef",
            Animals.corpus().split().full().fingerprint(),
            Map.of());
    return new Checkpoint(
        description,
        Spaces.POINCARE.model(manager),
        TrainingState.START,
        new LossCurve(STEPS),
        new MetricCurve());
  }

  /** Saves after so many steps, and stops. */
  private record Saving(CheckpointFolder to, Checkpoint from, int at) implements Trainer.Listener {
    @Override
    public void stepped(StepReport report) {
      from.curve().add(report, report.step());
    }

    @Override
    public void proved(TrainingState state) {
      if (state.steps() == at) {
        to.save(
            new Checkpoint(from.description(), from.model(), state, from.curve(), from.measured()));
        throw new CancellationException();
      }
    }
  }

  private CheckpointFolder checkpoints() {
    return new CheckpointFolder(folder.resolve("checkpoints"));
  }

  private Checkpoint saved(Checkpoint from, int at) {
    Trainer trainer = new Trainer(Animals.corpus(), OPTIONS, SEED);
    assertThrows(
        CancellationException.class,
        () ->
            trainer.train(
                manager, from.model(), from.state(), new Saving(checkpoints(), from, at)));
    return Objects.requireNonNull(
        checkpoints().load(plugins, manager, problem -> assertEquals("", problem)));
  }

  @Test
  void aTrainingTakenUpEndsWithTheSameBits() {
    ConceptModel whole = Spaces.POINCARE.model(manager);
    LossCurve wanted = new LossCurve(STEPS);
    Trainer trainer = new Trainer(Animals.corpus(), OPTIONS, SEED);
    trainer.train(manager, whole, report -> wanted.add(report, report.step()));

    Checkpoint fifth = saved(start(), 5);
    assertEquals(
        Map.of().keySet(),
        start().state().regularizers().keySet(),
        "before the first step there is nothing to keep");
    assertEquals(3, fifth.state().regularizers().size());
    assertTrue(
        Objects.requireNonNull(fifth.state().regularizers().get("orthogonality")).factor() > 1.1);
    assertEquals(1, Objects.requireNonNull(fifth.state().regularizers().get("variance")).factor());
    Checkpoint ninth = saved(fifth, 9);
    trainer.train(
        manager, ninth.model(), ninth.state(), report -> ninth.curve().add(report, report.step()));

    assertEquals(wanted.points(), ninth.curve().points());
    Map<String, double[]> resumed = Small.values(ninth.model());
    Small.values(whole).forEach((path, x) -> assertArrayEquals(x, resumed.get(path), path));
    assertTrue(weight(wanted, STEPS, "orthogonality") > weight(wanted, 1, "orthogonality"));
    assertTrue(weight(wanted, STEPS, "t-regs") > weight(wanted, 1, "t-regs"));
  }

  /** What is only watched may be no number, of points that doubles cannot hold say. */
  @Test
  void aWatchedQuantityThatIsNoNumberIsSavedAndReadAgain() {
    Checkpoint fifth = saved(start(), 5);
    LossCurve curve = new LossCurve(STEPS);
    for (int step = 1; step <= 5; step++) {
      Map<String, RegularizerReport> reports =
          Map.of("vne", new RegularizerReport(Double.NaN, 0, "effective_rank_share", Double.NaN));
      curve.add(new StepReport(step, 1, 1, 0, 0, 1, 10, reports), step);
    }
    checkpoints()
        .save(
            new Checkpoint(
                fifth.description(), fifth.model(), fifth.state(), curve, fifth.measured()));
    Checkpoint read =
        Objects.requireNonNull(
            checkpoints().load(plugins, manager, problem -> assertEquals("", problem)));
    assertEquals(curve.points(), read.curve().points());
  }

  private static double weight(LossCurve curve, int step, String name) {
    RegularizerReport report = curve.points().get(step - 1).regularizers().get(name);
    return Objects.requireNonNull(report, name).weight();
  }

  @Test
  void aCheckpointOfOtherRegularisersIsRefused() {
    Checkpoint fifth = saved(start(), 5);
    TrainingOptions other =
        OPTIONS.withRegularizers(Small.regularizers("[{regularizer: vne, schedule: increase}]"));
    Trainer trainer = new Trainer(Animals.corpus(), other, SEED);
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> trainer.train(manager, fifth.model(), fifth.state(), report -> {}));
    assertTrue(String.valueOf(e.getMessage()).contains("[vne]"), e.getMessage());
  }
}
