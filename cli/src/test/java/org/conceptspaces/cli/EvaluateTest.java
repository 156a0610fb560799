package org.conceptspaces.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.List;
import org.conceptspaces.taxonomy.vectors.NodeVectors;
import org.conceptspaces.taxonomy.vectors.Precision;
import org.conceptspaces.taxonomy.vectors.VectorFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Given points whose ranks can be told by hand. */
class EvaluateTest {

  private static final double ROUNDING = 1e-12;

  @TempDir private Path folder = Path.of("");

  private JsonObject evaluate(Path vectors, String edges, String... more) {
    SmallData data = new SmallData(folder);
    String[] basis = {
      "evaluate",
      vectors.toString(),
      "--edges",
      data.write("tree.tsv", edges).toString(),
      "--json",
      "-"
    };
    String[] all = new String[basis.length + more.length];
    System.arraycopy(basis, 0, all, 0, basis.length);
    System.arraycopy(more, 0, all, basis.length, more.length);
    Ran ran = Ran.concepts(all);
    assertEquals(Main.DONE, ran.exit(), ran.err());
    assertEquals("", ran.err());
    return JsonParser.parseString(ran.out()).getAsJsonObject();
  }

  private Path vectors(String name, Precision precision, int width, List<String> ids, double... x) {
    Path file = folder.resolve(name);
    VectorFiles.write(file, new NodeVectors(ids, x, width), precision);
    return file;
  }

  /**
   * Points on a line: the root at 0, its children at 1 and 3. For the far child its sibling is
   * nearer than its parent; everything else is in order.
   */
  @ParameterizedTest
  @CsvSource({"line.npy, FLOAT64", "line.npy, FLOAT32", "line.txt, FLOAT64", "line.vec, FLOAT32"})
  void pointsOnALineRankAsByHand(String name, Precision precision) {
    Path line = vectors(name, precision, 1, List.of("far", "stranger", "root", "near"), 3, 7, 0, 1);
    String edges = "near\troot\nfar\troot\n";
    JsonObject closure = evaluate(line, edges, "--space", "euclidean");
    assertEquals((1 + 1 / 2.0) / 2, closure.get("map").getAsDouble(), ROUNDING);
    assertEquals((1 + 2) / 2.0, closure.get("mean_rank").getAsDouble(), ROUNDING);
    assertEquals(2, closure.get("pairs").getAsInt());
    assertEquals("closure", closure.get("protocol").getAsString());
    JsonObject neighbours =
        evaluate(line, edges, "--space", "euclidean", "--protocol", "neighbours");
    assertEquals((1 + 1 + 1 / 2.0) / 3, neighbours.get("map").getAsDouble(), ROUNDING);
    assertEquals((1 + 1 + 1 + 2) / 4.0, neighbours.get("mean_rank").getAsDouble(), ROUNDING);
    assertEquals(4, neighbours.get("pairs").getAsInt());
  }

  /**
   * A star around the origin: leaves are nearer to the centre than to each other, by both
   * protocols, in every model whose coordinates these are.
   */
  @ParameterizedTest
  @ValueSource(strings = {"euclidean", "poincare"})
  void aStarIsPerfect(String space) {
    double r = 0.9;
    Path star =
        vectors(
            "star.txt",
            Precision.FLOAT64,
            2,
            List.of("centre", "east", "north", "west", "south"),
            new double[] {0, 0, r, 0, 0, r, -r, 0, 0, -r});
    String edges = "east\tcentre\nnorth\tcentre\nwest\tcentre\nsouth\tcentre\n";
    for (String protocol : List.of("closure", "neighbours")) {
      JsonObject results = evaluate(star, edges, "--space", space, "--protocol", protocol);
      assertEquals(1, results.get("map").getAsDouble());
      assertEquals(1, results.get("mean_rank").getAsDouble());
      double norm = space.equals("euclidean") ? r : Math.log((1 + r) / (1 - r));
      assertEquals(norm, results.get("largest_norm").getAsDouble(), ROUNDING);
    }
  }

  /** Both models of the hyperbolic plane tell the same distances. */
  @Test
  void theHyperboloidIsTheBall() {
    Path ball =
        vectors("ball.txt", Precision.FLOAT64, 1, List.of("a", "b", "c"), Math.tanh(0.5), 0, -0.3);
    double c = Math.log(0.7 / 1.3); // twice the area tangent of −0.3
    Path hyperboloid =
        vectors(
            "hyperboloid.txt",
            Precision.FLOAT64,
            2,
            List.of("a", "b", "c"),
            new double[] {Math.cosh(1), Math.sinh(1), 1, 0, Math.cosh(c), Math.sinh(c)});
    String edges = "a\tb\nb\tc\n";
    JsonObject ofBall = evaluate(ball, edges, "--space", "poincare");
    JsonObject ofHyperboloid = evaluate(hyperboloid, edges, "--space", "lorentz");
    assertEquals(1, ofHyperboloid.get("dimension").getAsInt());
    for (String key :
        List.of("map", "mean_rank", "average_distortion", "worst_distortion", "largest_norm")) {
      assertEquals(ofBall.get(key).getAsDouble(), ofHyperboloid.get(key).getAsDouble(), 1e-9, key);
    }
  }

  @Test
  void peopleReadATable() {
    Path line = vectors("line.txt", Precision.FLOAT64, 1, List.of("far", "root", "near"), 3, 0, 1);
    Path edges = new SmallData(folder).write("tree.tsv", "near\troot\nfar\troot\n");
    Ran ran =
        Ran.concepts(
            "evaluate", line.toString(), "--edges", edges.toString(), "--space", "euclidean");
    assertEquals(Main.DONE, ran.exit(), ran.err());
    assertTrue(ran.out().contains("dimension 1, protocol closure, "), ran.out());
    assertTrue(ran.out().contains("\n  map                  0.7500\n"), ran.out());
  }
}
