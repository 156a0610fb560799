package org.conceptspaces.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code embed} cannot work with: one message, the right exit code, nothing left behind. */
class HostileEmbeddingTest {

  @TempDir private Path folder = Path.of("");

  private SmallData data = new SmallData(folder);
  private Path out = folder;

  @BeforeEach
  void prepare() {
    data = new SmallData(folder);
    out = folder.resolve("out");
  }

  private Ran embed(Path source, String... more) {
    String[] basis = {"embed", source.toString(), "--output", out.toString()};
    return Ran.concepts(
        Stream.concat(Arrays.stream(basis), Arrays.stream(more)).toArray(String[]::new));
  }

  /** A hierarchy, and what is said to it. */
  static Stream<Arguments> hierarchies() {
    String allOthers =
        " is related to all %d others, so that nothing is left to tell them from; train on the"
            + " direct edges, or give more nodes";
    return Stream.of(
        Arguments.of(
            "a\ta\nb\ta\n", "{file}, line 1: 'a' is given as its own parent; remove that edge"),
        Arguments.of("a\ta\n", "{file}, line 1: 'a' is given as its own parent; remove that edge"),
        Arguments.of(
            "a\tb\nc\ta\nb\ta\n",
            "{file}, line 1: the edges form a cycle of 2 nodes: 'a' → 'b' → 'a'; remove one of"
                + " these edges (the first stands in this line)"),
        Arguments.of("", "{file}: holds no data; each line needs child and parent"),
        Arguments.of("a\tb\n", "'a'" + allOthers.formatted(1)),
        Arguments.of("a\tb\nb\tc\nc\td\n", "'a'" + allOthers.formatted(3)));
  }

  @ParameterizedTest
  @MethodSource
  void hierarchies(String edges, String message) {
    Path file = data.write("edges.tsv", edges);
    embed(file).refusedWith(message.replace("{file}", file.toString()));
    assertFalse(Files.exists(out));
  }

  @Test
  void anIdOfTwoLinesIsRefusedBeforeTraining() {
    Path file = data.write("edges.csv", "child,parent\n\"two\nlines\",r\nb,r\nc,s\n");
    embed(file)
        .refusedWith(
            "edges.csv: the id 'two\\u000Alines' has a line end, and points are written with an id"
                + " on each line; rename the node");
    assertFalse(Files.exists(out));
  }

  /** Edges given twice, and parts that no edge connects, are no faults. */
  @Test
  void duplicatesAndPartsAreTaken() {
    Path file = data.write("edges.tsv", "a\tr\nb\tr\na\tr\nx\ts\ny\ts\na\tr\n");
    Ran ran = embed(file, "--option", "epochs=2", "--json", "-");
    assertEquals(Main.DONE, ran.exit(), ran.err());
    assertTrue(ran.err().startsWith("concepts: 2 edges were given again, and collapsed.\n"));
    assertTrue(ran.out().contains("\"nodes\": 6,\n  \"pairs\": 4,"), ran.out());
  }

  /** Word vectors have no spaces in ids; everything else is written, and that is told. */
  @Test
  void idsWithSpacesHaveNoWordVectors() {
    Path file = data.write("edges.tsv", "a cat\tmammals\na dog\tmammals\na carp\tfish\n");
    Ran ran = embed(file, "--option", "epochs=2");
    assertEquals(Main.DONE, ran.exit(), ran.err());
    assertTrue(ran.err().endsWith("\nno vectors.txt: word2vec's text has no spaces in ids\n"));
    assertTrue(Files.exists(out.resolve("embedding/points.npy")));
    assertFalse(Files.exists(out.resolve("vectors.txt")));
  }

  /** Further arguments, and what is said to them. */
  static Stream<Arguments> lines() {
    String training =
        "epochs, rate, burnIn, negatives, dampening, together, sharpness, energy, relation,"
            + " symmetric, start, engine, parametrisation, batch";
    return Stream.of(
        Arguments.of(
            "--space poincar",
            "plugins: no geometry is called 'poincar'; did you mean poincare? Known: euclidean,"
                + " lorentz, poincare, product"),
        Arguments.of(
            "--dimension 0", "command line: --dimension = 0: wants a whole number from 1 to 65536"),
        Arguments.of(
            "--dimension 65537",
            "command line: --dimension = 65537: wants a whole number from 1 to 65536"),
        Arguments.of("--threads 0", "--threads 0: wants 1 to 1024"),
        Arguments.of("--threads 1025", "--threads 1025: wants 1 to 1024"),
        Arguments.of("--seed -1", "--seed -1: wants 0 at least"),
        Arguments.of("--checkpoint-seconds -1", "--checkpoint-seconds -1.0: wants 0 at least"),
        Arguments.of(
            "--option ratee=1",
            "--option ratee=1: wants an option of poincare or of training; did you mean rate?"
                + " Known: curvature, learnCurvature, precision, "
                + training),
        Arguments.of(
            "--space euclidean --option curvature=1",
            "--option curvature=1: wants an option of euclidean or of training; known: precision, "
                + training),
        Arguments.of(
            "--option concepts=3",
            "--option concepts=3: wants an option of poincare or of training; known: curvature,"
                + " learnCurvature, precision, "
                + training),
        Arguments.of(
            "--option rate=0",
            "command line: --option rate = 0: wants a number from 1.0E-30 to 1.0E30"),
        Arguments.of(
            "--option rate=NaN",
            "command line: --option rate: wants a number from 1.0E-30 to 1.0E30, not the text 'NaN'"),
        Arguments.of(
            "--option curvature=-1",
            "command line: --option curvature = -1: wants a number above 0"),
        Arguments.of(
            "--option negatives=0",
            "command line: --option negatives = 0: wants a whole number from 1 to 65536"),
        Arguments.of(
            "--option engine=par",
            "command line: --option engine = par: wants one of auto, pairs, tensor"),
        Arguments.of(
            "--option engine=pairs --option learnCurvature=true",
            "--option engine=pairs: learns nothing of the geometry, as poincare asks for; leave the"
                + " engine to be chosen, or use engine=tensor"),
        Arguments.of(
            "--option parametrisation=chart",
            "command line: --option parametrisation = chart: wants one of auto, points, tangents,"
                + " tangents-first"),
        Arguments.of(
            "--json {out}/x.json",
            "--json {out}/x.json: the folder {out} does not exist; make it first"),
        Arguments.of("--plugins {out}", "plugins: {out}: there is no such jar or directory"));
  }

  @ParameterizedTest
  @MethodSource
  void lines(String line, String message) {
    String[] more = line.replace("{out}", out.toString()).split(" ", -1);
    Ran ran = embed(data.path("edges.tsv"), more);
    ran.refusedWith(message.replace("{out}", out.toString()));
    assertFalse(Files.exists(out));
  }

  @Test
  void aDimensionThatNoArrayHolds() {
    StringBuilder edges = new StringBuilder();
    for (int i = 0; i < 40_000; i++) {
      edges.append(i).append("\tr").append(i % 7).append('\n');
    }
    embed(data.write("edges.tsv", edges.toString()), "--dimension", "60000")
        .refusedWith("--dimension 60000: 40007 nodes have room for 53661 dimensions at most");
    assertFalse(Files.exists(out));
  }

  @Test
  void sourcesThatAreNone() {
    Ran ran = Ran.concepts("embed", "wordnet:mamals", "--output", out.toString());
    assertEquals(Main.BAD_INPUT, ran.exit());
    assertEquals(1, ran.err().lines().count());
    assertTrue(ran.err().contains("; did you mean 'wordnet:mammals'?"), ran.err());
    Ran.concepts("embed", "jdk:java.bas", "--output", out.toString()).tellsNoTrace();
    Ran unknown = Ran.concepts("embed", "wordnt:mammals", "--output", out.toString());
    assertTrue(
        unknown.err().startsWith("concepts: unknown source 'wordnt:mammals'; did you mean"),
        unknown.err());
    Path missing = folder.resolve("nosuch.tsv");
    Ran.concepts("embed", missing.toString(), "--output", out.toString())
        .refusedWith(missing + ": there is no such file; check the path (here: " + missing + ")");
    assertFalse(Files.exists(out));
  }

  @Test
  void outputsThatCannotBeTaken() throws IOException {
    Path edges = data.path("edges.tsv");
    Ran.concepts("embed", edges.toString(), "--resume")
        .refusedWith("--resume wants --output, the folder of the training to go on with");
    Ran.concepts("embed", edges.toString(), "--output", "")
        .refusedWith("--output wants a folder, not an empty name");
    Ran.concepts("embed", edges.toString(), "--output", edges.toString())
        .refusedWith(
            "output folder "
                + edges
                + ": is a file (FileAlreadyExistsException); name another with --output");
    assertEquals(Main.DONE, embed(edges, "--option", "epochs=1").exit());
    byte[] results = Files.readAllBytes(out.resolve("results.json"));
    String message = "--output " + out + ": holds another run's results; name a new folder";
    embed(edges, "--option", "epochs=1").refusedWith(message);
    embed(edges, "--option", "epochs=1", "--resume").refusedWith(message);
    assertEquals(new String(results, UTF_8), Files.readString(out.resolve("results.json")));
  }

  @Test
  void deviceThatIsNotThere() {
    Ran ran = embed(data.path("edges.tsv"), "--device", "gpu:977");
    assertEquals(Main.BAD_INPUT, ran.exit());
    assertEquals(1, ran.err().lines().count(), ran.err());
    assertFalse(Files.exists(out));
  }

  /** Steps are bounded, so that only a rate beyond what numbers hold leaves them. */
  @Test
  void aTrainingThatLeavesTheNumbersSaysWhatToDo() {
    Ran ran = embed(data.path("edges.tsv"), "--option", "rate=1e30", "--option", "sharpness=1e6");
    assertEquals(Main.FAILED, ran.exit(), ran.err());
    ran.tellsNoTrace();
    assertEquals("", ran.out());
    assertTrue(
        ran.err()
            .endsWith(
                "concepts: training diverged in epoch 1: the mean loss is NaN; use a lower rate"
                    + " (--option rate=0.1)\nconcepts: --debug tells where.\n"),
        ran.err());
    assertFalse(Files.exists(out));
  }
}
