package org.conceptspaces.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Configs and data that cannot be used: one message, exit code 2, and nothing left behind. */
class HostileInputTest {

  @TempDir private Path folder = Path.of("");

  private SmallData data = new SmallData(Path.of(""));
  private Path out = Path.of("");

  @BeforeEach
  void prepare() {
    data = new SmallData(folder);
    out = folder.resolve("out");
  }

  @AfterEach
  void nothingIsLeftBehind() {
    assertFalse(Files.exists(out));
  }

  private Ran compare(Path config, String... more) {
    String[] arguments = new String[4 + more.length];
    arguments[0] = "compare";
    arguments[1] = config.toString();
    arguments[2] = "--output";
    arguments[3] = out.toString();
    System.arraycopy(more, 0, arguments, 4, more.length);
    return Ran.concepts(arguments);
  }

  private void refused(Path config, String message) {
    compare(config).refusedWith(config + message);
  }

  @Test
  void missingConfig() {
    refused(data.path("nosuch.yaml"), ": no such file");
  }

  @Test
  void folderForAConfig() {
    refused(folder, ": is a directory, not a file");
  }

  @Test
  void missingData() {
    Path missing = data.path("nosuch.tsv");
    compare(data.config("c.yaml", "edges.tsv", "nosuch.tsv"))
        .refusedWith(missing + ": there is no such file; check the path (here: " + missing + ")");
  }

  @Test
  void cycle() {
    Path edges = data.write("cycle.tsv", SmallData.edges("\n") + "root\tl0\n");
    compare(data.config("c.yaml", "edges.tsv", "cycle.tsv"))
        .refusedWith(
            edges
                + ", line 1: the edges form a cycle of 3 nodes: 'c0' → 'root' → 'l0' → 'c0';"
                + " remove one of these edges (the first stands in this line)");
  }

  @Test
  void emptyText() {
    String texts = SmallData.texts("\n").replace("the text of kind 1\n", "\n");
    data.write("texts.tsv", texts);
    compare(data.config())
        .refusedWith(
            data.path("texts.tsv")
                + ", line 3: the text is empty (id 'c1'); fill it or remove the line");
  }

  @Test
  void duplicateIds() {
    data.write("texts.tsv", SmallData.texts("\n") + "c1\tagain\n");
    compare(data.config())
        .refusedWith(
            data.path("texts.tsv")
                + ", line 22: a second text for 'c1', the first is in line 3; keep one");
  }

  @Test
  void dataInLatin1() {
    data.write("texts.tsv", ("root\tcaf\u00e9\n" + SmallData.texts("\n")).getBytes(ISO_8859_1));
    compare(data.config())
        .refusedWith(
            data.path("texts.tsv")
                + ", line 1: is not valid UTF-8; save the file as UTF-8 (it may be UTF-16 or"
                + " Latin-1)");
  }

  @Test
  void configInLatin1() {
    Path config = data.write("c.yaml", ("# caf\u00e9\n" + SmallData.CONFIG).getBytes(ISO_8859_1));
    refused(config, ": is not a text in UTF-8");
  }

  @Test
  void tooFewNodesToHoldAnyOut() {
    data.write("edges.tsv", "a\tb\n");
    data.write("texts.tsv", "a\tone\nb\ttwo\n");
    compare(data.config())
        .refusedWith(
            "edges.tsv: no edge would be left to train on with 1 of 1 leaves held out; lower the"
                + " share or give more nodes");
  }

  @Test
  void unknownSpace() {
    refused(
        data.config("c.yaml", "space: poincare", "space: poincar"),
        ": spaces[1].space = poincar: no such space; did you mean poincare? Known: euclidean,"
            + " poincare");
  }

  @Test
  void negativeDimension() {
    refused(
        data.config("c.yaml", "poincare, concepts: 2, dimension: 2", "poincare, dimension: -2"),
        ": spaces[1].dimension = -2: wants a whole number from 1 to 65536");
  }

  @Test
  void misspeltKey() {
    refused(
        data.config("c.yaml", "euclidean, concepts: 2, dimension: 2", "euclidean, dimenson: 2"),
        ": spaces[0].dimenson: no such key; did you mean dimension? Known: space, concepts,"
            + " dimension, precision");
  }

  @Test
  void curvatureOfZero() {
    refused(
        data.config("c.yaml", "poincare, concepts: 2", "poincare, curvature: 0.0"),
        ": spaces[1].curvature = 0.0: wants a number above 0");
  }

  @Test
  void billionLaughs() {
    StringBuilder bomb = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x]\n");
    for (char c = 'b'; c < 'k'; c++) {
      String last = "*" + (char) (c - 1);
      bomb.append("%c: &%c [%s]%n".formatted(c, c, (last + ", ").repeat(8) + last));
    }
    refused(
        data.write("bomb.yaml", bomb.toString()),
        ": refused: Number of aliases for non-scalar nodes exceeds the specified max=50");
  }

  @Test
  void wrongTypesAllAtOnce() {
    refused(
        data.write("c.yaml", "spaces: euclidean\nseeds: {a: 1}\ndata: [1]\n"),
        ": 3 problems\n"
            + "  spaces: wants a list of spaces such as [{space: NAME}], not the text"
            + " 'euclidean'\n"
            + "  seeds: wants a list of whole numbers from 0 to 2147483647, not a mapping\n"
            + "  data: wants a mapping with source, edges, texts, heldOut, evaluate, tokenizer,"
            + " vocabulary, not a list");
  }

  @Test
  void textForANumber() {
    refused(
        data.config("c.yaml", "steps: 4", "steps: many"),
        ": training.steps: wants a whole number from 1 to 10000000, not the text 'many'");
  }

  @Test
  void learningRateBeyondFloat32() {
    refused(
        data.config("c.yaml", "steps: 4", "learningRate: 1.0e300"),
        ": training.learningRate = 1.0e300: wants a number from 1.0E-30 to 1.0E30");
  }

  @Test
  void headsThatDoNotDivideTheWidth() {
    refused(
        data.config("c.yaml", "heads: 2", "heads: 3"),
        ": encoder.heads = 3: wants a divisor of encoder.hidden = 16, since each head has"
            + " hidden/heads numbers");
  }

  @Test
  void sourceBesideFiles() {
    refused(
        data.config("c.yaml", "{edges: edges.tsv", "{source: wordnet:mammals, edges: edges.tsv"),
        ": data: wants either source, or both edges and texts; given: source wordnet:mammals,"
            + " edges edges.tsv, texts texts.tsv");
  }

  @Test
  void unknownSource() {
    String files = "edges: edges.tsv, texts: texts.tsv";
    compare(data.config("c.yaml", files, "source: mammals"))
        .refusedWith(
            "unknown source 'mammals'; known are wordnet:mammals, wordnet:nouns, wordnet:SYNSET (a"
                + " noun's id, dog.n.01 for instance), each with +words at the end for texts with"
                + " the synset's words");
    compare(data.config("c.yaml", files, "source: wordnet:unicorn.n.01"))
        .refusedWith("wordnet:unicorn.n.01 has no synset below it; choose a more general one");
  }

  @Test
  void parametersLargerThanAnyArray() {
    refused(
        data.config("c.yaml", "hidden: 16", "hidden: 65536"),
        ": space euclidean: parameter trunk.layer0.cross.query.weight of shape (65536, 65536)"
            + " would have more than 2,147,483,639 numbers, the most that an array holds; lower"
            + " the sizes of the encoder or of the space");
  }

  @Test
  void missingPlugins() {
    Path plugins = data.path("plugins");
    compare(data.config(), "--plugins", plugins.toString())
        .refusedWith("plugins: " + plugins + ": there is no such jar or directory");
  }

  @Test
  void deviceThatIsNotThere() {
    Ran ran = compare(data.config(), "--device", "gpu:977");
    assertEquals(Main.BAD_INPUT, ran.exit());
    assertEquals("", ran.out());
    assertEquals(1, ran.err().lines().count());
  }

  @Test
  void deviceThatIsNone() {
    compare(data.config(), "--device", "banana")
        .refusedWith(
            "Invalid value for option '--device': wants auto, cpu or gpu:N, not 'banana'\n"
                + "Try 'concepts compare --help'.");
  }

  @Test
  void noJobs() {
    compare(data.config(), "--jobs", "0")
        .refusedWith("--jobs 0: wants a whole number of at least 1");
  }

  @Test
  void outputBelowAFile() {
    Path file = data.path("edges.tsv");
    Path below = file.resolve("out");
    Ran.concepts("compare", data.config().toString(), "--output", below.toString())
        .refusedWith(
            "output folder "
                + below
                + ": cannot be made or written (FileSystemException); name another with"
                + " --output");
    Ran.concepts("compare", data.config().toString(), "--output", file.toString())
        .refusedWith(
            "output folder "
                + file
                + ": is a file (FileAlreadyExistsException); name another with --output");
  }

  @Test
  void outputWithoutAName() {
    Ran.concepts("compare", data.config().toString(), "--output", "")
        .refusedWith("--output wants a folder, not an empty name");
  }

  @Test
  void jsonThatCannotBeWritten() throws IOException {
    Path missing = data.path("nosuch").resolve("x.json");
    compare(data.config(), "--json", missing.toString())
        .refusedWith(
            "--json "
                + missing
                + ": the folder "
                + missing.getParent()
                + " does not exist; make it first");
    compare(data.config(), "--json", folder.toString())
        .refusedWith("--json " + folder + ": is a folder; name a file");
    try (var files = Files.list(folder)) {
      assertEquals(3, files.count(), "a probe was left behind");
    }
  }
}
