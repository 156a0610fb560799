package org.conceptspaces.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainTest {

  @TempDir private Path folder = Path.of("");

  private SmallData data = new SmallData(folder);
  private Path out = folder;

  @BeforeEach
  void prepare() {
    data = new SmallData(folder);
    out = folder.resolve("out");
  }

  private Ran train(Path config, String... more) {
    String[] arguments = {"train", config.toString(), "--output", out.toString()};
    String[] all = new String[arguments.length + more.length];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    System.arraycopy(more, 0, all, arguments.length, more.length);
    return Ran.concepts(all);
  }

  /** A training that breaks down leaves checkpoints, as one that was killed. */
  private void stopEarly() throws IOException {
    Ran whole = train(data.config());
    assertEquals(Main.DONE, whole.exit(), whole.err());
    Files.delete(out.resolve("results.json"));
  }

  @Test
  void trainsTheFirstSpaceWithTheFirstSeed() throws IOException {
    Ran ran = train(data.config("two.yaml", "seeds: [1]", "seeds: [5, 2]"));
    assertEquals(Main.DONE, ran.exit(), ran.err());
    ran.tellsNoTrace();
    assertTrue(ran.err().startsWith("euclidean 2×2, seed 5, on cpu, into " + out), ran.err());
    assertTrue(ran.err().contains("step 4/4: loss "), ran.err());
    JsonObject results =
        JsonParser.parseString(Files.readString(out.resolve("results.json"))).getAsJsonObject();
    assertEquals(1, results.getAsJsonArray("runs").size());
    JsonObject run = results.getAsJsonArray("runs").get(0).getAsJsonObject();
    assertEquals("euclidean", run.get("space").getAsString());
    assertEquals(5, run.get("seed").getAsInt());
    for (String file :
        new String[] {
          "weights.safetensors", "model.json", "report.html", "checkpoints/step-0000004"
        }) {
      assertTrue(Files.exists(out.resolve(file)), file);
    }
  }

  @Test
  void whatHasEndedIsLeftAlone() {
    assertEquals(Main.DONE, train(data.config()).exit());
    String message = "--output " + out + ": holds a training that has ended; name another folder";
    train(data.config()).refusedWith(message);
    train(data.config(), "--resume").refusedWith(message);
  }

  @Test
  void whatWasStoppedWantsResume() throws IOException {
    stopEarly();
    train(data.config())
        .refusedWith(
            "--output %s: holds a training stopped after step 4; give --resume to go on, or name another folder"
                .formatted(out));
    Ran resumed = train(data.config(), "--resume");
    assertEquals(Main.DONE, resumed.exit(), resumed.err());
    assertTrue(resumed.err().contains(", from step 4"), resumed.err());
  }

  @Test
  void resumeBeginsWhereThereIsNothingYet() {
    Ran ran = train(data.config(), "--resume");
    assertEquals(Main.DONE, ran.exit(), ran.err());
    assertFalse(ran.err().contains("from step"), ran.err());
  }

  @Test
  void anotherConfigIsRefused() throws IOException {
    stopEarly();
    Ran ran = train(data.config("other.yaml", "steps: 4", "steps: 5"), "--resume");
    assertEquals(Main.BAD_INPUT, ran.exit());
    assertTrue(
        ran.err().contains("the config is not that with which the training began (hash "),
        ran.err());
  }

  @Test
  void changedDataIsRefused() throws IOException {
    stopEarly();
    data.write("texts.tsv", SmallData.texts("\n").replace("thing 3", "thing three"));
    Ran ran = train(data.config(), "--resume");
    assertEquals(Main.BAD_INPUT, ran.exit());
    assertTrue(
        ran.err().contains("the data is not that with which the training began (hash "), ran.err());
  }

  @Test
  void damagedCheckpointsAreNamed() throws IOException {
    stopEarly();
    Path last = out.resolve("checkpoints").resolve("step-0000004").resolve("weights.safetensors");
    byte[] bytes = Files.readAllBytes(last);
    bytes[bytes.length / 2] ^= 1;
    Files.write(last, bytes);
    Ran ran = train(data.config(), "--resume");
    assertEquals(Main.DONE, ran.exit(), ran.err());
    assertTrue(ran.err().startsWith("concepts: " + last + ": is damaged\n"), ran.err());
    assertTrue(ran.err().contains("from step 0"), ran.err());
  }

  @Test
  void otherVersionsAreNoted() throws IOException {
    stopEarly();
    new CheckpointDamage(out.resolve("checkpoints").resolve("step-0000004"))
        .json("model.json", model -> model.getAsJsonObject("versions").addProperty("djl", "0.1"));
    Ran ran = train(data.config(), "--resume");
    assertEquals(Main.DONE, ran.exit(), ran.err());
    assertTrue(ran.err().startsWith("concepts: note: it began with djl 0.1, now "), ran.err());
  }

  @Test
  void aFolderOfAComparisonIsRefused() throws IOException {
    Files.createDirectories(out.resolve("models"));
    train(data.config(), "--resume")
        .refusedWith(
            "--output " + out + ": holds the results of a comparison; name another folder");
  }

  @Test
  void twoTrainingsCannotShareAFolder() throws IOException {
    Files.createDirectories(out);
    try (FileChannel channel =
        FileChannel.open(
            out.resolve("training.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.lock();
      train(data.config())
          .refusedWith(
              "--output " + out + ": another process is training into it; name another folder");
    }
  }

  @Test
  void aFileAsFolderIsRefused() throws IOException {
    Files.writeString(out, "a file");
    Ran ran = train(data.config());
    assertEquals(Main.BAD_INPUT, ran.exit());
    assertTrue(ran.err().startsWith("concepts: output folder " + out + ": is a file"), ran.err());
  }
}
