package org.conceptspaces.analysis.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.conceptspaces.api.InputException;

/**
 * Which class each of some inputs is of.
 *
 * @param name what messages call them
 * @param classes a class for each input, in order, from 0
 * @param count how many classes there are
 */
@SuppressWarnings("ArrayRecordComponent") // large; passed on, never compared
public record Labels(String name, int[] classes, int count) {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /**
   * Reads a file of labels, one on each line, any text; spaces around it are dropped.
   *
   * @param file UTF-8 text
   * @return a label for each line
   * @throws InputException if it cannot be read, holds none, or a line is blank
   */
  public static Labels read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new InputException(
          file + ": there is no such file; give a file of labels, one on each line");
    }
    Map<String, Integer> numbers = new LinkedHashMap<>();
    int[] classes = new int[16];
    int lines = 0;
    try (BufferedReader in = Files.newBufferedReader(file, UTF_8)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String label = label(line, lines);
        if (label.isEmpty()) {
          throw new InputException(
              file + ", line " + (lines + 1) + ": is blank; give a label on each line");
        }
        if (lines == classes.length) {
          classes = Arrays.copyOf(classes, Math.multiplyExact(2, lines));
        }
        classes[lines++] = numbers.computeIfAbsent(label, unseen -> numbers.size());
      }
    } catch (CharacterCodingException e) {
      throw new InputException(file + ": is not valid UTF-8 text after line " + lines, e);
    } catch (IOException e) {
      throw new InputException(file + ": cannot be read: " + e.getMessage(), e);
    }
    if (lines == 0) {
      throw new InputException(file + ": is empty; give a label on each line");
    }
    return new Labels(file.toString(), Arrays.copyOf(classes, lines), numbers.size());
  }

  private static String label(String line, int before) {
    return (before == 0 && line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line).strip();
  }
}
