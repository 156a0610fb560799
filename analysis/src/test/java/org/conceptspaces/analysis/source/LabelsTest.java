package org.conceptspaces.analysis.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.conceptspaces.api.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelsTest {

  @TempDir private Path folder = Path.of("");

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("labels.txt"), text, StandardCharsets.UTF_8);
  }

  @Test
  void aLabelIsALineOfAnyText() throws IOException {
    Labels labels = Labels.read(file("\uFEFFcat\r\na dog \ncat\n7\nkatzé"));
    assertArrayEquals(new int[] {0, 1, 0, 2, 3}, labels.classes());
    assertEquals(4, labels.count());
  }

  @Test
  void moreThanAFew() throws IOException {
    Labels labels = Labels.read(file("x\ny\n".repeat(5000)));
    assertEquals(10_000, labels.classes().length);
    assertEquals(1, labels.classes()[9999]);
  }

  @Test
  void hostileFiles() throws IOException {
    refused("cat\n\ndog\n", ", line 2: is blank; give a label on each line");
    refused("", ": is empty; give a label on each line");
    Files.write(folder.resolve("labels.txt"), new byte[] {'a', '\n', (byte) 0xff, '\n'});
    refused(": is not valid UTF-8 text after line ");
    Files.delete(folder.resolve("labels.txt"));
    refused(": there is no such file; give a file of labels, one on each line");
  }

  private void refused(String text, String problem) throws IOException {
    file(text);
    refused(problem);
  }

  private void refused(String problem) {
    Path file = folder.resolve("labels.txt");
    String message = assertThrows(InputException.class, () -> Labels.read(file)).getMessage();
    assertEquals(file + problem, message.replaceFirst("(after line ).*", "$1"));
  }
}
