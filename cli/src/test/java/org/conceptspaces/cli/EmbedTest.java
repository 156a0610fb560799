package org.conceptspaces.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Points for a tree of 21 nodes, from the command line to the files. */
class EmbedTest {

  private static final String PRODUCT =
      "parts=[{space: euclidean, dimension: 2}, {space: lorentz, share: 1}]";

  /** What depends on the clock. */
  private static final List<String> TIMES = List.of("seconds", "triples_per_second");

  @TempDir private Path folder = Path.of("");

  private SmallData data = new SmallData(folder);

  @BeforeEach
  void prepare() {
    data = new SmallData(folder);
  }

  private Ran embed(String out, String... more) {
    String[] basis = {
      "embed",
      data.path("edges.tsv").toString(),
      "--output",
      folder.resolve(out).toString(),
      "--threads",
      "1",
      "--dimension",
      "4"
    };
    return Ran.concepts(
        Stream.concat(Arrays.stream(basis), Arrays.stream(more)).toArray(String[]::new));
  }

  private JsonObject done(String out, String... more) throws IOException {
    Ran ran = embed(out, more);
    assertEquals(Main.DONE, ran.exit(), ran.err());
    ran.tellsNoTrace();
    return json(Files.readString(folder.resolve(out).resolve("results.json")));
  }

  private static JsonObject json(String text) {
    return JsonParser.parseString(text).getAsJsonObject();
  }

  @Test
  void writesPointsAndResultsAndTellsThem() throws IOException {
    Ran ran = embed("out", "--option", "epochs=20");
    assertEquals(Main.DONE, ran.exit(), ran.err());
    Path out = folder.resolve("out");
    assertTrue(
        ran.err()
            .startsWith(
                "edges.tsv: 21 nodes, 36 pairs; poincare of dimension 4, by 1 threads, into "
                    + out
                    + "\nepoch 2/20: loss "),
        ran.err());
    assertTrue(ran.out().startsWith("edges.tsv in "), ran.out());
    assertTrue(ran.out().endsWith("\nPoints: " + out + "\n"), ran.out());
    JsonObject results = json(Files.readString(out.resolve("results.json")));
    for (String key :
        List.of(
            "nodes",
            "pairs",
            "space",
            "dimension",
            "method",
            "seconds",
            "triples_per_second",
            "map",
            "mean_rank",
            "average_distortion",
            "worst_distortion",
            "edge_share")) {
      assertTrue(results.has(key), key);
    }
    assertEquals(21, results.get("nodes").getAsInt());
    assertEquals(36, results.get("pairs").getAsInt());
    assertEquals("poincare", results.get("space").getAsString());
    assertEquals(4, results.get("dimension").getAsInt());
    assertEquals("train", results.get("method").getAsString());
    assertEquals("pairs", results.get("engine").getAsString());
    assertEquals(1, results.get("threads").getAsInt());
    assertEquals(0, results.get("edge_share").getAsDouble());
    assertEquals("21 4", Files.readAllLines(out.resolve("vectors.txt")).get(0));
    assertEquals(
        List.of("SHA256SUMS", "embedding.json", "ids.txt", "points.npy"),
        names(out.resolve("embedding")));
    assertFalse(Files.exists(out.resolve("checkpoint.bin")));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  @Test
  void jsonHasStandardOutputForItself() throws IOException {
    Ran ran = embed("out", "--option", "epochs=5", "--json", "-");
    assertEquals(Main.DONE, ran.exit(), ran.err());
    assertEquals(json(Files.readString(folder.resolve("out/results.json"))), json(ran.out()));
  }

  @Test
  void oneThreadAndASeedFixEveryBit() throws IOException {
    JsonObject first = done("first", "--option", "epochs=30");
    JsonObject second = done("second", "--option", "epochs=30");
    JsonObject other = done("other", "--option", "epochs=30", "--seed", "2");
    for (String time : TIMES) {
      first.remove(time);
      second.remove(time);
    }
    assertEquals(first, second);
    assertArrayEquals(points("first"), points("second"));
    assertFalse(Arrays.equals(points("first"), points("other")));
    assertTrue(other.get("map").getAsDouble() > 0);
  }

  private byte[] points(String out) throws IOException {
    return Files.readAllBytes(folder.resolve(out).resolve("embedding/points.npy"));
  }

  static Stream<Arguments> geometries() {
    return Stream.of(
        Arguments.of("poincare", "pairs", "curvature=0.5"),
        Arguments.of("poincare", "tensor", "engine=tensor"),
        Arguments.of("poincare", "tensor", "learnCurvature=true"),
        Arguments.of("lorentz", "pairs", "curvature=2"),
        Arguments.of("lorentz", "pairs", "parametrisation=tangents"),
        Arguments.of("poincare", "pairs", "parametrisation=points"),
        Arguments.of("euclidean", "pairs", "energy=squared-distance"),
        Arguments.of("product", "pairs", PRODUCT),
        Arguments.of(
            "product", "tensor", PRODUCT.replace("lorentz", "lorentz, learnCurvature: true")));
  }

  /** What was written is what was measured: evaluated again, it comes to the same figures. */
  @ParameterizedTest
  @MethodSource
  void geometries(String space, String engine, String option) throws IOException {
    JsonObject embedded =
        done("out", "--space", space, "--option", option, "--option", "epochs=40");
    assertEquals(engine, embedded.get("engine").getAsString());
    assertTrue(embedded.get("map").getAsDouble() > 0.5, embedded.toString());
    Ran ran =
        Ran.concepts(
            "evaluate",
            folder.resolve("out").toString(),
            "--edges",
            data.path("edges.tsv").toString(),
            "--threads",
            "1",
            "--json",
            "-");
    assertEquals(Main.DONE, ran.exit(), ran.err());
    JsonObject evaluated = json(ran.out());
    for (String key :
        List.of(
            "space",
            "dimension",
            "nodes",
            "pairs",
            "map",
            "mean_rank",
            "average_distortion",
            "worst_distortion",
            "depth_correlation",
            "edge_share",
            "largest_norm")) {
      assertEquals(embedded.get(key), evaluated.get(key), key);
    }
  }

  /** A ball of 4 dimensions has room for this tree: no node is nearer than an ancestor. */
  @Test
  void aTreeThatFitsIsKeptWithoutAMistake() throws IOException {
    JsonObject results = done("out");
    assertEquals(1, results.get("map").getAsDouble());
    assertEquals(1, results.get("mean_rank").getAsDouble());
  }

  @Test
  void edgesAreTrainedOnIfThatIsAskedFor() throws IOException {
    JsonObject results = done("out", "--option", "relation=edges", "--option", "symmetric=true");
    assertEquals(40, results.get("pairs").getAsInt());
  }
}
