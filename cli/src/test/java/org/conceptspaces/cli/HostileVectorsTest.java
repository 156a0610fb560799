package org.conceptspaces.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code evaluate} cannot rank: one message, exit code 2. */
class HostileVectorsTest {

  private static final String EDGES = "a\tr\nb\tr\nx\ts\n";
  private static final String VECTORS = "5 2\nr 0 0\na 0.5 0\nb 0 0.5\ns -0.5 0\nx -0.7 0\n";

  @TempDir private Path folder = Path.of("");

  private Ran evaluate(String vectors, String... more) {
    SmallData data = new SmallData(folder);
    String[] basis = {
      "evaluate",
      data.write("vectors.txt", vectors).toString(),
      "--edges",
      data.write("edges.tsv", EDGES).toString()
    };
    return Ran.concepts(
        Stream.concat(Arrays.stream(basis), Arrays.stream(more)).toArray(String[]::new));
  }

  /** What is replaced in the vectors, by what, the geometry, and what is said to that. */
  static Stream<Arguments> vectors() {
    String mend = "; name the geometry that the vectors are of (--space), or mend them";
    String norm = "; its Euclidean norm is ".substring(1);
    return Stream.of(
        Arguments.of(
            "b 0 0.5",
            "b 0 1.5",
            "poincare",
            "the vector of 'b' is no point of poincare:"
                + norm
                + "1.5, that of the nearest point that can be computed with {edge}"
                + mend),
        Arguments.of(
            "r 0 0",
            "r 1.0001 0",
            "poincare",
            "the vector of 'r' is no point of poincare:"
                + norm
                + "1.0001, that of the nearest point that can be computed with {edge}"
                + mend),
        Arguments.of(
            "a 0.5 0",
            "a NaN 0",
            "poincare",
            "{file}: coordinate 1 of 'a' (vector 2) is NaN, not a finite number"),
        Arguments.of(
            "a 0.5 0",
            "a 0.5 Infinity",
            "euclidean",
            "{file}: coordinate 2 of 'a' (vector 2) is Infinity, not a finite number"),
        Arguments.of(
            "a 0.5 0",
            "z 0.5 0",
            "euclidean",
            "1 of 5 nodes have no vector, 'a' for instance; give vectors that were made of this"
                + " hierarchy"),
        Arguments.of(
            "a 0.5 0",
            "a 0.5",
            "euclidean",
            "{file}, line 3: has 2 fields, but needs 3, an id without spaces and 2 numbers,"
                + " separated by one space"),
        Arguments.of(
            "r 0 0",
            "r 0 0",
            "poincar",
            "plugins: no geometry is called 'poincar'; did you mean poincare? Known: euclidean,"
                + " lorentz, poincare, product"));
  }

  @ParameterizedTest
  @MethodSource
  void vectors(String present, String wanted, String space, String message) {
    Ran ran = evaluate(VECTORS.replace(present, wanted), "--space", space);
    assertEquals(Main.BAD_INPUT, ran.exit(), ran.err());
    assertEquals("", ran.out());
    String said = ran.err().replaceAll("0\\.9999999\\d*", "{edge}").strip();
    assertEquals(
        "concepts: " + message.replace("{file}", folder.resolve("vectors.txt").toString()), said);
  }

  /** The hyperboloid has a coordinate that follows from the others. */
  @Test
  void vectorsOfTheBallAreNotOnTheHyperboloid() {
    Ran ran = evaluate(VECTORS, "--space", "lorentz");
    assertEquals(Main.BAD_INPUT, ran.exit(), ran.err());
    assertTrue(
        ran.err().startsWith("concepts: the vector of 'a' is no point of lorentz: its Euclidean"),
        ran.err());
  }

  /** Four bytes round a point of the open ball to its boundary: it is taken for one inside. */
  @Test
  void whatRoundingHasMovedOutIsTaken() {
    Ran ran = evaluate(VECTORS.replace("x -0.7 0", "x -1.00000012 0"), "--space", "poincare");
    assertEquals(Main.DONE, ran.exit(), ran.err());
    assertTrue(!ran.out().contains("NaN") && !ran.out().contains("Infinity"), ran.out());
  }

  /** Further arguments, and what is said to them. */
  static Stream<Arguments> lines() {
    return Stream.of(
        Arguments.of("", "{file}: does not tell the geometry of its vectors; give it with --space"),
        Arguments.of(
            "--option curvature=1", "--option is for the geometry of --space, which is not given"),
        Arguments.of(
            "--space poincare --option rate=3",
            "--option rate=3: wants an option of poincare; known: curvature, learnCurvature,"
                + " precision"),
        Arguments.of(
            "--space poincare --option curvatur=3",
            "--option curvatur=3: wants an option of poincare; did you mean curvature? Known:"
                + " curvature, learnCurvature, precision"),
        Arguments.of(
            "--space poincare --option curvature=-1",
            "command line: --option curvature = -1: wants a number above 0"),
        Arguments.of(
            "--space poincare --option learnCurvature=true",
            "--space poincare: learns, and a file of vectors does not hold what; give an option"
                + " that fixes it, or the folder that embed has written"),
        Arguments.of("--space euclidean --threads 0", "--threads 0: wants 1 to 1024"),
        Arguments.of(
            "--space euclidean --protocol closur",
            "Invalid value for option '--protocol': expected one of [closure, neighbours]"
                + " (case-sensitive) but was 'closur'\nTry 'concepts evaluate --help'."));
  }

  @ParameterizedTest
  @MethodSource
  void lines(String line, String message) {
    String[] more = line.isEmpty() ? new String[0] : line.split(" ", -1);
    evaluate(VECTORS, more)
        .refusedWith(message.replace("{file}", folder.resolve("vectors.txt").toString()));
  }

  @Test
  void whatIsNoVectors() {
    Path edges = new SmallData(folder).path("edges.tsv");
    for (String name : new String[] {"nosuch.npy", "nosuch"}) {
      Path missing = folder.resolve(name);
      Ran.concepts("evaluate", missing.toString(), "--edges", edges.toString())
          .refusedWith(missing + ": there is no such file; check the path");
    }
    Ran.concepts("evaluate", folder.toString(), "--edges", edges.toString())
        .refusedWith(folder + ": holds no embedding.json; name a folder that embed has written");
    Ran.concepts("evaluate", edges.toString(), "--edges", edges.toString())
        .refusedWith(
            edges
                + ": unknown format; vectors are kept in .npy, in .txt, .vec or .w2v (word2vec's"
                + " text), or in a folder with embedding.json");
  }

  /** The dimension of a product is less than its coordinates, by one for each hyperboloid. */
  @Test
  void theDimensionOfAProductIsFound() {
    String vectors = "5 4\nr 0 0 1 0\na 1 0 1 0\nb 0 1 1 0\ns 9 9 1 0\nx 9 9.5 1 0\n";
    Ran ran =
        evaluate(
            vectors,
            "--space",
            "product",
            "--option",
            "parts=[{space: euclidean, dimension: 2}, {space: lorentz, dimension: 1}]");
    assertEquals(Main.DONE, ran.exit(), ran.err());
    assertTrue(ran.out().contains(", dimension 3, protocol closure,"), ran.out());
    assertTrue(ran.out().contains("\n  map                  1.0000\n"), ran.out());
  }
}
