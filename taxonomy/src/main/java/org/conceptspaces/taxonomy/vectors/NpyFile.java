package org.conceptspaces.taxonomy.vectors;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.conceptspaces.analysis.source.NpyHeader;
import org.conceptspaces.analysis.source.VectorSource;
import org.conceptspaces.analysis.source.VectorSources;
import org.conceptspaces.taxonomy.DataException;

/** An array of vectors as NumPy keeps it, without ids. */
final class NpyFile {

  /**
   * What was read.
   *
   * @param values row by row
   * @param width the numbers of a row
   */
  @SuppressWarnings("ArrayRecordComponent") // passed on at once, never compared
  record Rows(double[] values, int width) {}

  private static final int ROWS_AT_ONCE = 256;

  private NpyFile() {}

  static void write(Path file, NodeVectors vectors, Precision precision) throws IOException {
    ByteBuffer row =
        ByteBuffer.allocate(vectors.width() * precision.type().bytes())
            .order(ByteOrder.LITTLE_ENDIAN);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      NpyHeader.write(out, precision.type(), vectors.size(), vectors.width());
      for (int node = 0; node < vectors.size(); node++) {
        row.clear();
        for (int i = 0; i < vectors.width(); i++) {
          if (precision == Precision.FLOAT32) {
            row.putFloat((float) vectors.get(node, i));
          } else {
            row.putDouble(vectors.get(node, i));
          }
        }
        out.write(row.array());
      }
    }
  }

  static Rows read(Path file) {
    // the size is checked before anything is set aside for what a header merely promises
    VectorSource source = VectorSources.open(file, null, null);
    long numbers = source.rows() * source.width();
    if (source.slots() > 0) {
      throw new DataException(
          file
              + String.format(
                  Locale.ROOT,
                  ": has the shape (%d, %d, %d), but wants (vectors, coordinates)",
                  source.rows() / source.slots(),
                  source.slots(),
                  source.width()));
    }
    if (numbers > Integer.MAX_VALUE - 8) {
      throw new DataException(file + ": holds more numbers than can be read, " + numbers);
    }
    double[] values = new double[(int) numbers];
    int[] at = {0};
    source.read(
        ROWS_AT_ONCE,
        (block, rows) -> {
          System.arraycopy(block, 0, values, at[0], rows * source.width());
          at[0] += rows * source.width();
        });
    return new Rows(values, source.width());
  }
}
