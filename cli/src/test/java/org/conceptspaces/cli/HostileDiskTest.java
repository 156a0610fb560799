package org.conceptspaces.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.conceptspaces.encoder.model.CheckpointFolder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Disks that take no more, in processes of their own: a shell limits the size of their files, so
 * that writes fail as on a full disk.
 */
@EnabledOnOs({OS.LINUX, OS.MAC})
class HostileDiskTest {

  @TempDir private Path folder;

  private static Ran limited(int kilobytes, String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(List.of("bash", "-c", "ulimit -f " + kilobytes + " && exec \"$@\"", "sh"));
    command.addAll(Processes.builder(List.of("-XX:-UsePerfData"), arguments).command());
    return ran(new ProcessBuilder(command), null);
  }

  /** Its output goes through pipes, which no limit concerns, or to a file. */
  private static Ran ran(ProcessBuilder builder, @Nullable File standardOutput) throws Exception {
    if (standardOutput != null) {
      builder.redirectOutput(standardOutput);
    }
    Process process = builder.start();
    process.getOutputStream().close();
    String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
    String out =
        standardOutput != null ? "" : new String(process.getInputStream().readAllBytes(), UTF_8);
    assertTrue(process.waitFor(10, TimeUnit.MINUTES));
    return new Ran(process.exitValue(), out, err);
  }

  private List<String> left() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("out"))) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aTrainingThatCannotBeSavedGoesOnOnceThereIsRoom() throws Exception {
    Path config = new SmallData(folder).config();
    String[] train = {
      "train", config.toString(), "--output", folder.resolve("out").toString(), "--resume"
    };
    Path checkpoints = folder.resolve("out").resolve("checkpoints");
    unsaved(limited(20, train), checkpoints.resolve("step-0000000"), "No checkpoint was written.");
    assertNull(new CheckpointFolder(checkpoints).lastStep());
    // Now weights fit, and optimisers do not.
    unsaved(
        limited(40, train),
        checkpoints.resolve("step-0000004"),
        "The last good checkpoint, from before the first step, is in "
            + folder.resolve("out")
            + ".");
    assertEquals(0, new CheckpointFolder(checkpoints).lastStep());
    Ran later = Ran.concepts(train);
    assertEquals(Main.DONE, later.exit(), later.err());
  }

  private void unsaved(Ran ran, Path checkpoint, String last) throws IOException {
    assertEquals(Main.FAILED, ran.exit(), ran.err());
    assertEquals("", ran.out());
    ran.tellsNoTrace();
    String told = ran.err().lines().filter(l -> l.contains("cannot")).findFirst().orElse("");
    assertTrue(
        told.startsWith("concepts: checkpoint " + checkpoint + ": cannot be written: "), told);
    assertTrue(told.endsWith("; make room on its disk. " + last), told);
    assertFalse(left().toString().contains(".part"), left().toString());
  }

  @Test
  void aComparisonWhoseModelsDoNotFitLeavesNone() throws Exception {
    Path config = new SmallData(folder).config();
    Ran full =
        limited(20, "compare", config.toString(), "--output", folder.resolve("out").toString());
    assertEquals(Main.FAILED, full.exit(), full.err());
    assertEquals("", full.out());
    full.tellsNoTrace();
    assertTrue(full.err().contains("cannot be written: "), full.err());
    assertFalse(left().toString().contains("weights.safetensors"), left().toString());
  }

  @Test
  void aReportThatDoesNotFitFailsTheJob() throws Exception {
    Path config = new SmallData(folder).config();
    Path out = folder.resolve("out");
    Ran full = limited(250, "compare", config.toString(), "--output", out.toString());
    assertEquals(Main.FAILED, full.exit(), full.err());
    assertTrue(
        full.err().contains("concepts: " + out.resolve("report.html") + ": cannot be written: "),
        full.err());
    assertFalse(left().contains("report.html"));
    assertFalse(left().toString().contains(".part"), left().toString());
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void standardOutputThatCannotBeWrittenFailsTheCommand() throws Exception {
    Ran ran = ran(Processes.builder(List.of(), "spaces"), new File("/dev/full"));
    assertEquals(
        "concepts: standard output cannot be written: its disk is full, or its reader has ended\n",
        ran.err());
    assertEquals(Main.FAILED, ran.exit());
  }

  @Test
  void twoProcessesCannotTrainIntoOneFolder() throws Exception {
    SmallData data = new SmallData(folder);
    Path out = folder.resolve("out");
    Path config = data.config("long.yaml", "steps: 4", "steps: 100000");
    Path err = folder.resolve("err.txt");
    Process first =
        Processes.concepts(List.of(), err, "train", config.toString(), "--output", out.toString());
    try {
      while (first.isAlive()
          && new CheckpointFolder(out.resolve("checkpoints")).lastStep() == null) {
        Thread.sleep(5);
      }
      String another =
          "--output " + out + ": another process is training into it; name another folder";
      Ran.concepts("train", config.toString(), "--output", out.toString(), "--resume")
          .refusedWith(another);
      assertTrue(first.isAlive(), () -> err + " tells");
    } finally {
      first.destroyForcibly().waitFor();
    }
  }
}
