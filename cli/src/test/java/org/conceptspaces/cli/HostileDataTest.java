package org.conceptspaces.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Data that cannot be used: one message, exit code 2, and nothing left behind. */
class HostileDataTest {

  @TempDir private Path folder;

  private SmallData data = new SmallData(Path.of(""));
  private Path out = Path.of("");

  @BeforeEach
  void prepare() {
    data = new SmallData(folder);
    out = folder.resolve("out");
  }

  private void refused(Path config, String message) {
    for (String verb : List.of("compare", "train")) {
      refused(verb, config, message);
    }
  }

  private void refused(String verb, Path config, String message) {
    Ran.concepts(verb, config.toString(), "--output", out.toString()).refusedWith(message);
    assertFalse(Files.exists(out));
  }

  /** A file of the data, what it holds, and what is said to that. */
  static Stream<Arguments> files() {
    String edges = SmallData.edges("\n");
    String texts = SmallData.texts("\n");
    return Stream.of(
        file("edges.tsv", "", ": holds no data; each line needs child and parent"),
        file("texts.tsv", "\n\n", ": holds no data; each line needs id and text"),
        file(
            "edges.tsv",
            edges + "root\tl0\n",
            ", line 1: the edges form a cycle of 3 nodes: 'c0' → 'root' → 'l0' → 'c0'; remove one"
                + " of these edges (the first stands in this line)"),
        file(
            "edges.tsv",
            edges + "l1\tl1\n",
            ", line 21: 'l1' is given as its own parent; remove that edge"),
        file(
            "edges.tsv",
            SmallData.edges("\r"),
            ", line 1: holds a carriage return that ends no line; end lines with LF or CRLF"),
        file(
            "texts.tsv",
            texts.replace("the text of kind 1\n", "\n"),
            ", line 3: the text is empty (id 'c1'); fill it or remove the line"),
        file(
            "texts.tsv",
            texts + "c1\tagain\n",
            ", line 22: a second text for 'c1', the first is in line 3; keep one"),
        file(
            "texts.tsv",
            texts.replace("kind 2\n", "kind\0 2\n"),
            ", line 4: holds a NUL character; save the file as UTF-8 text (it may be UTF-16)"),
        Arguments.of(
            "texts.tsv",
            ("root\tcafé\n" + texts).getBytes(ISO_8859_1),
            ", line 1: is not valid UTF-8; save the file as UTF-8 (it may be UTF-16 or Latin-1)"),
        Arguments.of(
            "edges.tsv",
            edges.getBytes(UTF_16LE),
            ", line 1: holds a NUL character; save the file as UTF-8 text (it may be UTF-16)"));
  }

  private static Arguments file(String name, String content, String message) {
    return Arguments.of(name, content.getBytes(UTF_8), message);
  }

  @ParameterizedTest
  @MethodSource
  void files(String name, byte[] content, String message) {
    data.write(name, content);
    refused(data.config(), data.path(name) + message);
  }

  /** What stands for the files in a config, and what is said to that. */
  static Stream<Arguments> names() {
    return Stream.of(
        Arguments.of(
            "source: mammals",
            "unknown source 'mammals'; did you mean 'wordnet:mammals'?; known are wordnet:mammals,"
                + " wordnet:nouns, wordnet:SYNSET (a noun's id, dog.n.01 for instance), each with"
                + " +words at the end for texts with the synset's words, jdk:MODULE (the classes of a module"
                + " of this JDK, jdk:java.base for instance)"),
        Arguments.of(
            "source: wordnet:unicorn.n.01",
            "wordnet:unicorn.n.01 has no synset below it; choose a more general one"),
        Arguments.of(
            "edges: \"a\\0.tsv\", texts: texts.tsv",
            "data.edges = 'a\\u0000.tsv': is no path of a file"));
  }

  @ParameterizedTest
  @MethodSource
  void names(String wanted, String message) {
    refused(data.config("c.yaml", "edges: edges.tsv, texts: texts.tsv", wanted), message);
  }

  @Test
  void whatIsNoFile() {
    Path missing = data.path("nosuch.tsv");
    refused(
        data.config("c.yaml", "edges.tsv", "nosuch.tsv"),
        missing + ": there is no such file; check the path (here: " + missing + ")");
    Path config = data.config("c.yaml", "edges.tsv", folder.resolve("x.tsv").toString());
    folder.resolve("x.tsv").toFile().mkdir();
    refused(config, folder.resolve("x.tsv") + ": is a folder; give a file");
  }

  @Test
  void tooFewNodesToHoldAnyOut() {
    data.write("edges.tsv", "a\tb\n");
    data.write("texts.tsv", "a\tone\nb\ttwo\n");
    refused(
        data.config(),
        "edges.tsv: no edge would be left to train on with 1 of 1 leaves held out; lower the"
            + " share or give more nodes");
  }

  @Test
  void aChainOfAHundredThousandLevelsIsTooDeep() {
    int levels = 100_000;
    data.write("edges.tsv", lines(levels, i -> "n" + (i + 1) + "\tn" + i));
    data.write("texts.tsv", lines(levels + 1, i -> "n" + i + "\ttext " + i));
    refused(
        "train",
        data.config(),
        "edges.tsv (training): the hierarchy is too deep to hold all pairs of a node and an"
            + " ancestor: more than 134217728 for 100000 nodes; use a shallower or smaller one");
    data.write("edges.tsv", lines(levels, i -> "n" + (i + 1) + "\tn" + i) + "n0\tn" + levels);
    refused(
        "train",
        data.config(),
        data.path("edges.tsv")
            + ", line 1: the edges form a cycle of 100001 nodes: 'n1' → 'n0' → 'n100000' →"
            + " 'n99999' → 'n99998' → 'n99997' → 'n99996' → 'n99995' → … → 'n1'; remove one of"
            + " these edges (the first stands in this line)");
  }

  private static String lines(int count, IntFunction<String> line) {
    return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n", "", "\n"));
  }

  /** A process with a heap that could not hold the file as text. */
  @Test
  void oneBadLineOfAMillionIsNamed() throws Exception {
    int bad = 777_776;
    try (BufferedWriter edges = Files.newBufferedWriter(data.path("edges.tsv"))) {
      String padding = " ".repeat(70);
      for (int i = 0; i < 1_000_000; i++) {
        edges.write(i == bad ? "no tab\n" : "l" + i % 50 + padding + "\troot\n");
      }
    }
    Path err = folder.resolve("err.txt");
    Process process =
        Processes.concepts(
            List.of("-Xmx48m"), err, "train", data.config().toString(), "--output", out.toString());
    assertEquals(true, process.waitFor(10, TimeUnit.MINUTES));
    assertEquals(
        "concepts: "
            + data.path("edges.tsv")
            + ", line 777777: has 1 field ('no tab'), but needs 2, child and parent, separated by"
            + " one tab; if spaces separate them, name it .edges\n",
        Files.readString(err));
    assertEquals(Main.BAD_INPUT, process.exitValue());
    assertFalse(Files.exists(out));
  }

  /** Longer than any text should be, but texts all the same: cut to what the encoder takes. */
  @Test
  void textsOfAMegabyteAreRead() throws IOException {
    String words = "word ".repeat(200_000);
    String word = "w".repeat(1_000_000);
    data.write(
        "texts.tsv",
        "\uFEFF" + SmallData.texts("\r\n").replace("thing 3 ", words).replace("thing 4 ", word));
    Ran ran = Ran.concepts("train", data.config().toString(), "--output", out.toString());
    assertEquals(Main.DONE, ran.exit(), ran.err());
    ran.tellsNoTrace();
  }
}
