package org.conceptspaces.taxonomy.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.conceptspaces.taxonomy.DataException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each kind of unusable file is answered with one line that names the place. */
class HostileFilesTest {

  @TempDir Path folder;

  private Path edges = Path.of("");
  private Path texts = Path.of("");

  @BeforeEach
  void soundFiles() throws IOException {
    edges = write("edges.tsv", "b\ta\nc\ta\n".getBytes(UTF_8));
    texts = write("texts.tsv", "a\tone\nb\ttwo\nc\tthree\n".getBytes(UTF_8));
    assertEquals(3, FileTaxonomyReader.read(edges, texts).size());
  }

  private Path write(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private void refused(Path wrong, Path edges, Path texts, String... parts) {
    DataException refused =
        assertThrows(DataException.class, () -> FileTaxonomyReader.read(edges, texts));
    String message = refused.getMessage();
    assertTrue(message.startsWith(wrong.toString()), message);
    assertEquals(1, message.lines().count(), message);
    for (String part : parts) {
      assertTrue(message.contains(part), message);
    }
  }

  private void refusedEdges(String name, byte[] content, String... parts) throws IOException {
    Path wrong = write(name, content);
    refused(wrong, wrong, texts, parts);
  }

  private void refusedEdges(String content, String... parts) throws IOException {
    refusedEdges("wrong.tsv", content.getBytes(UTF_8), parts);
  }

  private void refusedTexts(String name, String content, String... parts) throws IOException {
    Path wrong = write(name, content.getBytes(UTF_8));
    refused(wrong, edges, wrong, parts);
  }

  @Test
  void missingFilesFoldersAndUnknownFormats() throws IOException {
    Path missing = folder.resolve("nothing.tsv");
    refused(missing, missing, texts, "no such file");
    refused(missing, edges, missing, "no such file");
    Path directory = Files.createDirectory(folder.resolve("folder.csv"));
    refused(directory, directory, texts, "is a folder");
    refusedEdges("edges.xlsx", new byte[] {'P', 'K'}, "unknown format", ".tsv or .csv");
    refusedEdges("edges", new byte[] {'b'}, "unknown format");
    refusedEdges("edges.jsonl", new byte[] {'{', '}'}, "unknown format");
    refusedTexts("texts.parquet", "x", ".tsv or .csv or .jsonl");
  }

  @Test
  void emptyFiles() throws IOException {
    refusedEdges("", "holds no data", "child and parent");
    refusedEdges("\n  \r\n", "holds no data");
    refusedEdges("child\tparent\n", "holds no data");
    refusedEdges("wrong.csv", new byte[0], "holds no data");
    refusedTexts("wrong.tsv", "", "holds no data", "id and text");
    refusedTexts("wrong.jsonl", "\n", "holds no data");
  }

  @Test
  void wrongNumbersOfFields() throws IOException {
    refusedEdges("b\ta\n\nc a\n", "line 3", "1 field ('c a')", "child and parent", "one tab");
    refusedEdges("b\ta\tx\n", "line 1", "3 fields ('b | a | x')");
    refusedEdges("wrong.csv", "b,a\nc,a,\n".getBytes(UTF_8), "line 2", "3 fields", "one comma");
    refusedTexts("wrong.tsv", "a\tone\ttab\n", "line 1", "3 fields", "id and text");
    // the record starts in line 2 and ends in line 4
    refusedTexts("wrong.csv", "a,one\nb,\"1\n2\n3\",x\n", "line 2", "3 fields");
  }

  @Test
  void emptyFields() throws IOException {
    refusedEdges("b\ta\n\ta\n", "line 2", "the child is empty (parent 'a')");
    refusedEdges("b\t \n", "line 1", "the parent is empty (child 'b')");
    refusedTexts("wrong.tsv", "a\tone\nb\t\n", "line 2", "the text is empty (id 'b')");
    refusedTexts("wrong.csv", "a,one\nb,\"\"\n", "line 2", "the text is empty (id 'b')");
    refusedTexts(
        "wrong.jsonl", "{\"id\": \"a\", \"text\": \" \"}", "line 1", "the text is empty (id 'a')");
    refusedTexts("wrong.tsv", "\tone\n", "line 1", "the id is empty (text 'one')");
  }

  @Test
  void edgesThatFormNoHierarchy() throws IOException {
    refusedEdges("b\ta\nc\tc\n", "line 2", "'c' is given as its own parent");
    refusedEdges(
        "x\tb\nb\ta\na\tc\nc\tb\n", "line 2", "cycle of 3 nodes: 'b' → 'a' → 'c' → 'b'", "remove");
    refusedEdges("child\tparent\r\nb\ta\r\na\tb\r\n", "line 2", "'b' → 'a' → 'b'");
  }

  @Test
  void nodesAndTextsThatDoNotMatch() throws IOException {
    refusedTexts("wrong.tsv", "a\tone\nc\tthree\n", "1 node ('b') of " + edges + " without a text");
    refusedTexts(
        "wrong.tsv",
        "a\tone\nb\ttwo\nc\tthree\nd\tfour\ne\tfive\n",
        "2 nodes ('d', 'e') with a text but in no edge",
        "the first in line 4");
    refusedTexts("wrong.tsv", "A\tone\nb\ttwo\nc\tthree\n", "1 node ('a')", "1 node ('A')");
  }

  @Test
  void manyNodesWithoutTextsAreCounted() throws IOException {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      many.append("n").append(i).append("\ta\n");
    }
    Path large = write("large.tsv", many.toString().getBytes(UTF_8));
    refused(texts, large, texts, "1000 nodes ('n0', 'n1', 'n2', 'n3', 'n4', …)", "2 nodes");
  }

  @Test
  void secondTexts() throws IOException {
    refusedTexts(
        "wrong.tsv", "a\tone\nb\ttwo\na\tmore\n", "line 3", "a second text for 'a'", "in line 1");
  }

  @Test
  void encodings() throws IOException {
    refusedEdges(
        "wrong.tsv", "b\ta\nBär\ta\n".getBytes(ISO_8859_1), "line 2", "not valid UTF-8", "Latin-1");
    refusedEdges("wrong.csv", "b,a\nBär,a\n".getBytes(ISO_8859_1), "line 2", "not valid UTF-8");
    refusedEdges("wrong.tsv", "b\ta\n".getBytes(UTF_16), "line 1", "UTF-16");
    refusedEdges("wrong.tsv", "b\ta\n".getBytes(UTF_16LE), "line 1", "NUL", "UTF-16");
    // a surrogate half and an overlong zero are no UTF-8
    refusedEdges(
        "wrong.tsv", new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}, "not valid UTF-8");
    refusedEdges("wrong.tsv", new byte[] {(byte) 0xC0, (byte) 0x80}, "not valid UTF-8");
    // cut off within a character
    refusedEdges("wrong.tsv", new byte[] {'b', '\t', (byte) 0xC3}, "line 1", "not valid UTF-8");
  }

  @Test
  void brokenCsv() throws IOException {
    refusedTexts("wrong.csv", "a,\"one\nb,two\n", "no well-formed CSV", "close every quote");
    refusedTexts("wrong.csv", "a,\"one\"x\n", "no well-formed CSV");
  }

  @Test
  void brokenJson() throws IOException {
    refusedTexts("wrong.jsonl", "{\"id\": \"a\", \"text\": \"x\"}\n{\"id\": ", "line 2", "JSON");
    refusedTexts("wrong.jsonl", "{id: 'a', text: 'x'}", "line 1", "no well-formed JSON");
    refusedTexts("wrong.jsonl", "{\"id\":\"a\",\"text\":\"x\"} {}", "no well-formed JSON");
    refusedTexts("wrong.jsonl", "[\"a\", \"one\"]", "line 1", "no JSON object", "{\"id\": \"…\"");
    refusedTexts("wrong.jsonl", "{\"id\": \"a\"}", "has no field \"text\", only [id]");
    refusedTexts(
        "wrong.jsonl", "{\"id\": \"a\", \"text\": 5}", "\"text\" is '5'", "wants a string");
    refusedTexts("wrong.jsonl", "{\"id\": null, \"text\": \"x\"}", "\"id\" is 'null'");
    refusedTexts("wrong.jsonl", "{\"id\": [1], \"text\": \"x\"}", "a string or a number");
    refusedTexts("wrong.jsonl", "[".repeat(100_000), "line 1", "no well-formed JSON");
  }

  @Test
  void endlessLines() throws IOException {
    refusedEdges("x".repeat((1 << 24) + 5), "line 1", "longer than 16777216 bytes");
  }
}
