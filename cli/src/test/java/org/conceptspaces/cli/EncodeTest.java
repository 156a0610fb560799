package org.conceptspaces.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.conceptspaces.api.Level;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.encoder.measure.HostCopies;
import org.conceptspaces.encoder.model.ModelDirectory;
import org.conceptspaces.encoder.model.TrainedModel;
import org.conceptspaces.encoder.network.ModelPass;
import org.conceptspaces.taxonomy.vectors.NodeVectors;
import org.conceptspaces.taxonomy.vectors.VectorFiles;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncodeTest {

  @TempDir private static Path shared;

  private static Path euclidean = Path.of("");
  private static Path poincare = Path.of("");

  @TempDir private Path folder;

  @BeforeAll
  static void train() {
    Path config =
        new SmallData(shared)
            .config(
                "curved.yaml",
                "poincare, concepts: 2, dimension: 2",
                "poincare, concepts: 3, dimension: 2, learnCurvature: true");
    Path out = shared.resolve("out");
    Ran ran = Ran.concepts("compare", config.toString(), "--output", out.toString());
    assertEquals(Main.DONE, ran.exit(), ran.err());
    euclidean = out.resolve("models").resolve("euclidean-2x2-seed-1");
    poincare = out.resolve("models").resolve("poincare-3x2-learnCurvature-seed-1");
  }

  private static Ran encode(Path model, String... arguments) {
    return Ran.concepts(
        Stream.concat(Stream.of("encode", model.toString()), Stream.of(arguments))
            .toArray(String[]::new));
  }

  private static List<JsonObject> objects(String lines) {
    return lines.lines().map(line -> JsonParser.parseString(line).getAsJsonObject()).toList();
  }

  private static double[] doubles(JsonElement array) {
    return StreamSupport.stream(array.getAsJsonArray().spliterator(), false)
        .mapToDouble(JsonElement::getAsDouble)
        .toArray();
  }

  private static double[] row(NDArray array, int row) {
    double[] all = HostCopies.toDoubles(array);
    int width = all.length / (int) array.getShape().get(0);
    return Arrays.copyOfRange(all, row * width, (row + 1) * width);
  }

  /** Points are those of the Java API, in the order of the texts. */
  @Test
  void programsGetWhatTheJavaApiGives() {
    List<String> texts = List.of("the text of kind 3", "the thing", "of everything kind");
    for (Path folder : List.of(euclidean, poincare)) {
      Ran ran =
          encode(
              folder,
              "--text",
              texts.get(0),
              "--text",
              texts.get(1),
              "--text",
              texts.get(2),
              "--json",
              "-");
      assertEquals(Main.DONE, ran.exit(), ran.err());
      assertEquals("", ran.err());
      List<JsonObject> objects = objects(ran.out());
      assertEquals(texts, objects.stream().map(o -> o.get("text").getAsString()).toList());
      try (NDManager manager = NDManager.newBaseManager()) {
        TrainedModel model =
            ModelDirectory.load(folder, Plugins.load(EncodeTest.class.getClassLoader()), manager);
        try (ModelPass pass = model.pass()) {
          Level level = model.concepts(pass, texts).summary();
          for (int i = 0; i < texts.size(); i++) {
            JsonObject object = objects.get(i);
            same(row(level.pooled(), i), doubles(object.get("pooled")), level);
            same(level, i, object.getAsJsonArray("levels"));
          }
        }
      }
    }
  }

  private static void same(Level level, int text, JsonArray levels) {
    assertEquals(1, levels.size());
    JsonObject told = levels.get(0).getAsJsonObject();
    assertEquals(level.spec().name(), told.get("name").getAsString());
    assertEquals(level.spec().geometry().toString(), told.get("geometry").getAsString());
    assertEquals(level.spec().dimension(), told.get("dimension").getAsInt());
    JsonObject parameters = told.getAsJsonObject("parameters");
    assertEquals(level.bound().parameters().keySet(), parameters.keySet());
    level
        .bound()
        .parameters()
        .forEach((name, value) -> assertEquals(value, parameters.get(name).getAsDouble()));
    double[] points =
        StreamSupport.stream(told.getAsJsonArray("concepts").spliterator(), false)
            .flatMapToDouble(
                concept -> Arrays.stream(doubles(concept.getAsJsonObject().get("point"))))
            .toArray();
    same(row(level.points(), text), points, level);
  }

  /** To the bit of the geometry's type. */
  private static void same(double[] computed, double[] told, Level level) {
    boolean narrow = level.spec().geometry().type() == DataType.FLOAT32;
    assertEquals(computed.length, told.length);
    for (int i = 0; i < told.length; i++) {
      assertEquals(computed[i], narrow ? (float) told[i] : told[i]);
    }
  }

  @Test
  void attentionTellsTokensByTheirWeights() {
    Ran ran = encode(poincare, "--text", "the kind of thing", "--json", "-", "--attention");
    JsonArray concepts =
        objects(ran.out())
            .get(0)
            .getAsJsonArray("levels")
            .get(0)
            .getAsJsonObject()
            .getAsJsonArray("concepts");
    assertEquals(3, concepts.size());
    String[] tokens = {"the", " kind", " of", " thing"};
    for (JsonElement concept : concepts) {
      double sum = 0;
      double last = 1;
      for (JsonElement one : concept.getAsJsonObject().getAsJsonArray("attention")) {
        JsonObject looked = one.getAsJsonObject();
        assertEquals(tokens[looked.get("at").getAsInt()], looked.get("token").getAsString());
        double weight = looked.get("weight").getAsDouble();
        assertTrue(weight <= last);
        last = weight;
        sum += weight;
      }
      assertEquals(1, sum, 1e-6, "four tokens, all told");
    }
    String without = encode(poincare, "--text", "the kind", "--json", "-").out();
    assertFalse(without.contains("attention"), without);
  }

  @Test
  void peopleGetASummary() {
    Ran ran = encode(euclidean, "--text", "the kind", "--text", "Zzyzx kind");
    assertEquals(Main.DONE, ran.exit(), ran.err());
    String told = ran.out().replace("\r\n", "\n").replaceAll("0\\.\\d\\d", "0.dd");
    assertTrue(
        told.matches(
            """
            'the kind': 2 tokens
              concepts: 2 of 2 live, Euclidean of dimension 2
                0 '(the|kind)' 0.dd, '(the|kind)' 0.dd
                1 '(the|kind)' 0.dd, '(the|kind)' 0.dd
            'Zzyzx kind': 4 tokens, 3 of them unknown
              concepts: 2 of 2 live, Euclidean of dimension 2
                0 .*
                1 .*
            """),
        told);
    assertEquals("", ran.err());
  }

  /** Batches are of 256 texts. */
  @Test
  void filesAndStandardInputKeepTheirOrder() throws IOException {
    SmallData data = new SmallData(folder);
    List<String> texts =
        IntStream.range(0, 700).mapToObj(i -> "the text " + "of ".repeat(i % 5) + i).toList();
    Path lines = data.write("lines.txt", String.join("\n\n", texts) + "\n");
    StringBuilder pairs = new StringBuilder("id\ttext\n");
    texts.forEach(
        text -> pairs.append("n").append(text.hashCode()).append('\t').append(text).append('\n'));
    Path tsv = data.write("pairs.tsv", pairs.toString());
    Path json = folder.resolve("concepts.jsonl");
    Ran ofFile = encode(poincare, "--file", lines.toString(), "--json", json.toString());
    assertEquals(Main.DONE, ofFile.exit(), ofFile.err());
    assertEquals("concepts: note: blank lines skipped: 699\n", ofFile.err());
    List<JsonObject> first = objects(Files.readString(json));
    assertEquals(texts, first.stream().map(o -> o.get("text").getAsString()).toList());
    List<JsonObject> second =
        objects(encode(poincare, "--file", tsv.toString(), "--json", "-").out());
    assertEquals(
        texts.stream().map(text -> "n" + text.hashCode()).toList(),
        second.stream().map(o -> o.get("id").getAsString()).toList());
    InputStream before = System.in;
    try {
      System.setIn(new ByteArrayInputStream(String.join("\n", texts).getBytes(UTF_8)));
      List<JsonObject> third = objects(encode(poincare, "-", "--json", "-").out());
      assertEquals(first, third);
    } finally {
      System.setIn(before);
    }
    for (int i = 0; i < texts.size(); i++) {
      assertEquals(first.get(i).get("pooled"), second.get(i).get("pooled"));
    }
    // Alone, the numbers are rounded differently at most.
    Ran alone = encode(poincare, "--text", texts.get(699), "--json", "-");
    assertArrayEquals(
        doubles(first.get(699).get("pooled")),
        doubles(objects(alone.out()).get(0).get("pooled")),
        1e-6);
  }

  @Test
  void pooledPointsGoIntoAFileOfVectors() {
    SmallData data = new SmallData(folder);
    StringBuilder pairs = new StringBuilder();
    IntStream.range(0, 1500).forEach(i -> pairs.append("n" + i + "\tthe text of " + i + "\n"));
    Path file = data.write("pairs.tsv", pairs.toString());
    Path npy = folder.resolve("points.npy");
    Ran ran =
        encode(poincare, "--file", file.toString(), "--json", "-", "--vectors", npy.toString());
    assertEquals(Main.DONE, ran.exit(), ran.err());
    NodeVectors vectors = VectorFiles.read(npy);
    List<JsonObject> told = objects(ran.out());
    assertEquals(1500, vectors.size());
    for (int i = 0; i < told.size(); i++) {
      double[] pooled = doubles(told.get(i).get("pooled"));
      assertEquals("n" + i, vectors.ids().get(i));
      assertEquals(pooled.length, vectors.width());
      for (int k = 0; k < pooled.length; k++) {
        assertEquals(pooled[k], vectors.get(i, k));
      }
    }
    Path text = folder.resolve("points.txt");
    encode(euclidean, "--text", "the kind", "--text", "the text", "--vectors", text.toString());
    assertEquals(List.of("1", "2"), VectorFiles.read(text).ids());
  }

  @Test
  void aTextOfUnknownTokensIsEncodedAndNoted() {
    Ran ran = encode(euclidean, "--text", "Zzyzx", "--text", "the kind", "--json", "-");
    assertEquals(Main.DONE, ran.exit(), ran.err());
    assertEquals(
        "concepts: note: texts without a known token: 1, the first 'Zzyzx'; their concepts tell their"
            + " length at most\n",
        ran.err());
    JsonObject text = objects(ran.out()).get(0);
    assertEquals(text.get("tokens"), text.get("unknown"));
    for (double x : doubles(text.get("pooled"))) {
      assertTrue(Double.isFinite(x));
    }
  }

  /** Of a megabyte the first tokens are read, as of any long text. */
  @Test
  void aHugeTextIsCut() {
    SmallData data = new SmallData(folder);
    String huge = "the kind of thing ".repeat(60_000).strip();
    Path file = data.write("huge.txt", huge + "\n" + huge.substring(0, 10_000) + "\n");
    Ran ran = encode(euclidean, "--file", file.toString(), "--json", "-");
    assertEquals(Main.DONE, ran.exit(), ran.err());
    List<JsonObject> texts = objects(ran.out());
    assertEquals(huge, texts.get(0).get("text").getAsString());
    assertEquals(texts.get(0).get("tokens"), texts.get(1).get("tokens"));
    assertEquals(texts.get(0).get("pooled"), texts.get(1).get("pooled"));
    Ran told = encode(euclidean, "--file", file.toString());
    assertTrue(told.out().length() < 1000, "people get its beginning");
  }

  /** A text is the mean of its concepts' tangents. */
  @Test
  void textsMayHaveLabels() throws IOException {
    Path texts = Files.writeString(folder.resolve("texts.txt"), "a cat\na dog\na thing\n", UTF_8);
    Path labels = Files.writeString(folder.resolve("labels.txt"), "pet\npet\nnone\n", UTF_8);
    Ran ran =
        Ran.concepts(
            "analyze",
            poincare.toString(),
            "--texts",
            texts.toString(),
            "--labels",
            labels.toString(),
            "--json",
            "-");
    assertEquals(Main.DONE, ran.exit(), ran.err());
    JsonObject results = JsonParser.parseString(ran.out()).getAsJsonObject();
    assertEquals(1, results.get("nc1_directions").getAsInt());
    assertTrue(results.get("nc1").getAsDouble() >= 0, ran.out());
  }

  /** All three concepts of each of two texts, in a geometry that has learned its curvature. */
  @Test
  void conceptsOfAModelAreAnalysed() throws IOException {
    Path texts = Files.writeString(folder.resolve("texts.txt"), "a cat\na large dog\n", UTF_8);
    Ran ran =
        Ran.concepts("analyze", poincare.toString(), "--texts", texts.toString(), "--json", "-");
    assertEquals(Main.DONE, ran.exit(), ran.err());
    JsonObject results = JsonParser.parseString(ran.out()).getAsJsonObject();
    assertEquals(2, results.get("inputs").getAsInt());
    assertEquals(3, results.get("concepts").getAsInt());
    assertEquals(2, results.get("dimension").getAsInt());
    assertTrue(results.get("geometry").getAsString().startsWith("PoincareBall"));
    assertTrue(results.get("mst_length_geodesic").getAsDouble() > 0);
    assertTrue(results.get("effective_rank_per_sample").getAsDouble() >= 1);
    int points = 0;
    for (JsonElement count : results.getAsJsonArray("radius_histogram")) {
      points += count.getAsInt();
    }
    assertEquals(6, points);
    // tangents at a Fréchet mean have the mean 0, hence the same rank around it
    assertEquals(
        results.get("effective_rank_centred").getAsDouble(),
        results.get("effective_rank").getAsDouble(),
        1e-4);
    Path other = folder.resolve("other.vec");
    Files.writeString(other, "6 2\na 1 0\nb 0 1\nc 1 1\nd -1 0\ne 0 -1\nf 1 -1\n", UTF_8);
    Ran beside =
        Ran.concepts(
            "analyze",
            poincare.toString(),
            "--texts",
            texts.toString(),
            "--positives",
            other.toString(),
            "--json",
            "-");
    assertEquals(Main.DONE, beside.exit(), beside.err());
    JsonObject aligned = JsonParser.parseString(beside.out()).getAsJsonObject();
    assertTrue(aligned.get("alignment").getAsDouble() > 0, beside.out());
    Ran flat = Ran.concepts("analyze", euclidean.toString(), "--texts", texts.toString());
    assertTrue(flat.out().contains("mst_length_geodesic"), flat.out());
    assertTrue(flat.out().contains("points as they are in "), flat.out());
    Files.writeString(texts, "a cat\n", UTF_8);
    Ran one =
        Ran.concepts("analyze", euclidean.toString(), "--texts", texts.toString(), "--json", "-");
    JsonObject few = JsonParser.parseString(one.out()).getAsJsonObject();
    assertTrue(
        few.getAsJsonObject("not_measured").has("intrinsic_dimension_twonn_geodesic"), one.out());
    assertTrue(few.getAsJsonObject("not_measured").has("across_input_variance_share"), one.out());
    // two vectors as they are; around their mean they would be opposite
    assertTrue(few.get("anisotropy").getAsDouble() > -0.999, one.out());
    Ran.concepts("analyze", euclidean.toString())
        .refusedWith(
            euclidean
                + ": is a folder; give texts with --texts if it is a model's, or name a file");
  }
}
