package org.conceptspaces.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalyzeTest {

  @TempDir private Path folder = Path.of("");

  /** Gaussian vectors of a rank, as numpy.save writes them. */
  private Path bank(String shape, int rows, int width, int rank) throws IOException {
    Random random = new Random(1);
    double[][] basis = new double[rank][width];
    for (double[] direction : basis) {
      for (int i = 0; i < width; i++) {
        direction[i] = random.nextGaussian() / Math.sqrt(rank);
      }
    }
    ByteBuffer file = ByteBuffer.allocate(128 + 4 * rows * width).order(ByteOrder.LITTLE_ENDIAN);
    String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + shape + "), }";
    file.put("\u0093NUMPY\u0001\0v\0".getBytes(StandardCharsets.ISO_8859_1));
    file.put((header + " ".repeat(117 - header.length()) + "\n").getBytes(StandardCharsets.UTF_8));
    for (int row = 0; row < rows; row++) {
      float[] vector = new float[width];
      for (double[] direction : basis) {
        double weight = random.nextGaussian();
        for (int i = 0; i < width; i++) {
          vector[i] += (float) (weight * direction[i]);
        }
      }
      for (float number : vector) {
        file.putFloat(number);
      }
    }
    return Files.write(folder.resolve("bank.npy"), file.array());
  }

  private static JsonObject json(String... arguments) {
    Ran ran = Ran.concepts(arguments);
    assertEquals(Main.DONE, ran.exit(), ran.err());
    assertEquals("", ran.err());
    return JsonParser.parseString(ran.out()).getAsJsonObject();
  }

  @Test
  void aCollapsedBankRaisesTheAlarm() throws IOException {
    Path file = bank("128, 64", 128, 64, 5);
    Ran ran = Ran.concepts("analyze", file.toString());
    assertEquals(Main.DONE, ran.exit(), ran.err());
    assertTrue(ran.out().startsWith(file + ": 128 vectors × 64 dimensions; "), ran.out());
    assertTrue(ran.out().contains("\nALARM  effective_rank 4."), ran.out());
    assertTrue(ran.out().contains("of 64, target above 51.20 (80%): vectors have collapsed"));
    assertTrue(ran.out().contains("\nok     duplicate_share "), ran.out());
    JsonObject results = json("analyze", file.toString(), "--json", "-");
    assertTrue(results.get("effective_rank").getAsDouble() < 5);
    assertEquals(128, results.get("rows").getAsInt());
  }

  @Test
  void conceptsOfInputsHaveAColumnEach() throws IOException {
    Path file = bank("40, 8, 32", 320, 32, 32);
    Ran ran = Ran.concepts("analyze", file.toString());
    assertTrue(ran.out().startsWith(file + ": 40 inputs × 8 concepts × 32 dimensions"), ran.out());
    for (String word : new String[] {"all vectors", "mean", "sample", "across_input_variance"}) {
      assertTrue(ran.out().contains(word), ran.out());
    }
    assertTrue(!ran.out().contains("ALARM"), ran.out());
    JsonObject results = json("analyze", file.toString(), "--json", "-", "--sample", "100");
    assertEquals(100, results.get("sampled_rows").getAsInt());
    assertTrue(results.get("effective_rank_per_sample").getAsDouble() > 7);
    assertTrue(results.has("effective_rank_batch_mean_centred"));
  }

  @Test
  void otherVectorsAreComparedWith() throws IOException {
    String file = bank("300, 16", 300, 16, 16).toString();
    JsonObject results =
        json("analyze", file, "--targets", file, "--positives", file, "--json", "-");
    assertEquals(1, results.get("intrinsic_dimension_ratio").getAsDouble());
    assertEquals(0, results.get("alignment").getAsDouble());
  }

  @Test
  void aMaskHoldsForPositivesToo() throws IOException {
    Path file = bank("300, 16", 300, 16, 16);
    ByteBuffer mask = ByteBuffer.allocate(128 + 300);
    String header = "{'descr': '|b1', 'fortran_order': False, 'shape': (300,), }";
    mask.put("\u0093NUMPY\u0001\0v\0".getBytes(StandardCharsets.ISO_8859_1));
    mask.put((header + " ".repeat(117 - header.length()) + "\n").getBytes(StandardCharsets.UTF_8));
    for (int row = 0; row < 300; row++) {
      mask.put((byte) (row % 3 == 0 ? 0 : 1));
    }
    Path live = Files.write(folder.resolve("live.npy"), mask.array());
    JsonObject results =
        json(
            "analyze",
            file.toString(),
            "--mask",
            live.toString(),
            "--positives",
            file.toString(),
            "--json",
            "-");
    assertEquals(200, results.get("live_rows").getAsInt());
    assertEquals(0, results.get("alignment").getAsDouble());
  }

  @Test
  void labelsTellWhatClassesVectorsAreOf() throws IOException {
    Path file = bank("40, 8, 32", 320, 32, 32);
    Path labels = Files.writeString(folder.resolve("labels.txt"), "cat\na dog\n".repeat(20));
    JsonObject results =
        json("analyze", file.toString(), "--labels", labels.toString(), "--json", "-");
    // the labels tell nothing: two means of 20 inputs are 2/20 of a deviation's square apart
    assertTrue(results.get("nc1").getAsDouble() > 1, results.toString());
    assertEquals(2, results.get("nc1_classes").getAsInt());
    Ran ran = Ran.concepts("analyze", file.toString(), "--labels", labels.toString());
    assertTrue(ran.out().contains("nc1_directions"), ran.out());
    Files.writeString(labels, "cat\ndog\n");
    refused(
        labels
            + ": holds 2 labels, but "
            + file
            + " 40 inputs; give a label on a line for each, in order",
        "analyze",
        file.toString(),
        "--labels",
        labels.toString());
  }

  private void refused(String message, String... arguments) {
    Ran.concepts(arguments).refusedWith(message);
  }

  @Test
  void hostileVectors() throws IOException {
    Path file = bank("3, 4", 3, 4, 2);
    byte[] sound = Files.readAllBytes(file);
    String name = file.toString();
    byte[] nan = sound.clone();
    ByteBuffer.wrap(nan).order(ByteOrder.LITTLE_ENDIAN).putFloat(128 + 4 * 6, Float.NaN);
    Files.write(file, nan);
    String mend = "; mend the vectors, or mask those that are not live";
    refused(
        name + ": coordinate 3 of vector 2 is NaN, not a finite number" + mend, "analyze", name);
    Files.write(file, java.util.Arrays.copyOf(sound, sound.length - 3));
    refused(
        name
            + ": promises 3 × 4 numbers, but has only 11; it was cut off or damaged, copy it again",
        "analyze",
        name);
    Path claim =
        Files.write(
            folder.resolve("x.safetensors"), new byte[] {0, (byte) 0xe4, 11, 84, 2, 0, 0, 0});
    refused(
        claim
            + ": is no .safetensors file, or was cut off: its header would take 10000000000 bytes of"
            + " 8; copy it again",
        "analyze",
        claim.toString());
    Path missing = folder.resolve("nosuch.npy");
    refused(missing + ": there is no such file; check the path", "analyze", missing.toString());
    Files.write(file, sound);
    refused("--sample 1: wants 2 to 50000", "analyze", name, "--sample", "1");
    refused("--threads 0: wants 1 to 1024", "analyze", name, "--threads", "0");
    refused(
        "mask 'm': is neither a .npy file nor an array of " + name + "; name one of them",
        "analyze",
        name,
        "--mask",
        "m");
  }
}
