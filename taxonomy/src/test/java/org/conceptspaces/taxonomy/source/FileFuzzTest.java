package org.conceptspaces.taxonomy.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.conceptspaces.taxonomy.DataException;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.TextTaxonomy;

/** Whatever files hold, they are read as they were meant or refused by file and line. */
class FileFuzzTest {

  private static Path folder = Path.of("");

  @BeforeContainer
  static void makeFolder() throws IOException {
    folder = Files.createTempDirectory("files");
  }

  @AfterContainer
  static void removeFolder() throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  /** Reads the files, or is told which of them is wrong, on one line. */
  private static void readOrRefused(Path edges, Path texts) {
    try {
      TextTaxonomy read = FileTaxonomyReader.read(edges, texts);
      assertEquals(read.size(), read.texts().size());
    } catch (DataException e) {
      String message = e.getMessage();
      assertTrue(
          message.startsWith(edges.toString()) || message.startsWith(texts.toString()), message);
      assertEquals(1, message.lines().count(), message);
    }
  }

  private static Path write(String name, byte[] content) {
    try {
      return Files.write(folder.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path write(String name, String content) {
    return write(name, content.getBytes(UTF_8));
  }

  @Provide
  Arbitrary<String> tables() {
    return Arbitraries.of(
            "a",
            "b",
            "c",
            "é",
            "😀",
            "\t",
            "\t",
            "\n",
            "\n",
            "\r\n",
            "\r",
            ",",
            ",",
            "\"",
            "\"\"",
            " ",
            "\0",
            "\uFEFF",
            "\u2028",
            "child",
            "parent",
            "id",
            "text",
            "{",
            "}",
            ":",
            "\\",
            "[",
            "{\"id\": \"a\", \"text\": \"x\"}\n",
            "1e999",
            "null")
        .list()
        .ofMaxSize(30)
        .map(pieces -> String.join("", pieces));
  }

  @Property(tries = 3000, seed = "1")
  void anyTableIsReadOrRefused(
      @ForAll("tables") String table, @ForAll @IntRange(max = 4) int kind) {
    Path edges = write("edges.tsv", "b\ta\nc\ta\n");
    Path texts = write("texts.tsv", "a\tone\nb\ttwo\nc\tthree\n");
    switch (kind) {
      case 0 -> readOrRefused(write("any.tsv", table), texts);
      case 1 -> readOrRefused(write("any.csv", table), texts);
      case 2 -> readOrRefused(edges, write("any.tsv", table));
      case 3 -> readOrRefused(edges, write("any.csv", table));
      default -> readOrRefused(edges, write("any.jsonl", table));
    }
  }

  @Provide
  Arbitrary<List<String>> texts() {
    return Arbitraries.strings()
        .ofMinLength(1)
        .ofMaxLength(12)
        .filter(text -> !text.isBlank() && UTF_8.newEncoder().canEncode(text))
        .map(text -> text.replaceAll("[\\t\\r\\n\\x00]", " ").strip())
        .filter(text -> !text.isEmpty())
        .list()
        .ofMinSize(2)
        .ofMaxSize(12);
  }

  /** Where a taxonomy was written. */
  private record Pair(Path edges, Path texts) {}

  private static Pair write(Hierarchy hierarchy, List<String> texts, String format, Random random) {
    String end = random.nextBoolean() ? "\n" : "\r\n";
    String start = random.nextBoolean() ? "" : "\uFEFF";
    StringBuilder edgeLines = new StringBuilder(start);
    StringBuilder textLines = new StringBuilder(start);
    String table = format.equals("jsonl") ? "tsv" : format;
    for (int node = 0; node < hierarchy.size(); node++) {
      for (int parent : hierarchy.parents(node)) {
        edgeLines.append(row(table, hierarchy.id(node), hierarchy.id(parent), random)).append(end);
      }
      textLines.append(row(format, hierarchy.id(node), texts.get(node), random)).append(end);
    }
    return new Pair(
        write("whole-edges." + table, edgeLines.toString()),
        write("whole-texts." + format, textLines.toString()));
  }

  private static String row(String format, String one, String other, Random random) {
    return switch (format) {
      case "tsv" -> one + "\t" + other;
      case "csv" -> quoted(one, random) + "," + quoted(other, random);
      default -> {
        JsonObject object = new JsonObject();
        object.addProperty("id", one);
        object.addProperty("text", other);
        yield object.toString();
      }
    };
  }

  private static String quoted(String field, Random random) {
    boolean needed = field.contains(",") || field.contains("\"") || !field.matches("[\\w ]+");
    return needed || random.nextBoolean() ? '"' + field.replace("\"", "\"\"") + '"' : field;
  }

  private static Hierarchy hierarchy(List<String> names, Random random) {
    var builder = Hierarchy.builder();
    for (int node = 1; node < names.size(); node++) {
      for (int i = 0; i <= random.nextInt(2); i++) {
        int parent = random.nextInt(node);
        builder.edge("n" + node + names.get(node), "n" + parent + names.get(parent));
      }
    }
    return builder.build();
  }

  @Property(tries = 1000, seed = "2")
  void whatIsWrittenIsReadBack(@ForAll("texts") List<String> names, @ForAll long seed) {
    Random random = new Random(seed);
    Hierarchy hierarchy = hierarchy(names, random);
    List<String> texts =
        IntStream.range(0, hierarchy.size())
            .mapToObj(node -> names.get(random.nextInt(names.size())))
            .toList();
    String format = List.of("tsv", "csv", "jsonl").get(random.nextInt(3));
    Pair files = write(hierarchy, texts, format, random);
    TextTaxonomy read = FileTaxonomyReader.read(files.edges(), files.texts());
    TextTaxonomy wanted = new TextTaxonomy("wanted", hierarchy, texts);
    assertEquals(described(wanted), described(read));
    assertEquals(wanted.fingerprint(), read.fingerprint());
  }

  private static Map<String, List<String>> described(TextTaxonomy taxonomy) {
    Map<String, List<String>> nodes = new TreeMap<>();
    Hierarchy hierarchy = taxonomy.hierarchy();
    for (int node = 0; node < taxonomy.size(); node++) {
      List<String> about = new ArrayList<>();
      about.add(taxonomy.text(node));
      TreeSet<String> parents = new TreeSet<>();
      IntStream.of(hierarchy.parents(node)).mapToObj(hierarchy::id).forEach(parents::add);
      about.addAll(parents);
      nodes.put(hierarchy.id(node), about);
    }
    return nodes;
  }

  @Property(tries = 3000, seed = "3")
  void damagedFilesAreReadOrRefused(
      @ForAll("texts") List<String> names,
      @ForAll long seed,
      @ForAll @Size(min = 1, max = 5) List<Byte> bytes)
      throws IOException {
    Random random = new Random(seed);
    Hierarchy hierarchy = hierarchy(names, random);
    String format = List.of("tsv", "csv", "jsonl").get(random.nextInt(3));
    List<String> texts = hierarchy.ids();
    Pair files = write(hierarchy, texts, format, random);
    Path damaged = random.nextBoolean() ? files.edges() : files.texts();
    byte[] content = Files.readAllBytes(damaged);
    for (byte value : bytes) {
      content[random.nextInt(content.length)] = value;
    }
    Files.write(damaged, content);
    readOrRefused(files.edges(), files.texts());
  }
}
