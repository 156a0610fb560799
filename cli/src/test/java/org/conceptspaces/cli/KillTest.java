package org.conceptspaces.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.conceptspaces.encoder.model.CheckpointFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trainings in processes of their own, ended from outside. */
class KillTest {

  private static final int STEPS = 600;

  @TempDir private Path folder = Path.of("");

  /** What SIGTERM makes of an exit code. */
  private static final int TERMINATED = 143;

  private Process train(Path out) throws IOException {
    return start("train", "--output", out.toString(), "--resume");
  }

  private Process start(String verb, String... options) throws IOException {
    Path config = new SmallData(folder).config("long.yaml", "steps: 4", "steps: " + STEPS);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-Dai.djl.offline=true"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Main.class.getName());
    command.addAll(List.of(verb, config.toString()));
    command.addAll(List.of(options));
    return new ProcessBuilder(command)
        .redirectOutput(Redirect.DISCARD)
        .redirectError(Redirect.appendTo(folder.resolve("err.txt").toFile()))
        .start();
  }

  private byte[] end(Path out) throws Exception {
    Process process = train(out);
    assertTrue(
        process.waitFor(10, TimeUnit.MINUTES),
        "does not end"); // as long as a busy machine may take
    assertEquals(Main.DONE, process.exitValue(), this::told);
    return Files.readAllBytes(out.resolve("weights.safetensors"));
  }

  private String told() {
    try {
      return Files.readString(folder.resolve("err.txt"), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** Waits until a training has come to a checkpoint. */
  private static void await(Process process, Path out, int step) throws InterruptedException {
    CheckpointFolder checkpoints = new CheckpointFolder(out.resolve("checkpoints"));
    while (process.isAlive()) {
      Integer last = checkpoints.lastStep();
      if (last != null && last >= step) {
        return;
      }
      Thread.sleep(2);
    }
  }

  @Test
  void whateverIsKilledGoesOnToTheSameBits() throws Exception {
    byte[] wanted = end(folder.resolve("whole"));
    Path out = folder.resolve("killed");
    Random random = new Random(7);
    // Soon after a checkpoint appears, and while the next is on its way.
    for (int step : new int[] {0, 100, 300}) {
      Process process = train(out);
      await(process, out, step);
      Thread.sleep(random.nextInt(150));
      process.destroyForcibly().waitFor();
    }
    assertArrayEquals(wanted, end(out));
  }

  @Test
  void whatIsInterruptedLeavesACheckpointOfItsLastStep() throws Exception {
    Path out = folder.resolve("interrupted");
    Process process = train(out);
    await(process, out, 100);
    process.destroy();
    assertTrue(process.waitFor(1, TimeUnit.MINUTES));
    assertTrue(told().contains("concepts: stopping after this step"), this::told);
    assertTrue(told().contains("give --resume to go on"), this::told);
    Integer last = new CheckpointFolder(out.resolve("checkpoints")).lastStep();
    assertNotNull(last);
    assertTrue(told().contains("stopped after step " + last), this::told);
    assertEquals(TERMINATED, process.exitValue());
  }

  @Test
  void aComparisonThatIsInterruptedKeepsWhatHasFinished() throws Exception {
    Path out = folder.resolve("compared");
    Process process = start("compare", "--jobs", "1", "--output", out.toString());
    awaitWords(process, "[2/2]");
    process.destroy();
    assertTrue(process.waitFor(1, TimeUnit.MINUTES));
    assertEquals(TERMINATED, process.exitValue(), this::told);
    assertTrue(
        told()
            .contains(
                "concepts: stopped; 1 of 2 runs had finished (euclidean 2×2, seed 1): their models"
                    + " are in "
                    + out.resolve("models")
                    + "; nothing of the others is kept\n"),
        this::told);
    assertEquals(List.of("euclidean-2x2-seed-1"), names(out.resolve("models")));
    assertEquals(List.of("models"), names(out));
  }

  @Test
  void aComparisonThatIsInterruptedEarlyKeepsNothing() throws Exception {
    Path out = folder.resolve("compared");
    Process process = start("compare", "--jobs", "2", "--output", out.toString());
    awaitWords(process, "[2/2]");
    process.destroy();
    assertTrue(process.waitFor(1, TimeUnit.MINUTES));
    assertEquals(TERMINATED, process.exitValue(), this::told);
    assertTrue(
        told().contains("none of 2 runs had finished, and nothing of them is kept"), this::told);
    assertEquals(List.of(), names(out));
  }

  private void awaitWords(Process process, String words) throws InterruptedException {
    while (process.isAlive() && !told().contains(words)) {
      Thread.sleep(2);
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(path -> String.valueOf(path.getFileName())).sorted().toList();
    }
  }
}
