package org.conceptspaces.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.conceptspaces.encoder.model.CheckpointFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Trainings in processes of their own, ended from outside. By hand, {@code -Dkills=20} kills more
 * often than a build has time for.
 */
class KillTest {

  private static final int STEPS = 600;
  private static final int KILLS = Integer.getInteger("kills", 3);
  private static final Pattern STEP = Pattern.compile("(?m)^step (\\d+)/" + STEPS + ":");

  /** Longer than the steps between two lines of progress take. */
  private static final int LONGEST_DELAY = 250;

  @TempDir private Path folder;

  /** What SIGTERM makes of an exit code. */
  private static final int TERMINATED = 143;

  private Process train(Path out) throws IOException {
    return start(out, "train", "--output", out.toString(), "--resume");
  }

  private Process start(Path out, String verb, String... options) throws IOException {
    Path config = new SmallData(folder).config("long.yaml", "steps: 4", "steps: " + STEPS);
    List<String> arguments = new ArrayList<>(List.of(verb, config.toString()));
    arguments.addAll(List.of(options));
    return Processes.concepts(List.of(), err(out), arguments.toArray(String[]::new));
  }

  private static Path err(Path out) {
    return out.resolveSibling(out.getFileName() + ".txt");
  }

  private static String told(Path out) {
    try {
      return Files.readString(err(out));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] end(Path out) throws Exception {
    Process process = train(out);
    assertTrue(process.waitFor(20, TimeUnit.MINUTES), "does not end");
    assertEquals(Main.DONE, process.exitValue(), () -> told(out));
    return Files.readAllBytes(out.resolve("weights.safetensors"));
  }

  /** Waits until a training tells that it has come to a step. */
  private static void await(Process process, Path out, int step) throws InterruptedException {
    while (process.isAlive() && lastTold(out) < step) {
      Thread.sleep(2);
    }
  }

  private static int lastTold(Path out) {
    return STEP.matcher(told(out))
        .results()
        .mapToInt(line -> Integer.parseInt(line.group(1)))
        .max()
        .orElse(0);
  }

  @Test
  void whateverIsKilledGoesOnToTheSameBits() throws Exception {
    byte[] wanted = end(folder.resolve("whole"));
    Path out = folder.resolve("killed");
    Random random = new Random(7);
    int[] steps = random.ints(KILLS, 0, STEPS + 1).sorted().toArray();
    for (int step : steps) {
      Process process = train(out);
      await(process, out, step);
      Thread.sleep(random.nextInt(LONGEST_DELAY));
      process.destroyForcibly().waitFor();
      if (Files.exists(out.resolve("results.json"))) {
        // It had ended when the last kill came.
        assertEquals(steps[KILLS - 1], step);
        assertArrayEquals(wanted, Files.readAllBytes(out.resolve("weights.safetensors")));
        return;
      }
      System.out.printf(
          "killed after step %d of %d, checkpoint %s%n",
          lastTold(out), STEPS, new CheckpointFolder(out.resolve("checkpoints")).lastStep());
    }
    assertArrayEquals(wanted, end(out));
  }

  @Test
  void whatIsInterruptedLeavesACheckpointOfItsLastStep() throws Exception {
    Path out = folder.resolve("interrupted");
    Process process = train(out);
    await(process, out, 100);
    process.destroy();
    assertTrue(process.waitFor(5, TimeUnit.MINUTES));
    String told = told(out);
    assertTrue(told.contains("concepts: stopping after this step"), told);
    assertTrue(told.contains("give --resume to go on"), told);
    Integer last = new CheckpointFolder(out.resolve("checkpoints")).lastStep();
    assertNotNull(last);
    assertTrue(told.contains("stopped after step " + last), told);
    assertEquals(TERMINATED, process.exitValue());
  }

  @Test
  void aComparisonThatIsInterruptedKeepsWhatHasFinished() throws Exception {
    Path out = folder.resolve("compared");
    Process process = start(out, "compare", "--jobs", "1", "--output", out.toString());
    awaitWords(process, out, "[2/2]");
    process.destroy();
    assertTrue(process.waitFor(5, TimeUnit.MINUTES));
    assertEquals(TERMINATED, process.exitValue(), () -> told(out));
    assertTrue(
        told(out)
            .contains(
                "concepts: stopped; 1 of 2 runs had finished (euclidean 2×2, seed 1): their models"
                    + " are in "
                    + out.resolve("models")
                    + "; nothing of the others is kept\n"),
        () -> told(out));
    assertEquals(List.of("euclidean-2x2-seed-1"), names(out.resolve("models")));
    assertEquals(List.of("models"), names(out));
  }

  @Test
  void aComparisonThatIsInterruptedEarlyKeepsNothing() throws Exception {
    Path out = folder.resolve("compared");
    Process process = start(out, "compare", "--jobs", "2", "--output", out.toString());
    awaitWords(process, out, "[2/2]");
    process.destroy();
    assertTrue(process.waitFor(5, TimeUnit.MINUTES));
    assertEquals(TERMINATED, process.exitValue(), () -> told(out));
    assertTrue(
        told(out).contains("none of 2 runs had finished, and nothing of them is kept"),
        () -> told(out));
    assertEquals(List.of(), names(out));
  }

  private static void awaitWords(Process process, Path out, String words)
      throws InterruptedException {
    while (process.isAlive() && !told(out).contains(words)) {
      Thread.sleep(2);
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(path -> String.valueOf(path.getFileName())).sorted().toList();
    }
  }
}
