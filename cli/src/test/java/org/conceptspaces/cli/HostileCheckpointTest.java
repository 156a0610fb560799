package org.conceptspaces.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Checkpoints that no training has written, though their checksums are right: each is named, and
 * the one before it taken.
 */
class HostileCheckpointTest {

  private static final String WEIGHTS = "weights.safetensors";
  private static final String OPTIMIZERS = "optimizers.safetensors";
  private static final String STATE = "checkpoint.json";
  private static final String MODEL = "model.json";

  @TempDir private static Path trained;
  @TempDir private Path folder;

  private SmallData data = new SmallData(Path.of(""));
  private Path out = Path.of("");
  private Path last = Path.of("");

  /** What is done to a checkpoint. */
  @FunctionalInterface
  interface Change {
    void on(CheckpointDamage checkpoint) throws IOException;
  }

  /** A training of which only the end is missing. */
  @BeforeAll
  static void train() throws IOException {
    String config = new SmallData(trained).config().toString();
    Path out = trained.resolve("out");
    Ran ran = Ran.concepts("train", config, "--output", out.toString());
    assertEquals(Main.DONE, ran.exit(), ran.err());
    Files.delete(out.resolve("results.json"));
  }

  @BeforeEach
  void copy() throws IOException {
    data = new SmallData(folder);
    out = folder.resolve("out");
    last = out.resolve("checkpoints").resolve("step-0000004");
    try (Stream<Path> files = Files.walk(trained.resolve("out"))) {
      for (Path file : files.toList()) {
        Files.copy(file, out.resolve(trained.resolve("out").relativize(file).toString()));
      }
    }
  }

  private Ran resume() {
    return Ran.concepts("train", data.config().toString(), "--output", out.toString(), "--resume");
  }

  private static Arguments change(String file, String message, Change change) {
    return Arguments.of(file, message, change);
  }

  static Stream<Arguments> changes() {
    String notFinite =
        "cannot be read as weights: array trunk.layer0.self.query.weight holds a"
            + " number that is not finite";
    String other = ": the optimisers' state is not that of parameter";
    return Stream.of(
        change(WEIGHTS, notFinite, c -> c.number(WEIGHTS, Double.NaN)),
        change(WEIGHTS, notFinite, c -> c.number(WEIGHTS, Double.NEGATIVE_INFINITY)),
        change(WEIGHTS, "wants float32", c -> c.header(WEIGHTS, a -> a.add("shape", numbers(1)))),
        change(WEIGHTS, "of type int8", c -> c.header(WEIGHTS, a -> a.addProperty("dtype", "I8"))),
        change(
            WEIGHTS, "cannot be read", c -> c.header(WEIGHTS, a -> a.addProperty("dtype", "Z9"))),
        change(
            WEIGHTS,
            "cannot be read as weights",
            c -> c.header(WEIGHTS, a -> a.add("data_offsets", numbers(-8, 8)))),
        change(
            WEIGHTS,
            "cannot be read as weights",
            c -> c.header(WEIGHTS, a -> a.add("data_offsets", numbers(0, 1 << 30)))),
        change(WEIGHTS, "cannot be read as weights", c -> c.file(WEIGHTS, "junk".getBytes(UTF_8))),
        change(OPTIMIZERS, "second-moment holds a number", c -> c.number(OPTIMIZERS, Double.NaN)),
        change("", other, c -> c.header(OPTIMIZERS, a -> a.add("shape", numbers(1)))),
        change(OPTIMIZERS, "is missing", c -> c.file(OPTIMIZERS)),
        change(OPTIMIZERS, "cannot be read as", c -> c.file(OPTIMIZERS, "junk".getBytes(UTF_8))),
        change(STATE, "is of step 3, its", c -> c.json(STATE, s -> s.addProperty("steps", 3))),
        change(STATE, "is of step -1, its", c -> c.json(STATE, s -> s.addProperty("steps", -1))),
        change(STATE, "cannot be read", c -> c.json(STATE, s -> s.addProperty("steps", 1e12))),
        change(STATE, "is of format 2;", c -> c.json(STATE, s -> s.addProperty("format", 2))),
        change(STATE, "is of format 4;", c -> c.json(STATE, s -> s.addProperty("format", 4))),
        change(STATE, "wants the updates", c -> c.json(STATE, s -> s.remove("updates"))),
        change(STATE, "wants the updates", c -> c.json(STATE, s -> s.remove("curve"))),
        change(
            STATE, "wants the updates", c -> c.json(STATE, s -> s.add("curve", new JsonObject()))),
        change(STATE, "wants the updates", c -> c.json(STATE, s -> s.remove("measured"))),
        change(
            STATE,
            "cannot be read as",
            c -> c.json(STATE, s -> s.getAsJsonObject("measured").add("points", numbers(1)))),
        change("", other, c -> c.json(STATE, s -> s.add("updates", new JsonObject()))),
        change(STATE, "cannot be read as", c -> c.file(STATE, "[".repeat(100_000).getBytes(UTF_8))),
        change(STATE, "cannot be read as", c -> c.file(STATE, (byte) 0xFF, (byte) 0xFE)),
        change(MODEL, "has no \"config\"", c -> c.json(MODEL, m -> m.remove("config"))),
        change(MODEL, "has no \"configHash\"", c -> c.json(MODEL, m -> m.remove("configHash"))),
        change(MODEL, "has no \"vocabulary\"", c -> c.json(MODEL, m -> m.remove("vocabulary"))),
        change(
            WEIGHTS,
            "parameter table.tokens wants",
            c -> c.json(MODEL, m -> m.add("vocabulary", new JsonArray()))));
  }

  private static JsonArray numbers(int... values) {
    JsonArray array = new JsonArray();
    for (int value : values) {
      array.add(value);
    }
    return array;
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource
  void changes(String file, String message, Change change) throws IOException {
    change.on(new CheckpointDamage(last));
    Ran ran = resume();
    String first = ran.err().lines().findFirst().orElse("");
    assertTrue(first.startsWith("concepts: " + last.resolve(file)), ran.err());
    assertTrue(first.contains(message), ran.err());
    assertTrue(ran.err().lines().toList().get(1).endsWith("from step 0"), ran.err());
    assertEquals(Main.DONE, ran.exit(), ran.err());
    ran.tellsNoTrace();
  }

  @Test
  void anotherSeedIsRefused() throws IOException {
    new CheckpointDamage(last).json(MODEL, m -> m.addProperty("seed", 99));
    resume()
        .refusedWith(
            "--resume "
                + out
                + ": the checkpoint is of seed 99 and step 4, the config of seed 1 and 4 steps;"
                + " train anew into another folder");
    assertFalse(Files.exists(out.resolve("results.json")));
  }

  /** What lies among checkpoints and is none is let be. */
  @Test
  void strangersAmongCheckpointsAreLetBe() throws IOException {
    Path checkpoints = out.resolve("checkpoints");
    Files.createDirectory(checkpoints.resolve("step-99999999999"));
    Files.createDirectory(checkpoints.resolve("step-9999999999"));
    Files.writeString(checkpoints.resolve("notes.txt"), "mine");
    Files.writeString(checkpoints.resolve("step-0000009"), "a file");
    Ran ran = resume();
    assertEquals(Main.DONE, ran.exit(), ran.err());
    assertTrue(ran.err().contains(", from step 4"), ran.err());
  }

  @Test
  void ifNoneIsSoundThatIsSaid() throws IOException {
    new CheckpointDamage(last).number(WEIGHTS, Double.NaN);
    new CheckpointDamage(last.resolveSibling("step-0000000")).number(WEIGHTS, Double.NaN);
    Ran ran = resume();
    assertEquals(Main.BAD_INPUT, ran.exit());
    assertEquals("", ran.out());
    assertTrue(
        ran.err()
            .endsWith("holds no checkpoint that can be read; train anew into another folder\n"),
        ran.err());
    assertFalse(Files.exists(out.resolve("results.json")));
  }
}
