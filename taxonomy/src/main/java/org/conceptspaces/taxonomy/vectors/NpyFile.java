package org.conceptspaces.taxonomy.vectors;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
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

  private NpyFile() {}

  static void write(Path file, NodeVectors vectors, Precision precision) throws IOException {
    ByteBuffer row =
        ByteBuffer.allocate(vectors.width() * precision.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      NpyHeader.write(out, precision, vectors.size(), vectors.width());
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

  static Rows read(Path file) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      NpyHeader header = NpyHeader.read(file, in);
      // the size is checked before anything is set aside for what a header merely promises
      refuseOtherSize(file, header);
      int width = (int) header.columns();
      double[] values = new double[(int) (header.rows() * header.columns())];
      byte[] bytes = new byte[width * header.precision().bytes()];
      ByteBuffer row = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      for (int at = 0; at < values.length; ) {
        in.readFully(bytes);
        row.clear();
        for (int i = 0; i < width; i++) {
          values[at++] = header.precision() == Precision.FLOAT32 ? row.getFloat() : row.getDouble();
        }
      }
      return new Rows(values, width);
    }
  }

  private static void refuseOtherSize(Path file, NpyHeader header) throws IOException {
    double numbers = (double) header.rows() * header.columns();
    if (numbers == 0) {
      throw new DataException(file + ": holds no vectors");
    }
    double wanted = header.length() + numbers * header.precision().bytes();
    long there = Files.size(file);
    if (wanted != there) {
      throw new DataException(
          file
              + ": promises "
              + header.rows()
              + " × "
              + header.columns()
              + " numbers, but has "
              + (wanted > there ? "only " : "")
              + (there - header.length()) / header.precision().bytes()
              + "; it was cut off or damaged, copy it again");
    }
    if (numbers > Integer.MAX_VALUE - 8 || header.columns() > 1 << 24) {
      throw new DataException(file + ": holds more numbers than can be read, " + (long) numbers);
    }
  }
}
