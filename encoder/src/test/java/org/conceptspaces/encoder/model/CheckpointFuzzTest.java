package org.conceptspaces.encoder.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
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

/** Bytes changed at random: what is read is refused, or it is what was written. */
class CheckpointFuzzTest {

  private static final Plugins PLUGINS = Spaces.plugins();
  private static Path folder = Path.of("");
  private static List<Path> files = List.of();
  private static Map<String, double[]> written = Map.of();

  @BeforeContainer
  static void save() throws IOException {
    folder = Files.createTempDirectory("checkpoint");
    try (NDManager manager = Small.manager()) {
      ConceptModel model = Spaces.LEARNED_CURVATURE.model(manager);
      ModelDescription description =
          new ModelDescription(
              Spaces.LEARNED_CURVATURE.shape(),
              Spaces.LEARNED_CURVATURE.config(PLUGINS),
              Animals.corpus().vocabulary(),
              1,
              "config",
              "data",
              Map.of());
      LossCurve curve = new LossCurve(2);
      try {
        new Trainer(Animals.corpus(), Small.training(2), 1)
            .train(
                manager,
                model,
                new Saving(
                    new Checkpoint(
                        description, model, TrainingState.START, curve, new MetricCurve())));
      } catch (CancellationException e) {
        written = Small.values(model);
      }
    }
    try (Stream<Path> list = Files.list(folder)) {
      files = list.sorted().toList();
    }
    assertEquals(5, files.size());
  }

  /** Saves after the first step, and stops. */
  private record Saving(Checkpoint from) implements Trainer.Listener {
    @Override
    public void stepped(StepReport report) {
      from.curve().add(report, report.step());
    }

    @Override
    public void proved(TrainingState state) {
      if (state.steps() == 1) {
        try {
          CheckpointFiles.write(
              folder,
              new Checkpoint(
                  from.description(), from.model(), state, from.curve(), from.measured()));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        throw new CancellationException();
      }
    }
  }

  @AfterContainer
  static void remove() throws IOException {
    for (Path file : files) {
      Files.delete(file);
    }
    Files.delete(folder);
  }

  private static byte[] mutated(byte[] whole, Random random) {
    if (random.nextInt(4) == 0) {
      return Arrays.copyOf(whole, random.nextInt(whole.length + 20));
    }
    byte[] bytes = whole.clone();
    // Headers are short beside numbers, and matter more.
    int reach = random.nextBoolean() ? bytes.length : Math.min(bytes.length, 400);
    for (int i = 0; i <= random.nextInt(4); i++) {
      bytes[random.nextInt(reach)] ^= (byte) (1 << random.nextInt(8));
    }
    return bytes;
  }

  @Property(tries = 400, seed = "1")
  void whatIsDamagedIsRefusedOrTheSame(@ForAll @IntRange(max = 4) int which, @ForAll long seed)
      throws IOException {
    Path file = files.get(which);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, mutated(whole, new Random(seed)));
    try (NDManager manager = Small.manager()) {
      Checkpoint read = CheckpointFiles.read(folder, 1, PLUGINS, manager);
      Small.values(read.model())
          .forEach((path, x) -> assertArrayEquals(written.get(path), x, path));
    } catch (ModelException e) {
      assertTrue(String.valueOf(e.getMessage()).contains(folder.toString()), e::getMessage);
    } finally {
      Files.write(file, whole);
    }
  }

  /** With checksums made right again; whatever it is then, it is refused or fit to go on with. */
  @Property(tries = 300, seed = "2")
  void whatIsForgedIsRefusedOrFits(@ForAll @IntRange(max = 4) int which, @ForAll long seed)
      throws IOException {
    Path file = files.get(which);
    byte[] whole = Files.readAllBytes(file);
    byte[] sums = Files.readAllBytes(folder.resolve("SHA256SUMS"));
    Files.write(file, mutated(whole, new Random(seed)));
    Files.delete(folder.resolve("SHA256SUMS"));
    Checksums.write(folder);
    try (NDManager manager = Small.manager()) {
      Checkpoint read = CheckpointFiles.read(folder, 1, PLUGINS, manager);
      assertEquals(1, read.state().steps());
      assertEquals(read.model().parameters().entries().size(), read.state().updates().size());
    } catch (ModelException e) {
      assertEquals(1, String.valueOf(e.getMessage()).lines().count(), e::getMessage);
    } finally {
      Files.write(file, whole);
      Files.write(folder.resolve("SHA256SUMS"), sums);
    }
  }

  /** Files of arrays alone, whose headers may say anything. */
  @Property(tries = 3000, seed = "3")
  void arraysAreRefusedOrFinite(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    try (NDManager manager = Small.manager()) {
      byte[] bytes = mutated(arrays(manager), random);
      NDList read = SavedArrays.decode(bytes, manager);
      for (NDArray array : read) {
        assertTrue(array.getDataType().isFloating());
        assertTrue(array.size() * array.getDataType().getNumOfBytes() <= bytes.length);
      }
    } catch (IllegalArgumentException e) {
      assertEquals(1, String.valueOf(e.getMessage()).lines().count());
    }
  }

  private static byte[] arrays(NDManager manager) throws IOException {
    NDArray one = manager.create(new float[] {1, 2, 3, 4, 5, 6}, new Shape(2, 3));
    NDArray two = manager.create(new double[] {1, 2}, new Shape(2));
    one.setName("one.weight");
    two.setName("two.bias");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new NDList(one, two).encode(out, NDList.Encoding.SAFETENSORS);
    return out.toByteArray();
  }
}
