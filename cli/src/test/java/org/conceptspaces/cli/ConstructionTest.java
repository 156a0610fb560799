package org.conceptspaces.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Points without training, against the figures of {@code reference/algorithms.md}. */
class ConstructionTest {

  @TempDir private Path folder = Path.of("");

  private SmallData data = new SmallData(folder);
  private Path binary = folder;
  private Path out = folder;

  @BeforeEach
  void prepare() {
    data = new SmallData(folder);
    out = folder.resolve("out");
    StringBuilder edges = new StringBuilder();
    for (int node = 1; node < 31; node++) {
      edges.append("n").append(node).append("\tn").append((node - 1) / 2).append("\n");
    }
    binary = data.write("binary.tsv", edges.toString());
  }

  private Ran embed(Path source, String... more) {
    String[] arguments = {"embed", source.toString(), "--output", out.toString()};
    return Ran.concepts(
        Stream.concat(Stream.of(arguments), Stream.of(more)).toArray(String[]::new));
  }

  private JsonObject results() throws IOException {
    return JsonParser.parseString(Files.readString(out.resolve("results.json"))).getAsJsonObject();
  }

  @Test
  void aBinaryTreeIsPlacedWithTheKnownFigures() throws IOException {
    Ran ran = embed(binary, "--method", "sarkar", "--dimension", "2", "--option", "distortion=1");
    assertEquals(Main.DONE, ran.exit(), ran.err());
    JsonObject results = results();
    assertEquals("sarkar", results.get("method").getAsString());
    assertEquals("neighbours", results.get("protocol").getAsString());
    assertEquals("poincare", results.get("space").getAsString());
    assertEquals(60, results.get("pairs").getAsInt());
    assertEquals(1, results.get("map").getAsDouble());
    assertEquals(3.4708, results.get("tau").getAsDouble(), 5e-5);
    assertEquals(0.0534, results.get("average_distortion").getAsDouble(), 5e-5);
    assertEquals(1.0789, results.get("worst_distortion").getAsDouble(), 5e-5);
    assertEquals("31", results.get("distortion_sources").getAsString());
    assertTrue(results.get("bits").getAsInt() > 4 * 3.47 / Math.log(2), results::toString);
    assertEquals("0", results.get("collapsed").getAsString());
    assertFalse(results.has("tree_map"), "a tree is its own spanning tree");
    assertTrue(
        ran.out().contains(" bits each; as doubles, which are saved, 0 of 31 points fall onto"),
        ran.out());
  }

  /** No point is lost to rounding here, so that what was saved says the same. */
  @Test
  void whatIsSavedRanksAsWellWhereDoublesHaveTheDigits() throws IOException {
    embed(binary, "--method", "sarkar", "--dimension", "2", "--option", "distortion=1");
    Path again = folder.resolve("again.json");
    Ran ran =
        Ran.concepts(
            "evaluate",
            out.toString(),
            "--edges",
            binary.toString(),
            "--protocol",
            "neighbours",
            "--json",
            again.toString());
    assertEquals(Main.DONE, ran.exit(), ran.err());
    JsonObject evaluated = JsonParser.parseString(Files.readString(again)).getAsJsonObject();
    assertEquals(1, evaluated.get("map").getAsDouble());
    assertEquals(
        results().get("worst_distortion").getAsDouble(),
        evaluated.get("worst_distortion").getAsDouble(),
        1e-6);
  }

  @Test
  void whatSpanningCostsIsTold() throws IOException {
    // a cycle of four: each tree has three of its edges, and ends that are neighbours lie apart
    Path cycle = data.write("cycle.tsv", "b\ta\nc\ta\nd\tb\nd\tc\n");
    Ran ran = embed(cycle, "--method", "sarkar", "--dimension", "2");
    assertEquals(Main.DONE, ran.exit(), ran.err());
    assertEquals(1, results().get("tree_map").getAsDouble());
    // ends see (1 + 2/3)/2, the others both neighbours first
    assertEquals((2 * (1 + 2.0 / 3) / 2 + 2) / 4, results().get("map").getAsDouble(), 1e-12);
    assertTrue(results().get("worst_distortion").getAsDouble() > 2.5);
    assertTrue(results().get("tree_worst_distortion").getAsDouble() < 1.1);
    assertTrue(ran.out().contains("\n1 of 4 edges are not in the spanning tree"), ran.out());
  }

  @Test
  void scalingFindsTheDistancesOfAStar() throws IOException {
    Path star = data.write("star.tsv", "b\ta\nc\ta\nd\ta\n");
    Ran ran = embed(star, "--method", "hmds", "--dimension", "3", "--option", "tau=8");
    assertEquals(Main.DONE, ran.exit(), ran.err());
    assertEquals(1, results().get("map").getAsDouble());
    assertEquals(8, results().get("tau").getAsDouble());
    assertTrue(results().get("average_distortion").getAsDouble() < 0.1, results()::toString);
    assertTrue(ran.out().contains(" eigenvalues are positive; 0 of 4 points fall"), ran.out());
  }

  @Test
  void aRootStandsAtTheOrigin() throws IOException {
    embed(binary, "--method", "sarkar", "--dimension", "3", "--option", "root=n7");
    assertEquals(
        "n7 0.0 0.0 0.0",
        Files.readAllLines(out.resolve("vectors.txt")).stream()
            .filter(line -> line.startsWith("n7 "))
            .findFirst()
            .orElseThrow()
            .replace("-0.0", "0.0"));
  }

  @Test
  void whatOtherMethodsHaveIsRefused() {
    embed(binary, "--method", "hmds", "--option", "distortion=1")
        .refusedWith(
            "--option distortion=1: is an option of --method sarkar; --method hmds has tau");
    embed(binary, "--method", "sarkar", "--option", "epochs=3")
        .refusedWith(
            "--option epochs=3: is an option of --method train; --method sarkar has distortion,"
                + " tau, spanningTree, root");
    embed(binary, "--method", "sarkar", "--option", "curvature=2")
        .refusedWith(
            "--option curvature=2: --method sarkar finds points of poincare at curvature 1, in"
                + " doubles; its options are distortion, tau, spanningTree, root");
    embed(binary, "--method", "sarkar", "--option", "spaningTree=distances")
        .refusedWith(
            "--option spaningTree=distances: wants an option of --method sarkar; did you mean"
                + " spanningTree? Known: distortion, tau, spanningTree, root");
    embed(binary, "--method", "sarkar", "--space", "lorentz")
        .refusedWith(
            "--space lorentz: --method sarkar finds points of poincare; leave --space out, or use"
                + " --method train");
    Ran trained = embed(binary, "--option", "distortion=1");
    assertEquals(Main.BAD_INPUT, trained.exit());
    assertTrue(
        trained
            .err()
            .startsWith(
                "concepts: --option distortion=1: is an option of --method sarkar; --method train"
                    + " has epochs, "),
        trained.err());
    assertFalse(Files.exists(out));
  }

  /** Found out in the middle: nothing is left behind, but for what was there before. */
  @Test
  void whatTurnsOutNotToBePossibleLeavesNothing() throws IOException {
    String far =
        "concepts: --method hmds: tau 300.0; times the largest distance, 8.0, it must be above 0 and at most"
            + " 300";
    refusedAtLast(embed(binary, "--method", "hmds", "--option", "tau=300"), far);
    assertFalse(Files.exists(out));
    Files.createDirectory(out);
    refusedAtLast(embed(binary, "--method", "hmds", "--option", "tau=300"), far);
    assertEquals(0, Objects.requireNonNull(out.toFile().list()).length);
    Files.writeString(out.resolve("notes.txt"), "mine");
    refusedAtLast(embed(binary, "--method", "hmds", "--option", "tau=300"), far);
    assertTrue(Files.exists(out.resolve("notes.txt")));
    Files.delete(out.resolve("notes.txt"));
    Files.delete(out.resolve("training.lock"));
    Files.delete(out);
    StringBuilder chain = new StringBuilder();
    for (int i = 1; i <= 40; i++) {
      chain.append(i).append('\t').append(i - 1).append('\n');
    }
    Path deep = data.write("chain.tsv", chain.toString());
    refusedAtLast(
        embed(deep, "--method", "sarkar", "--option", "tau=999999"),
        "concepts: --method sarkar: coordinates of this tree take ");
    assertFalse(Files.exists(out));
  }

  private static void refusedAtLast(Ran ran, String message) {
    assertEquals(Main.BAD_INPUT, ran.exit(), ran.err());
    assertTrue(ran.err().lines().skip(1).findFirst().orElse("").startsWith(message), ran.err());
    assertEquals(2, ran.err().lines().count(), ran.err());
    assertEquals("", ran.out());
  }

  @Test
  void whatCannotBeIsRefusedBeforeAFolderIsMade() {
    embed(binary, "--method", "sarkar", "--option", "tau=-1")
        .refusedWith("command line: --option tau = -1: wants a number from 0 to 999999");
    embed(binary, "--method", "sarkar", "--option", "root=n31")
        .refusedWith("--option root: there is no node 'n31'; did you mean 'n1'?");
    embed(binary, "--method", "sarkar", "--dimension", "1")
        .refusedWith("--method sarkar: dimension 1; it takes 2 at least");
    embed(binary, "--method", "sarkar", "--resume")
        .refusedWith("--resume: --method sarkar is never half done; leave it out");
    Path parts = data.write("parts.tsv", "b\ta\nd\tc\n");
    embed(parts, "--method", "hmds")
        .refusedWith(
            "--method hmds: takes a hierarchy in one part, and parts.tsv is in 2; use --method"
                + " sarkar");
    assertFalse(Files.exists(out));
  }
}
