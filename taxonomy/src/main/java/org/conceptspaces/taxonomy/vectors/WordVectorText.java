package org.conceptspaces.taxonomy.vectors;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.conceptspaces.taxonomy.DataException;
import org.jspecify.annotations.Nullable;

/**
 * word2vec's text format: a line with the number of vectors and of coordinates, then a line for
 * each vector, its id and its coordinates between single spaces. There is no agreed way to write an
 * id with spaces, hence such ids are refused.
 */
final class WordVectorText {

  private static final int LARGEST = 1 << 24;

  private WordVectorText() {}

  static void write(Path file, NodeVectors vectors, Precision precision) throws IOException {
    for (String id : vectors.ids()) {
      if (id.codePoints().anyMatch(Character::isWhitespace)) {
        throw new DataException(
            file
                + ": word2vec's text format has no spaces in ids, and there is "
                + DataException.quote(id)
                + "; write .npy, or rename the node");
      }
    }
    try (BufferedWriter out = Files.newBufferedWriter(file, UTF_8)) {
      out.write(vectors.size() + " " + vectors.width() + "\n");
      for (int node = 0; node < vectors.size(); node++) {
        out.write(vectors.ids().get(node));
        for (int i = 0; i < vectors.width(); i++) {
          double value = vectors.get(node, i);
          out.write(' ');
          out.write(
              precision == Precision.FLOAT32
                  ? Float.toString((float) value)
                  : Double.toString(value));
        }
        out.write('\n');
      }
    }
  }

  static NodeVectors read(Path file) throws IOException {
    int number = 1;
    try (BufferedReader in = Files.newBufferedReader(file, UTF_8)) {
      int[] sizes = sizes(file, in.readLine());
      List<String> ids = new ArrayList<>();
      double[] values = new double[0];
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        number++;
        if (line.isBlank()) {
          continue;
        }
        String[] fields = line.strip().split(" ", -1);
        if (fields.length != sizes[1] + 1) {
          throw at(
              file,
              number,
              "has "
                  + fields.length
                  + " fields, but needs "
                  + (sizes[1] + 1)
                  + ", an id without spaces and "
                  + sizes[1]
                  + " numbers, separated by one space");
        }
        int start = ids.size() * sizes[1];
        if (values.length < start + sizes[1]) {
          values = Arrays.copyOf(values, Math.max(2 * values.length, 64 * sizes[1]));
        }
        ids.add(fields[0]);
        for (int i = 0; i < sizes[1]; i++) {
          values[start + i] = number(file, number, fields[i + 1]);
        }
      }
      if (ids.size() != sizes[0]) {
        throw at(file, 1, "promises " + sizes[0] + " vectors, but there are " + ids.size());
      }
      return VectorFiles.vectors(file, ids, Arrays.copyOf(values, ids.size() * sizes[1]), sizes[1]);
    } catch (CharacterCodingException e) {
      throw new DataException(file + ": is not valid UTF-8 text after line " + number, e);
    }
  }

  private static int[] sizes(Path file, @Nullable String line) {
    if (line != null && line.strip().matches("\\d{1,9} \\d{1,9}")) {
      int[] sizes = Arrays.stream(line.strip().split(" ")).mapToInt(Integer::parseInt).toArray();
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
            + DataException.quote(line == null ? "" : line)
            + ", but wants two whole numbers, of vectors and of their coordinates, as word2vec"
            + " writes them");
  }

  private static double number(Path file, int line, String field) {
    try {
      return Double.parseDouble(field);
    } catch (NumberFormatException e) {
      throw at(file, line, DataException.quote(field) + " is no number");
    }
  }

  private static DataException at(Path file, int line, String what) {
    return new DataException(file + ", line " + line + ": " + what);
  }
}
