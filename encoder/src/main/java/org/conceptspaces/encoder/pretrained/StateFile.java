package org.conceptspaces.encoder.pretrained;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file of states: eight letters that tell its kind, the SHA-256 of what they are states of, the
 * rows in float16, and the CRC-32C of all that. It is mapped into memory, not read into it.
 */
final class StateFile {

  /** Its number rises when the file, or what is computed, changes. */
  static final String KIND = "STATES01";

  private static final int HEADER = KIND.length() + 32;
  private static final int SUM = Long.BYTES;

  /** A mapping has at most 2³¹ − 1 bytes; a file of states may have more. */
  private static final long MOST_MAPPED = 1L << 30;

  private final ByteBuffer[] parts;
  private final long rowsInPart;
  private final int row;

  private StateFile(ByteBuffer[] parts, long rowsInPart, int row) {
    this.parts = parts;
    this.rowsInPart = rowsInPart;
    this.row = row;
  }

  /** Writes rows one after the other. */
  interface Rows {

    /**
     * Writes all rows.
     *
     * @param out where to
     */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes a file.
   *
   * @param key what the states are of, 64 hexadecimal digits
   */
  static void write(OutputStream out, String key, Rows rows) throws IOException {
    CheckedOutputStream summed = new CheckedOutputStream(out, new CRC32C());
    summed.write(KIND.getBytes(StandardCharsets.US_ASCII));
    summed.write(HexFormat.of().parseHex(key));
    rows.writeTo(summed);
    DataOutputStream sum = new DataOutputStream(out);
    sum.writeLong(summed.getChecksum().getValue());
    sum.flush();
  }

  /**
   * Opens a file.
   *
   * @param key what the states are of
   * @param rows how many there are
   * @param row the bytes of each
   * @return the file, or null if it is not such a file, or damaged
   */
  static @Nullable StateFile open(Path path, String key, long rows, int row) throws IOException {
    try (FileChannel channel = FileChannel.open(path)) {
      if (channel.size() != HEADER + rows * row + SUM) {
        return null;
      }
      CRC32C sum = new CRC32C();
      ByteBuffer header = channel.map(FileChannel.MapMode.READ_ONLY, 0, HEADER);
      sum.update(header.duplicate());
      byte[] kind = new byte[KIND.length()];
      byte[] of = new byte[HEADER - kind.length];
      header.get(kind).get(of);
      if (!new String(kind, StandardCharsets.US_ASCII).equals(KIND)
          || !HexFormat.of().formatHex(of).equals(key)) {
        return null;
      }
      long rowsInPart = MOST_MAPPED / row;
      ByteBuffer[] parts = new ByteBuffer[Math.toIntExact((rows + rowsInPart - 1) / rowsInPart)];
      for (int i = 0; i < parts.length; i++) {
        long first = i * rowsInPart;
        long bytes = Math.min(rowsInPart, rows - first) * row;
        parts[i] = channel.map(FileChannel.MapMode.READ_ONLY, HEADER + first * row, bytes);
        sum.update(parts[i].duplicate());
      }
      ByteBuffer end = ByteBuffer.allocate(SUM).order(ByteOrder.BIG_ENDIAN);
      channel.read(end, channel.size() - SUM);
      return end.getLong(0) == sum.getValue() ? new StateFile(parts, rowsInPart, row) : null;
    }
  }

  /** Copies a row, with those that follow it in the same text. For several threads. */
  void read(long index, ByteBuffer target, int at) {
    ByteBuffer part = parts[(int) (index / rowsInPart)];
    target.put(at, part, (int) (index % rowsInPart) * row, row);
  }
}
