package org.conceptspaces.analysis.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.conceptspaces.api.InputException;
import org.jspecify.annotations.Nullable;

/**
 * word2vec's text format: a line with the number of vectors and of coordinates, then a line for
 * each vector, its id and its coordinates between single spaces.
 */
public final class WordVectors {

  private static final int LARGEST = 1 << 24;

  private WordVectors() {}

  /** Takes what is read, a vector at a time. */
  public interface Sink {

    /**
     * Takes the sizes, before any vector.
     *
     * @param vectors how many are promised, above 0
     * @param width the numbers of each, above 0
     */
    void start(int vectors, int width);

    /**
     * Takes a vector.
     *
     * @param id its id
     * @param vector its numbers; the array is filled anew for the next one
     */
    void vector(String id, double[] vector);
  }

  /**
   * Reads a file.
   *
   * @param file UTF-8 text
   * @param sink takes the vectors
   * @throws IOException if the file cannot be read
   * @throws InputException if it holds something else; the message names file and line
   */
  public static void read(Path file, Sink sink) throws IOException {
    int number = 1;
    try (BufferedReader in = Files.newBufferedReader(file, UTF_8)) {
      int[] sizes = sizes(file, in.readLine());
      sink.start(sizes[0], sizes[1]);
      double[] vector = new double[sizes[1]];
      int found = 0;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        number++;
        if (!line.isBlank()) {
          found++;
          sink.vector(vector(file, number, line.strip(), vector), vector);
        }
      }
      if (found != sizes[0]) {
        throw at(file, 1, "promises " + sizes[0] + " vectors, but there are " + found);
      }
    } catch (CharacterCodingException e) {
      throw new InputException(file + ": is not valid UTF-8 text after line " + number, e);
    }
  }

  static int[] sizes(Path file) throws IOException {
    try (BufferedReader in = Files.newBufferedReader(file, UTF_8)) {
      return sizes(file, in.readLine());
    } catch (CharacterCodingException e) {
      throw new InputException(file + ": is not valid UTF-8 text in line 1", e);
    }
  }

  /** Reads the numbers and returns the id. */
  private static String vector(Path file, int number, String line, double[] out) {
    String[] fields = line.split(" ", -1);
    if (fields.length != out.length + 1) {
      throw at(
          file,
          number,
          "has "
              + fields.length
              + " fields, but needs "
              + (out.length + 1)
              + ", an id without spaces and "
              + out.length
              + " numbers, separated by one space");
    }
    for (int i = 0; i < out.length; i++) {
      try {
        out[i] = Double.parseDouble(fields[i + 1]);
      } catch (NumberFormatException e) {
        throw at(file, number, InputException.quote(fields[i + 1]) + " is no number");
      }
    }
    return fields[0];
  }

  private static int[] sizes(Path file, @Nullable String line) {
    if (line != null && line.strip().matches("\\d{1,9} \\d{1,9}")) {
      String[] words = line.strip().split(" ", -1);
      int[] sizes = {Integer.parseInt(words[0]), Integer.parseInt(words[1])};
      if (sizes[0] > 0
          && sizes[1] > 0
          && (long) sizes[0] * sizes[1] < Integer.MAX_VALUE - 8
          && sizes[1] <= LARGEST) {
        return sizes;
      }
    }
    throw at(
        file,
        1,
        "is "
            + InputException.quote(line == null ? "" : line)
            + ", but wants two whole numbers, of vectors and of their coordinates, as word2vec"
            + " writes them");
  }

  private static InputException at(Path file, int line, String what) {
    return new InputException(file + ", line " + line + ": " + what);
  }
}
