package org.conceptspaces.taxonomy.vectors;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.conceptspaces.analysis.source.WordVectors;
import org.conceptspaces.taxonomy.DataException;

/**
 * word2vec's text format: a line with the number of vectors and of coordinates, then a line for
 * each vector, its id and its coordinates between single spaces. There is no agreed way to write an
 * id with spaces, hence such ids are refused.
 */
final class WordVectorText {

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
    Gathered gathered = new Gathered();
    WordVectors.read(file, gathered);
    double[] values = Arrays.copyOf(gathered.values, gathered.ids.size() * gathered.width);
    return VectorFiles.vectors(file, gathered.ids, values, gathered.width);
  }

  /** Grows with what is there, whatever the first line promises. */
  private static final class Gathered implements WordVectors.Sink {

    private final List<String> ids = new ArrayList<>();
    private double[] values = {};
    private int width;

    @Override
    public void start(int vectors, int coordinates) {
      width = coordinates;
    }

    @Override
    public void vector(String id, double[] vector) {
      int start = ids.size() * width;
      if (values.length < start + width) {
        values = Arrays.copyOf(values, Math.max(2 * values.length, 64 * width));
      }
      ids.add(id);
      System.arraycopy(vector, 0, values, start, width);
    }
  }
}
