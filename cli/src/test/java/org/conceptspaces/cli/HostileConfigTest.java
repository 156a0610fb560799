package org.conceptspaces.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Configs that cannot be used: one message, exit code 2, and nothing left behind. */
class HostileConfigTest {

  @TempDir private Path folder;

  /** Whatever trains refuses a config in the same words. */
  private void refused(String config, String message) {
    Path out = folder.resolve("out");
    for (String verb : List.of("compare", "train")) {
      Ran.concepts(verb, config, "--output", out.toString()).refusedWith(message);
      assertFalse(Files.exists(out));
    }
  }

  /** What is replaced in a sound config, by what, and what is said to that. */
  static Stream<Arguments> values() {
    return Stream.of(
        Arguments.of(
            "space: poincare",
            "space: poincar",
            "spaces[1].space = poincar: no such space; did you mean poincare? Known: adaptive,"
                + " euclidean, lorentz, matryoshka, multiscale, poincare, product"),
        Arguments.of(
            "poincare, concepts: 2, dimension: 2",
            "poincare, dimension: -2",
            "spaces[1].dimension = -2: wants a whole number from 1 to 65536"),
        Arguments.of(
            "euclidean, concepts: 2, dimension: 2",
            "euclidean, dimenson: 2",
            "spaces[0].dimenson: no such key; did you mean dimension? Known: space, concepts,"
                + " dimension, precision"),
        Arguments.of(
            "poincare, concepts: 2",
            "poincare, curvature: 0.0",
            "spaces[1].curvature = 0.0: wants a number above 0"),
        Arguments.of(
            "poincare, concepts: 2",
            "poincare, curvature: .nan",
            "spaces[1].curvature = .nan: wants a number above 0, and finite"),
        Arguments.of(
            "steps: 4",
            "steps: many",
            "training.steps: wants a whole number from 1 to 10000000, not the text 'many'"),
        Arguments.of(
            "steps: 4",
            "steps: 0x10",
            "training.steps: wants a whole number from 1 to 10000000, not the text '0x10' (written"
                + " in decimal digits)"),
        Arguments.of(
            "steps: 4",
            "steps: " + "9".repeat(400),
            "training.steps = " + "9".repeat(60) + "…: wants a whole number from 1 to 10000000"),
        Arguments.of(
            "steps: 4",
            "learningRate: 1.0e300",
            "training.learningRate = 1.0e300: wants a number from 1.0E-30 to 1.0E30"),
        Arguments.of(
            "steps: 4",
            "learningRate: -.inf",
            "training.learningRate = -.inf: wants a number from 1.0E-30 to 1.0E30, and finite"),
        Arguments.of(
            "heldOut: 0.2",
            "heldOut: .inf",
            "data.heldOut = .inf: wants a number from 0 to 0.9, and finite"),
        Arguments.of(
            "seeds: [1]",
            "seeds: [1e999]",
            "seeds[0] = 1e999: wants a whole number from 0 to 2147483647"),
        Arguments.of(
            "seeds: [1]", "seeds: [1]\nseeds: [2]", "seeds: is there twice, on lines 4 and 5"),
        Arguments.of(
            "heads: 2",
            "heads: 3",
            "encoder.heads = 3: wants a divisor of encoder.hidden = 16, since each head has"
                + " hidden/heads numbers"),
        Arguments.of(
            "hidden: 16",
            "hidden: 65536",
            "space euclidean: parameter trunk.layer0.cross.query.weight of shape (65536, 65536)"
                + " would have more than 2,147,483,639 numbers, the most that an array holds; lower"
                + " the sizes of the encoder or of the space"),
        Arguments.of(
            "seeds: [1]",
            "regularizers: [{regularizer: orthogonal}]",
            "regularizers[0].regularizer = orthogonal: no such regularizer; did you mean"
                + " orthogonality? Known: orthogonality, soft-orthogonality, variance, covariance,"
                + " uniformity, t-regs, attention-entropy, vne"),
        Arguments.of(
            "seeds: [1]",
            "regularizers: [{regularizer: t-regs, wieght: 1}]",
            "regularizers[0].wieght: no such key; did you mean weight? Known: regularizer,"
                + " schedule, from, begin, end, most, level, weight, alarm, over, sphere, radius,"
                + " within"),
        Arguments.of(
            "seeds: [1]",
            "regularizers: [{regularizer: vne, schedule: uncertainty}, {regularizer: variance,"
                + " schedule: uncertainty, weight: 0}, {regularizer: variance, schedule: linear,"
                + " begin: 0.5}]",
            "3 problems\n"
                + "  regularizers[0].schedule = uncertainty: the loss of vne can be negative, and"
                + " ½e^{−s}L + ½s then has no lower bound; use fixed, linear, cosine or increase\n"
                + "  regularizers[1].weight = 0.0: schedule uncertainty wants a weight above 0 to"
                + " begin with\n"
                + "  regularizers[2].end = 0.2: wants at least begin, 0.5"),
        Arguments.of(
            "seeds: [1]",
            "regularizers: [{regularizer: variance, begin: 0.1, most: 5.0, alarm: 0.1}]",
            "3 problems\n"
                + "  regularizers[0].begin = 0.1: schedule fixed does not look at it; leave it out,"
                + " or set schedule to linear or cosine\n"
                + "  regularizers[0].most = 5.0: schedule fixed does not look at it; leave it out,"
                + " or set schedule to increase or uncertainty\n"
                + "  regularizers[0].alarm = 0.1: schedule fixed does not look at it; leave it out,"
                + " or set schedule to increase"),
        Arguments.of(
            "seeds: [1]",
            "regularizers: [{regularizer: variance}, {regularizer: vne, level: concept}]",
            "regularizers[1].level = concept: no such level of space euclidean 2×2; did you mean"
                + " concepts? Known: all, concepts"),
        Arguments.of(
            "seeds: [1]",
            "regularizers: {none: [], apart: [{regularizer: variance, schedule: linear, begin: 0.5}], spread:"
                + " [{regularizer: vne, schedule: uncertainty}]}",
            "2 problems\n"
                + "  regularizers.apart[0].end = 0.2: wants at least begin, 0.5\n"
                + "  regularizers.spread[0].schedule = uncertainty: the loss of vne can be negative,"
                + " and ½e^{−s}L + ½s then has no lower bound; use fixed, linear, cosine or"
                + " increase"),
        Arguments.of(
            "seeds: [1]",
            "regularizers: {'apart from': [], none: {regularizer: variance}}",
            "2 problems\n"
                + "  regularizers.'apart from': as a name wants up to 40 letters, digits, - and _\n"
                + "  regularizers.none: wants a list such as [{regularizer: NAME}], [] for none,"
                + " not a mapping"),
        Arguments.of(
            "{edges: edges.tsv",
            "{source: wordnet:mammals, edges: edges.tsv",
            "data: wants one of source, table, or both edges and texts; given: source"
                + " wordnet:mammals, table none, edges edges.tsv, texts texts.tsv"));
  }

  @ParameterizedTest
  @MethodSource
  void values(String present, String wanted, String message) {
    Path config = new SmallData(folder).config("c.yaml", present, wanted);
    refused(config.toString(), config + ": " + message);
  }

  /** Files, and what is said to them. */
  static Stream<Arguments> files() {
    String deep = "a: " + "[".repeat(200) + "]".repeat(200);
    return Stream.of(
        Arguments.of(new byte[0], "is empty: wants at least spaces: [{space: NAME}]"),
        Arguments.of(
            ("# café\n" + SmallData.CONFIG).getBytes(ISO_8859_1), "is not a text in UTF-8"),
        Arguments.of(SmallData.CONFIG.getBytes(UTF_16), "is not a text in UTF-8"),
        Arguments.of("a: \0".getBytes(UTF_8), "character 4 is U+0000, which YAML does not allow"),
        Arguments.of(deep.getBytes(UTF_8), "refused: Nesting Depth exceeded max 100"),
        Arguments.of(
            bomb().getBytes(UTF_8),
            "refused: Number of aliases for non-scalar nodes exceeds the specified max=50"),
        Arguments.of(
            ("#" + "x".repeat(1 << 18)).getBytes(UTF_8), "is larger than 256 KiB: no config"),
        Arguments.of(
            "spaces: euclidean\nseeds: {a: 1}\ndata: [1]\n".getBytes(UTF_8),
            "3 problems\n"
                + "  spaces: wants a list of spaces such as [{space: NAME}], not the text"
                + " 'euclidean'\n"
                + "  seeds: wants a list of whole numbers from 0 to 2147483647, not a mapping\n"
                + "  data: wants a mapping with source, table, edges, texts, heldOut, evaluate, tokenizer,"
                + " vocabulary, not a list"));
  }

  private static String bomb() {
    StringBuilder bomb = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x]\n");
    for (char c = 'b'; c < 'k'; c++) {
      String last = "*" + (char) (c - 1);
      bomb.append("%c: &%c [%s]%n".formatted(c, c, (last + ", ").repeat(8) + last));
    }
    return bomb.toString();
  }

  @ParameterizedTest
  @MethodSource
  void files(byte[] content, String message) {
    Path config = new SmallData(folder).write("c.yaml", content);
    refused(config.toString(), config + ": " + message);
  }

  @Test
  void whatIsNoFile() {
    refused(folder.toString(), folder + ": is a directory, not a file");
    refused(
        folder.resolve("nosuch.yaml").toString(), folder.resolve("nosuch.yaml") + ": no such file");
    refused("", "the config: its name is empty; name a file");
    if (Files.exists(Path.of("/dev/zero"))) {
      refused("/dev/zero", "/dev/zero: is larger than 256 KiB: no config");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uFEFF", "\r\n", "\r"})
  void whatWindowsAndOldMacsWriteIsRead(String sign) {
    SmallData data = new SmallData(folder);
    String text = SmallData.CONFIG;
    text = sign.equals("\uFEFF") ? sign + text : text.replace("\n", sign);
    Path config = data.write("c.yaml", text.getBytes(UTF_8));
    Ran ran =
        Ran.concepts("train", config.toString(), "--output", folder.resolve("out").toString());
    assertEquals(Main.DONE, ran.exit(), ran.err());
  }
}
