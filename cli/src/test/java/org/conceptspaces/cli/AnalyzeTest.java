package org.conceptspaces.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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

  /** One of anything, of which little can be told. */
  @Test
  void singleVectorsGetNoVerdict() throws IOException {
    Path file = bank("1, 5", 1, 5, 5);
    String one = Ran.concepts("analyze", file.toString()).out();
    assertTrue(one.startsWith(file + ": 1 vector × 5 dimensions; "), one);
    assertTrue(one.contains("\n\nno verdict: "), one);
    assertTrue(!one.contains("\nok ") && one.contains("effective_rank "), one);
    bank("1, 1, 1", 1, 1, 1);
    String input = Ran.concepts("analyze", file.toString()).out();
    assertTrue(input.startsWith(file + ": 1 input × 1 concept × 1 dimension; "), input);
    bank("1, 16, 32", 16, 32, 32);
    String concepts = Ran.concepts("analyze", file.toString()).out();
    assertTrue(concepts.contains("\nok     effective_rank_per_sample "), concepts);
    assertTrue(!concepts.contains("ALARM  across"), concepts);
    assertTrue(
        concepts.contains("\nnot measured: across_input_variance_share wants two inputs at least"),
        concepts);
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
    double[] live = new double[300];
    Arrays.setAll(live, row -> row % 3 == 0 ? 0 : 1);
    Path mask = Files.write(folder.resolve("live.npy"), array("<f8", "300,", live));
    JsonObject results =
        json(
            "analyze",
            file.toString(),
            "--mask",
            mask.toString(),
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

  private Path points(String... lines) throws IOException {
    return Files.writeString(
        folder.resolve("points.vec"), lines.length + " 2\n" + String.join("\n", lines) + "\n");
  }

  /** In a ball of curvature c, x is 2 artanh(√c |x|)/√c from the origin. */
  @Test
  void pointsAreAnalysedInTheirGeometry() throws IOException {
    String file = points("a 0.2 0", "b -0.2 0", "c 0 0.4", "d 0 -0.4").toString();
    for (double curvature : new double[] {1, 4}) {
      JsonObject results =
          json(
              "analyze",
              file,
              "--space",
              "poincare",
              "--option",
              "curvature=" + curvature,
              "--json",
              "-");
      double root = Math.sqrt(curvature);
      double inner = Math.log((1 + 0.2 * root) / (1 - 0.2 * root)) / root;
      double outer = Math.log((1 + 0.4 * root) / (1 - 0.4 * root)) / root;
      assertEquals("tangents at the Fréchet mean", results.get("coordinates").getAsString());
      assertEquals(0, results.get("frechet_mean_radius").getAsDouble(), 1e-9);
      assertEquals(outer, results.get("largest_radius").getAsDouble(), 1e-9);
      // a and b are apart by way of the origin; c and d are as far from both
      double variance = results.get("dimension_variance_min").getAsDouble();
      assertEquals(2 * inner * inner / 3, variance, 1e-9);
      // a right angle at the origin
      double cosh = Math.cosh(root * inner) * Math.cosh(root * outer);
      double side = Math.log(cosh + Math.sqrt(cosh * cosh - 1)) / root;
      assertEquals(2 * inner + 2 * side, results.get("mst_length_geodesic").getAsDouble(), 1e-8);
      assertEquals(0, results.get("edge_share").getAsDouble());
      assertEquals(20, results.getAsJsonArray("radius_histogram").size());
    }
    Ran flat = Ran.concepts("analyze", file, "--space", "euclidean");
    assertTrue(flat.out().contains("points as they are in "), flat.out() + flat.err());
    Ran ball = Ran.concepts("analyze", file, "--space", "poincare");
    assertTrue(ball.out().contains("tangents at the Fréchet mean in Poincare"), ball.out());
    assertTrue(ball.out().contains("points by radius, from 0 to 0.847"), ball.out());
  }

  /** What is dead may be anywhere; what is live counts from the first of all. */
  @Test
  void pointsOfInputsMayBeMasked() throws IOException {
    Path file = folder.resolve("inputs.npy");
    Files.write(file, array("<f8", "2, 2, 2", new double[] {0.1, 0, 7, 7, 0, 0.2, 0.1, 0.1}));
    Path mask = folder.resolve("mask.npy");
    Files.write(mask, array("<f8", "2, 2", new double[] {1, 0, 1, 1}));
    String[] line = {
      "analyze", file.toString(), "--mask", mask.toString(), "--space", "poincare", "--json", "-"
    };
    JsonObject results = json(line);
    assertEquals(2, results.get("inputs").getAsInt());
    assertEquals(3, results.get("live_rows").getAsInt());
    assertEquals(1.5, results.get("live_concepts_per_sample").getAsDouble());
    Files.write(file, array("<f8", "2, 2, 2", new double[] {0.1, 0, 7, 7, 0, 0.2, 3, 4}));
    String said = Ran.concepts(line).err();
    assertTrue(
        said.startsWith(
            "concepts: "
                + file
                + ": vector 4 is no point of poincare: its Euclidean norm is 5.0, that of the"
                + " nearest point"),
        said);
  }

  private static byte[] array(String type, String shape, double[] numbers) {
    ByteBuffer file = ByteBuffer.allocate(128 + 8 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
    String header = "{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + shape + "), }";
    file.put("\u0093NUMPY\u0001\0v\0".getBytes(StandardCharsets.ISO_8859_1));
    file.put((header + " ".repeat(117 - header.length()) + "\n").getBytes(StandardCharsets.UTF_8));
    for (double number : numbers) {
      file.putDouble(number);
    }
    return file.array();
  }

  @Test
  void hostilePoints() throws IOException {
    String file = points("a 0.2 0", "b NaN 0").toString();
    refused(
        file
            + ": coordinate 1 of vector 2 is NaN, not a finite number; mend the vectors, or mask"
            + " those that are not live",
        "analyze",
        file,
        "--space",
        "poincare");
    refused(
        "--option is for the geometry of --space, which is not given",
        "analyze",
        file,
        "--option",
        "curvature=1");
    refused(
        "plugins: no geometry is called 'poincar'; did you mean poincare? Known: euclidean,"
            + " lorentz, poincare, product",
        "analyze",
        file,
        "--space",
        "poincar");
    refused(
        "--option curvatur=1: wants an option of poincare; did you mean curvature? Known:"
            + " curvature, learnCurvature, precision",
        "analyze",
        file,
        "--space",
        "poincare",
        "--option",
        "curvatur=1");
    refused(
        "--space is for files; a model knows its own geometry",
        "analyze",
        folder.toString(),
        "--texts",
        file,
        "--space",
        "poincare");
    Path many = folder.resolve("many.npy");
    Files.write(many, new byte[0]);
    byte[] head = array("<f8", "600000, 64", new double[0]);
    try (RandomAccessFile sparse = new RandomAccessFile(many.toFile(), "rw")) {
      sparse.write(head);
      sparse.setLength(128 + 8L * 600_000 * 64);
    }
    refused(
        many
            + ": holds 600000 points of 64 coordinates, which are analysed in memory, up to"
            + " 33554432 numbers; give fewer points",
        "analyze",
        many.toString(),
        "--space",
        "poincare");
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
    Files.write(file, Arrays.copyOf(sound, sound.length - 3));
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
    ByteBuffer.wrap(nan).order(ByteOrder.LITTLE_ENDIAN).putFloat(128, Float.NaN);
    Files.write(file, nan);
    Path mask = folder.resolve("mask.npy");
    Files.write(mask, array("<f8", "3,", new double[] {Double.NaN, 0, 1}));
    refused(
        mask
            + ": as a mask holds NaN for vector 1, which tells neither live nor dead; a mask wants"
            + " finite numbers, 0 for vectors that are not live and any other for those that are",
        "analyze",
        name,
        "--mask",
        mask.toString());
  }
}
