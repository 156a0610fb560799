package org.conceptspaces.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A checkpoint of nodes that something else than its own training takes up, or that is damaged. */
class EmbeddingCheckpointTest {

  private static final String CHECKPOINT = "checkpoint.bin";
  private static final int FLIPS = 40;

  @TempDir private static Path trained;
  @TempDir private Path folder = Path.of("");

  private Path out = folder;

  private static String[] arguments(Path source, Path out, String... more) {
    String[] basis = {
      "embed",
      source.toString(),
      "--output",
      out.toString(),
      "--threads",
      "1",
      "--checkpoint-seconds",
      "0",
      "--hold-out",
      "0.3",
      "--option",
      "epochs=1000000"
    };
    return Stream.concat(Arrays.stream(basis), Arrays.stream(more)).toArray(String[]::new);
  }

  private static Process start(Path out) throws Exception {
    Path source = new SmallData(trained).path("edges.tsv");
    Process process =
        Processes.concepts(List.of(), trained.resolve("err.txt"), arguments(source, out));
    while (process.isAlive() && !Files.exists(out.resolve(CHECKPOINT))) {
      Thread.sleep(2);
    }
    return process;
  }

  @BeforeAll
  static void stop() throws Exception {
    Process process = start(trained.resolve("out"));
    process.destroy();
    assertTrue(process.waitFor(5, TimeUnit.MINUTES));
  }

  @BeforeEach
  void copy() throws IOException {
    out = Files.createDirectory(folder.resolve("out"));
    Files.copy(checkpoint(trained.resolve("out")), checkpoint(out));
  }

  private static Path checkpoint(Path folder) {
    return folder.resolve(CHECKPOINT);
  }

  private Ran embed(String... more) {
    return Ran.concepts(arguments(trained.resolve("edges.tsv"), out, more));
  }

  @Test
  void wantsResume() {
    embed()
        .refusedWith(
            "--output "
                + out
                + ": holds a training that was stopped; give --resume to go on, or name another"
                + " folder");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--seed 2",
        "--hold-out-seed 2",
        "--dimension 3",
        "--space lorentz",
        "--option rate=0.5",
        "--option epochs=999999",
        "--option engine=tensor"
      })
  void otherSettingsAreRefused(String change) throws IOException {
    refusedAsOther(
        embed(
            Stream.concat(Stream.of("--resume"), Stream.of(change.split(" ", -1)))
                .toArray(String[]::new)));
  }

  @ParameterizedTest
  @CsvSource({"--threads, 2", "--hold-out, 0.5"})
  void otherValuesAreRefused(String option, String value) throws IOException {
    String[] arguments = arguments(trained.resolve("edges.tsv"), out, "--resume");
    arguments[Arrays.asList(arguments).indexOf(option) + 1] = value;
    refusedAsOther(Ran.concepts(arguments));
  }

  @Test
  void otherDataAreRefused() throws IOException {
    Path source = new SmallData(folder).write("edges.tsv", SmallData.edges("\n") + "m\tc0\n");
    refusedAsOther(Ran.concepts(arguments(source, out, "--resume")));
  }

  private void refusedAsOther(Ran ran) throws IOException {
    assertEquals(Main.BAD_INPUT, ran.exit(), ran.err());
    assertEquals("", ran.out());
    assertEquals(1, ran.err().lines().count(), ran.err());
    assertTrue(
        ran.err()
            .startsWith(
                "concepts: --resume "
                    + out
                    + ": its training had other settings, data, seed or threads (config "),
        ran.err());
    assertTrue(ran.err().endsWith("; give those, or name another folder\n"), ran.err());
    assertArrayEquals(
        Files.readAllBytes(checkpoint(trained.resolve("out"))),
        Files.readAllBytes(checkpoint(out)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.001, 0.01, 0.5, 0.999})
  void whatIsCutOffIsNamed(double share) throws IOException {
    byte[] bytes = Files.readAllBytes(checkpoint(out));
    Files.write(checkpoint(out), Arrays.copyOf(bytes, (int) (share * bytes.length)));
    refusedAsDamaged();
  }

  @Test
  void everyBitCounts() throws IOException {
    byte[] sound = Files.readAllBytes(checkpoint(out));
    Random random = new Random(11);
    for (int i = 0; i < FLIPS; i++) {
      byte[] bytes = sound.clone();
      // the first bytes are the mark, the sum and the key
      int at = i < FLIPS / 2 ? i : random.nextInt(bytes.length);
      bytes[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
      Files.write(checkpoint(out), bytes);
      refusedAsDamaged();
    }
  }

  private void refusedAsDamaged() {
    Ran ran = embed("--resume");
    assertEquals(Main.BAD_INPUT, ran.exit(), ran.err());
    assertEquals("", ran.out());
    assertTrue(
        ran.err()
            .replace("\r", "")
            .matches(
                "concepts: --resume: \\Q"
                    + checkpoint(out)
                    + "\\E is damaged \\((it is cut off|it is no checkpoint|its sum is wrong)\\);"
                    + " remove it to begin anew, or name another folder\n"),
        ran.err());
  }

  @Test
  void aFolderInWhichAProcessTrainsIsRefused() throws Exception {
    Path busy = folder.resolve("busy");
    Process process = start(busy);
    try {
      Ran ran = Ran.concepts(arguments(trained.resolve("edges.tsv"), busy, "--resume"));
      ran.refusedWith(
          "--output " + busy + ": another process is training into it; name another folder");
      assertTrue(process.isAlive());
    } finally {
      process.destroyForcibly().waitFor();
    }
  }
}
