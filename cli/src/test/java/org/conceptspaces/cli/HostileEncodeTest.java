package org.conceptspaces.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code encode} cannot take: one message, exit code 2, no file half-written. */
class HostileEncodeTest {

  @TempDir private static Path shared;

  private static Path trained = Path.of("");

  @TempDir private Path folder;

  @BeforeAll
  static void train() {
    trained = shared.resolve("out");
    Ran ran =
        Ran.concepts(
            "train", new SmallData(shared).config().toString(), "--output", trained.toString());
    assertEquals(Main.DONE, ran.exit(), ran.err());
  }

  private static Ran encode(Path model, String... arguments) {
    return Ran.concepts(
        Stream.concat(Stream.of("encode", model.toString()), Stream.of(arguments))
            .toArray(String[]::new));
  }

  /** Arguments after the model's, and what is said to them. */
  static Stream<Arguments> lines() {
    return Stream.of(
        Arguments.of(
            List.of(), "there is no text; give --text TEXT, --file FILE or - for standard input"),
        Arguments.of(
            List.of("--text", "a", "-"),
            "texts come from one place; give --text TEXT, --file FILE or - for standard input"),
        Arguments.of(
            List.of("--text", "a", "--file", "b"),
            "texts come from one place; give --text TEXT, --file FILE or - for standard input"),
        Arguments.of(
            List.of("a dog"),
            "'a dog': give a text with --text, a file with --file, or - for standard input"),
        Arguments.of(List.of("--text", ""), "--text '': is blank; give it at least a word"),
        Arguments.of(
            List.of("--text", "a", "--text", " \t"),
            "--text ' \\u0009': is blank; give it at least a word"),
        Arguments.of(
            List.of("--text", "a", "--json", "{here}"), "--json {here}: is a folder; name a file"),
        Arguments.of(
            List.of("--text", "a", "--json", "{here}/no/such"),
            "--json {here}/no/such: the folder {here}/no does not exist; make it first"),
        Arguments.of(
            List.of("--file", "{here}/nosuch"),
            "{here}/nosuch: there is no such file; check the path (here: {here}/nosuch)"),
        Arguments.of(List.of("--file", "{here}"), "{here}: is a folder; give a file"),
        Arguments.of(
            List.of("--text", "a", "--vectors", "{here}/a.csv"),
            "{here}/a.csv: unknown format; vectors are kept in .npy, in .txt, .vec or .w2v"
                + " (word2vec's text), or in a folder with embedding.json"),
        Arguments.of(
            List.of("--text", "a", "--vectors", "{here}/no/a.npy"),
            "--vectors {here}/no/a.npy: the folder {here}/no does not exist; make it first"),
        Arguments.of(
            List.of("--text", "a", "--device", "gpu:977"),
            "--device gpu:977: the engine sees {gpus}; './concepts doctor' tells why, --device cpu"
                + " does without"),
        Arguments.of(
            List.of("--text", "a", "--plugins", "{here}/nosuch"),
            "plugins: {here}/nosuch: there is no such jar or directory"));
  }

  @ParameterizedTest
  @MethodSource
  void lines(List<String> arguments, String message) {
    Ran ran =
        encode(
            trained,
            arguments.stream()
                .map(word -> word.replace("{here}", folder.toString()))
                .toArray(String[]::new));
    assertEquals(Main.BAD_INPUT, ran.exit(), ran.err());
    assertEquals("", ran.out());
    String said = ran.err().replaceAll("the engine sees [^;]+", "the engine sees {gpus}").strip();
    assertEquals("concepts: " + message.replace("{here}", folder.toString()), said);
  }

  @Test
  void whatIsNoModel() throws IOException {
    Path missing = folder.resolve("nosuch");
    encode(missing, "--text", "a")
        .refusedWith(
            "model "
                + missing
                + ": there is no such folder; check the path (here: "
                + missing
                + ")");
    encode(folder, "--text", "a")
        .refusedWith("model " + folder + ": has no model.json; name a folder that holds a model");
    Path file = Files.writeString(folder.resolve("file"), "{}");
    encode(file, "--text", "a")
        .refusedWith("model " + file + ": is a file; name a folder that holds a model");
    Files.createDirectory(folder.resolve("models"));
    encode(folder, "--text", "a")
        .refusedWith(
            "model "
                + folder
                + ": holds a comparison's models; name one of the folders in "
                + folder.resolve("models"));
  }

  @Test
  void aModelOfAnUnknownSpace() throws IOException {
    Path model = copy();
    Path json = model.resolve("model.json");
    Files.writeString(json, Files.readString(json).replace("euclidean", "sphere"));
    Ran ran = encode(model, "--text", "a");
    assertEquals(Main.BAD_INPUT, ran.exit());
    assertEquals("", ran.out());
    assertEquals(1, ran.err().lines().count(), ran.err());
    assertTrue(
        ran.err().startsWith("concepts: " + json + ": cannot be read as a model: "), ran.err());
    assertTrue(ran.err().contains("spaces[0].space = sphere: no such space; known: "), ran.err());
  }

  @Test
  void aDamagedModel() throws IOException {
    Path model = copy();
    Path weights = model.resolve("weights.safetensors");
    byte[] bytes = Files.readAllBytes(weights);
    bytes[bytes.length / 2] ^= 1;
    Files.write(weights, bytes);
    encode(model, "--text", "a")
        .refusedWith(
            weights + ": is damaged, or belongs to another model.json; save the model again");
  }

  private Path copy() throws IOException {
    Path model = Files.createDirectory(folder.resolve("copy"));
    for (String name : List.of("model.json", "weights.safetensors")) {
      Files.copy(trained.resolve(name), model.resolve(name));
    }
    return model;
  }

  /** What comes before the bad line must not be left in a file. */
  @Test
  void badLinesLeaveNoFile() {
    SmallData data = new SmallData(folder);
    byte[] binary = ("a text\n".repeat(600) + "\0\1\2\n").getBytes(UTF_8);
    Path file = data.write("binary.txt", binary);
    Path json = folder.resolve("concepts.jsonl");
    Ran ran = encode(trained, "--file", file.toString(), "--json", json.toString());
    assertEquals(Main.BAD_INPUT, ran.exit());
    assertEquals(
        "concepts: "
            + file
            + ", line 601: holds a NUL character; save the file as UTF-8 text (it may be UTF-16)\n",
        ran.err());
    assertFalse(Files.exists(json));
    String[] left = folder.toFile().list((where, name) -> name.contains("concepts.jsonl"));
    assertEquals(List.of(), List.of(left == null ? new String[] {"none"} : left));
    Path blank = data.write("blank.txt", "\n  \n\t\r\n");
    encode(trained, "--file", blank.toString())
        .refusedWith(blank + ": holds no text; give one on each line");
    Path empty = data.write("empty.csv", "id,text\na,\n");
    encode(trained, "--file", empty.toString(), "--json", "-")
        .refusedWith(empty + ", line 2: the text is empty (id 'a'); fill it or remove the line");
  }

  @Test
  void vectorsWantDifferentIds() {
    Path file = new SmallData(folder).write("twice.tsv", "a\tthe text\nb\tthe kind\na\tmore\n");
    Path npy = folder.resolve("points.npy");
    Path json = folder.resolve("x.jsonl");
    Ran ran =
        encode(
            trained,
            "--file",
            file.toString(),
            "--vectors",
            npy.toString(),
            "--json",
            json.toString());
    assertEquals(Main.BAD_INPUT, ran.exit());
    assertEquals(
        "concepts: --vectors "
            + npy
            + ": a second text has the id 'a'; give each text an id of its own\n",
        ran.err());
    assertFalse(Files.exists(npy));
    assertFalse(Files.exists(json));
  }

  @Test
  void standardInputWithoutText() {
    InputStream before = System.in;
    try {
      System.setIn(new ByteArrayInputStream(new byte[0]));
      encode(trained, "-").refusedWith("standard input: holds no text; give one on each line");
    } finally {
      System.setIn(before);
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void outputThatTakesNoMoreEndsTheWork() throws Exception {
    for (List<String> arguments : List.of(List.of("--json", "-"), List.<String>of())) {
      Process process =
          Processes.builder(
                  List.of(),
                  Stream.concat(
                          Stream.of("encode", trained.toString(), "--text", "a"),
                          arguments.stream())
                      .toArray(String[]::new))
              .redirectOutput(new File("/dev/full"))
              .start();
      String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
      assertEquals(Main.FAILED, process.waitFor(), err);
      assertTrue(err.startsWith("concepts: standard output cannot be written: "), err);
      assertFalse(err.contains("\tat "), err);
    }
  }
}
