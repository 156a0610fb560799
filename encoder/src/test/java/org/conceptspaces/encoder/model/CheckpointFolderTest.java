package org.conceptspaces.encoder.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.encoder.Animals;
import org.conceptspaces.encoder.Small;
import org.conceptspaces.encoder.Spaces;
import org.conceptspaces.encoder.measure.MetricCurve;
import org.conceptspaces.encoder.network.ConceptModel;
import org.conceptspaces.encoder.train.LossCurve;
import org.conceptspaces.encoder.train.StepReport;
import org.conceptspaces.encoder.train.Trainer;
import org.conceptspaces.encoder.train.TrainingState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CheckpointFolderTest {

  private static final int STEPS = 8;
  private static final long SEED = 1;

  private final Plugins plugins = Spaces.plugins();
  private final NDManager manager = Small.manager();
  private final List<String> problems = new ArrayList<>();

  @TempDir private Path folder;

  @AfterEach
  void close() {
    manager.close();
  }

  private CheckpointFolder checkpoints() {
    return new CheckpointFolder(folder.resolve("checkpoints"));
  }

  private ModelDescription description(Spaces spaces) {
    return new ModelDescription(
        spaces.shape(),
        spaces.config(plugins),
        Animals.corpus().vocabulary(),
        SEED,
        "0123456789abcdef",
        Animals.corpus().split().full().fingerprint(),
        Map.of());
  }

  private static Trainer trainer() {
    return new Trainer(Animals.corpus(), Small.training(STEPS), SEED);
  }

  /** Saves at some steps, and stops after the last of these. */
  private final class Saving implements Trainer.Listener {
    private final Checkpoint from;
    private final List<Integer> at;

    Saving(Checkpoint from, Integer... at) {
      this.from = from;
      this.at = List.of(at);
    }

    @Override
    public void stepped(StepReport report) {
      from.curve().add(report, report.step());
    }

    @Override
    public void proved(TrainingState state) {
      if (at.contains(state.steps())) {
        checkpoints()
            .save(
                new Checkpoint(
                    from.description(), from.model(), state, from.curve(), from.measured()));
        if (state.steps() == at.get(at.size() - 1)) {
          throw new CancellationException();
        }
      }
    }
  }

  /** Trains from the start, saving at some steps, until the last of these. */
  private ConceptModel trainAndSave(Spaces spaces, Integer... at) {
    ConceptModel model = spaces.model(manager);
    Checkpoint start =
        new Checkpoint(
            description(spaces),
            model,
            TrainingState.START,
            new LossCurve(STEPS),
            new MetricCurve());
    assertThrows(
        CancellationException.class, () -> trainer().train(manager, model, new Saving(start, at)));
    return model;
  }

  private Checkpoint load() {
    Checkpoint loaded = checkpoints().load(plugins, manager, problems::add);
    assertNotNull(loaded);
    return loaded;
  }

  @ParameterizedTest
  @EnumSource
  void aTrainingTakenUpEndsWithTheSameBits(Spaces spaces) {
    ConceptModel whole = spaces.model(manager);
    LossCurve wanted = new LossCurve(STEPS);
    trainer().train(manager, whole, report -> wanted.add(report, report.step()));

    trainAndSave(spaces, 3);
    Checkpoint third = load();
    assertEquals(3, third.state().steps());
    assertThrows(
        CancellationException.class,
        () -> trainer().train(manager, third.model(), third.state(), new Saving(third, 5)));
    assertFalse(third.state().arrays().isEmpty());
    third
        .state()
        .arrays()
        .forEach((key, array) -> assertThrows(IllegalStateException.class, array::toByteArray));
    Checkpoint fifth = load();
    trainer().train(manager, fifth.model(), fifth.state(), new Saving(fifth));

    Map<String, double[]> resumed = Small.values(fifth.model());
    Small.values(whole).forEach((path, x) -> assertArrayEquals(x, resumed.get(path), path));
    assertEquals(wanted.points(), fifth.curve().points());
    assertEquals(wanted.tokens(), fifth.curve().tokens());
    assertEquals(List.of(), problems);
  }

  @Test
  void aCheckpointFromBeforeTheFirstStepHasNoOptimizerYet() {
    ConceptModel model = trainAndSave(Spaces.LEARNED_CURVATURE, 0);
    Checkpoint start = load();
    assertEquals(0, start.state().steps());
    assertEquals(Map.of(), start.state().arrays());
    Map<String, double[]> read = Small.values(start.model());
    Small.values(model).forEach((path, x) -> assertArrayEquals(x, read.get(path), path));
  }

  @Test
  void theLastTwoAreKeptAndWhatWasHalfWrittenIsRemoved() throws IOException {
    Path left = folder.resolve("checkpoints").resolve("step-0000009.x.part");
    Files.createDirectories(left);
    Files.writeString(left.resolve("weights.safetensors"), "half of them");
    assertNull(checkpoints().lastStep());
    assertNull(checkpoints().load(plugins, manager, problems::add));
    trainAndSave(Spaces.EUCLIDEAN, 1, 2, 4);
    assertEquals(4, checkpoints().lastStep());
    try (Stream<Path> entries = Files.list(folder.resolve("checkpoints"))) {
      assertEquals(
          List.of("step-0000002", "step-0000004"),
          entries.map(path -> path.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void theSameStepAgainReplaces() {
    trainAndSave(Spaces.EUCLIDEAN, 2);
    trainAndSave(Spaces.POINCARE, 2);
    assertEquals("poincare", load().description().space().space());
  }

  private List<Path> files(String checkpoint) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("checkpoints").resolve(checkpoint))) {
      return files.sorted().toList();
    }
  }

  @Test
  void damageAnywhereIsNoticedAndTheOneBeforeIsUsed() throws IOException {
    trainAndSave(Spaces.LEARNED_CURVATURE, 2, 3);
    Random random = new Random(4);
    List<Path> files = files("step-0000003");
    assertEquals(5, files.size(), files.toString());
    for (Path file : files) {
      byte[] whole = Files.readAllBytes(file);
      List<byte[]> damages = new ArrayList<>();
      damages.add(new byte[0]);
      damages.add(Arrays.copyOf(whole, random.nextInt(whole.length)));
      for (int i = 0; i < 10; i++) {
        byte[] flipped = whole.clone();
        flipped[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
        damages.add(flipped);
      }
      for (byte[] damage : damages) {
        problems.clear();
        Files.write(file, damage);
        assertEquals(2, load().state().steps(), file.toString());
        assertEquals(1, problems.size());
        assertTrue(problems.get(0).contains("step-0000003"), problems.get(0));
      }
      Files.delete(file);
      assertEquals(2, load().state().steps());
      Files.write(file, whole);
      assertEquals(3, load().state().steps());
    }
  }

  @Test
  void ifAllAreDamagedThatIsAnError() throws IOException {
    trainAndSave(Spaces.EUCLIDEAN, 2, 3);
    for (String checkpoint : List.of("step-0000002", "step-0000003")) {
      Files.write(files(checkpoint).get(1), new byte[] {1});
    }
    String message = String.valueOf(assertThrows(ModelException.class, this::load).getMessage());
    assertTrue(message.endsWith("train anew into another folder"), message);
    assertEquals(2, problems.size());
  }

  @Test
  void aFailingWriteLeavesTheOnesBefore() throws IOException {
    trainAndSave(Spaces.EUCLIDEAN, 2);
    // A parameter without an array cannot be written.
    ConceptModel undrawn = description(Spaces.EUCLIDEAN).declare(plugins);
    assertThrows(
        RuntimeException.class,
        () ->
            checkpoints()
                .save(
                    new Checkpoint(
                        description(Spaces.EUCLIDEAN),
                        undrawn,
                        new TrainingState(3, Map.of(), Map.of(), Map.of()),
                        new LossCurve(STEPS),
                        new MetricCurve())));
    assertEquals(2, load().state().steps());
    try (Stream<Path> entries = Files.list(folder.resolve("checkpoints"))) {
      assertEquals(1, entries.count());
    }
  }
}
