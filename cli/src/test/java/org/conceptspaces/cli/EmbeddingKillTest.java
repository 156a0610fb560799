package org.conceptspaces.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Trainings of nodes in processes of their own, ended from outside. By hand, {@code -Dkills=20}
 * kills more often than a build has time for.
 */
class EmbeddingKillTest {

  private static final int KILLS = Integer.getInteger("kills", 3);
  private static final int EPOCHS = 4000;
  private static final Pattern EPOCH = Pattern.compile("(?m)^epoch (\\d+)/" + EPOCHS + ":");
  private static final String CHECKPOINT = "checkpoint.bin";

  /** About as long as the epochs between two lines of progress take. */
  private static final int LONGEST_DELAY = 200;

  /** What SIGTERM makes of an exit code. */
  private static final int TERMINATED = 143;

  @TempDir private Path folder = Path.of("");

  private SmallData data = new SmallData(folder);

  @BeforeEach
  void prepare() {
    data = new SmallData(folder);
  }

  private String[] arguments(Path out, String... more) {
    String[] basis = {
      "embed",
      data.path("edges.tsv").toString(),
      "--output",
      out.toString(),
      "--resume",
      "--threads",
      "1",
      "--checkpoint-seconds",
      "0",
      "--option",
      "epochs=" + EPOCHS
    };
    return Stream.concat(Arrays.stream(basis), Arrays.stream(more)).toArray(String[]::new);
  }

  private Process start(Path out, String... more) throws IOException {
    return Processes.concepts(List.of(), told(out), arguments(out, more));
  }

  private static Path told(Path out) {
    return out.resolveSibling(out.getFileName() + ".txt");
  }

  /** Waits until a training tells that it has come to an epoch. */
  private static void await(Process process, Path out, int epoch) throws Exception {
    while (process.isAlive() && lastTold(out) < epoch) {
      Thread.sleep(2);
    }
  }

  private static int lastTold(Path out) throws IOException {
    return EPOCH
        .matcher(Files.readString(told(out)))
        .results()
        .mapToInt(line -> Integer.parseInt(line.group(1)))
        .max()
        .orElse(0);
  }

  private static byte[] points(Path out) throws IOException {
    return Files.readAllBytes(out.resolve("embedding/points.npy"));
  }

  @Test
  void whateverIsKilledGoesOnToTheSameBits() throws Exception {
    Path whole = folder.resolve("whole");
    Ran unbroken = Ran.concepts(arguments(whole));
    assertEquals(Main.DONE, unbroken.exit(), unbroken.err());
    Path out = folder.resolve("killed");
    Random random = new Random(7);
    List<Integer> left = new ArrayList<>();
    for (int epoch : random.ints(KILLS, 1, EPOCHS - EPOCHS / 10).sorted().toArray()) {
      Process process = start(out);
      await(process, out, epoch);
      Thread.sleep(random.nextInt(LONGEST_DELAY));
      process.destroyForcibly().waitFor();
      if (Files.exists(out.resolve("results.json"))) {
        break; // it had ended when the kill came
      }
      EmbeddingCheckpoint checkpoint = EmbeddingCheckpoint.read(out);
      left.add(checkpoint == null ? 0 : checkpoint.epochs());
    }
    System.out.println("killed with checkpoints of epochs " + left);
    assertTrue(left.stream().anyMatch(epoch -> epoch > 0 && epoch < EPOCHS), left.toString());
    if (!Files.exists(out.resolve("results.json"))) {
      Ran resumed = Ran.concepts(arguments(out));
      assertEquals(Main.DONE, resumed.exit(), resumed.err());
      assertTrue(resumed.err().contains(", from epoch " + left.get(left.size() - 1) + "\n"));
    }
    assertArrayEquals(points(whole), points(out));
    assertFalse(Files.exists(out.resolve(CHECKPOINT)));
  }

  @Test
  void whatIsInterruptedLeavesACheckpointAndTensorsGoOnToTheSameBits() throws Exception {
    String[] tensors = {"--option", "learnCurvature=true", "--option", "epochs=60"};
    Path whole = folder.resolve("whole");
    Ran unbroken = Ran.concepts(arguments(whole, tensors));
    assertEquals(Main.DONE, unbroken.exit(), unbroken.err());
    Path out = folder.resolve("interrupted");
    Process process = start(out, tensors);
    while (process.isAlive() && !Files.exists(out.resolve(CHECKPOINT))) {
      Thread.sleep(2);
    }
    process.destroy();
    assertTrue(process.waitFor(5, TimeUnit.MINUTES));
    String told = Files.readString(told(out));
    assertEquals(TERMINATED, process.exitValue(), told);
    assertTrue(told.contains("concepts: stopping after this step"), told);
    EmbeddingCheckpoint checkpoint = EmbeddingCheckpoint.read(out);
    assertNotNull(checkpoint, told);
    assertTrue(checkpoint.epochs() < 60, told);
    assertTrue(
        told.endsWith(
            "concepts: stopped after epoch %d; give --resume --output %s to go on\n"
                .formatted(checkpoint.epochs(), out)),
        told);
    assertFalse(Files.exists(out.resolve("results.json")));
    Ran resumed = Ran.concepts(arguments(out, tensors));
    assertEquals(Main.DONE, resumed.exit(), resumed.err());
    assertArrayEquals(points(whole), points(out));
    assertEquals(
        withoutTimes(Files.readString(whole.resolve("results.json"))),
        withoutTimes(Files.readString(out.resolve("results.json"))));
  }

  private static String withoutTimes(String json) {
    return json.replaceAll("\"(seconds|triples_per_second)\": [^,]*,", "");
  }
}
