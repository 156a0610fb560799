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
import org.conceptspaces.encoder.model.CheckpointFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trainings in processes of their own, ended from outside. */
class KillTest {

  private static final int STEPS = 600;

  @TempDir private Path folder = Path.of("");

  private Process train(Path out) throws IOException {
    Path config = new SmallData(folder).config("long.yaml", "steps: 4", "steps: " + STEPS);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-Dai.djl.offline=true"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Main.class.getName());
    command.addAll(List.of("train", config.toString(), "--output", out.toString(), "--resume"));
    return new ProcessBuilder(command)
        .redirectOutput(Redirect.DISCARD)
        .redirectError(Redirect.appendTo(folder.resolve("err.txt").toFile()))
        .start();
  }

  private byte[] end(Path out) throws Exception {
    Process process = train(out);
    assertTrue(process.waitFor(3, TimeUnit.MINUTES));
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
  }
}
