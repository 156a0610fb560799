package org.conceptspaces.taxonomy.source;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.conceptspaces.taxonomy.DataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextLinesTest {

  @TempDir private Path folder;

  private final List<String> read = new ArrayList<>();

  private Path write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private long read(Path file) {
    return TextLines.read(file, (id, text) -> read.add(id + "|" + text));
  }

  private void refused(Path file, String message) {
    DataException refused = assertThrows(DataException.class, () -> read(file));
    assertEquals(file + message, refused.getMessage());
  }

  @Test
  void aTextStandsOnEachLine() throws IOException {
    assertEquals(2, read(write("a.txt", "\uFEFF  a dog \r\n\n a\ttab, \"quoted\"\n   \nlast")));
    assertEquals(List.of("null|a dog", "null|a\ttab, \"quoted\"", "null|last"), read);
    read.clear();
    assertEquals(0, read(write("no-ending", "one")));
    assertEquals(List.of("null|one"), read);
  }

  @Test
  void pairsHaveIdsWhichMayRepeat() throws IOException {
    List<String> wanted = List.of("b|a dog, small", "a|a cat", "b|again");
    for (Path file :
        List.of(
            write("a.tsv", "text\tid\na dog, small\tb\n\na cat\ta\nagain\tb\n"),
            write("a.csv", "id,text\nb,\"a dog, small\"\na,a cat\nb,again\n"),
            write(
                "a.jsonl",
                """
                {"id": "b", "text": "a dog, small"}
                {"text": "a cat", "id": "a", "more": 1}
                {"id": "b", "text": "again"}
                """))) {
      read.clear();
      assertEquals(0, read(file));
      assertEquals(wanted, read, file.toString());
    }
  }

  @Test
  void aStreamIsReadToo() {
    byte[] bytes = "a dog\n\na cat\n".getBytes(UTF_8);
    long blank =
        TextLines.read(
            "standard input", new ByteArrayInputStream(bytes), (id, text) -> read.add(text));
    assertEquals(1, blank);
    assertEquals(List.of("a dog", "a cat"), read);
    DataException empty =
        assertThrows(
            DataException.class,
            () ->
                TextLines.read(
                    "standard input", new ByteArrayInputStream(new byte[0]), (id, text) -> {}));
    assertEquals("standard input: holds no text; give one on each line", empty.getMessage());
  }

  @Test
  void whatHoldsNoTextIsRefused() throws IOException {
    refused(write("empty", ""), ": holds no text; give one on each line");
    refused(write("blank.txt", " \n\t\n\r\n"), ": holds no text; give one on each line");
    refused(write("empty.csv", ""), ": holds no data; each line needs id and text");
    refused(folder, ": is a folder; give a file");
    refused(
        Files.write(folder.resolve("binary"), new byte[] {'a', '\n', (byte) 0xFF, 1}),
        ", line 2: is not valid UTF-8; save the file as UTF-8 (it may be UTF-16 or Latin-1)");
    refused(
        Files.write(folder.resolve("wide"), "a dog".getBytes(UTF_16)),
        ", line 1: is not valid UTF-8; save the file as UTF-8 (it may be UTF-16 or Latin-1)");
    refused(
        write("nul", "a\0b"),
        ", line 1: holds a NUL character; save the file as UTF-8 text (it may be UTF-16)");
  }
}
