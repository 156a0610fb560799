package org.conceptspaces.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.conceptspaces.encoder.files.AtomicFiles;
import org.jspecify.annotations.Nullable;

/**
 * A training of nodes that was stopped, in one file.
 *
 * @param key what must be the same to go on: config, data, seed, threads
 * @param epochs how many epochs were made
 * @param seconds how long they took
 * @param state the engine's state
 */
record EmbeddingCheckpoint(String key, int epochs, double seconds, Map<String, double[]> state) {

  private static final String NAME = "checkpoint.bin";
  private static final int MAGIC = 0x4E4F4445;

  /** Writes it, whole or not at all. */
  void write(Path folder) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (DataOutputStream out = new DataOutputStream(bytes)) {
        out.writeUTF(key);
        out.writeInt(epochs);
        out.writeDouble(seconds);
        out.writeInt(state.size());
        for (Map.Entry<String, double[]> entry : new TreeMap<>(state).entrySet()) {
          out.writeUTF(entry.getKey());
          out.writeInt(entry.getValue().length);
          for (double value : entry.getValue()) {
            out.writeDouble(value);
          }
        }
      }
      byte[] content = bytes.toByteArray();
      AtomicFiles.write(
          folder.resolve(NAME),
          file -> {
            DataOutputStream out = new DataOutputStream(file);
            out.writeInt(MAGIC);
            out.writeLong(sum(content));
            out.write(content);
            out.flush();
          });
    } catch (IOException e) {
      throw new JobException(folder.resolve(NAME) + ": cannot be written: " + e.getMessage(), e);
    }
  }

  /**
   * Reads what was written last.
   *
   * @return null if nothing was
   */
  static @Nullable EmbeddingCheckpoint read(Path folder) {
    Path file = folder.resolve(NAME);
    if (!Files.exists(file)) {
      return null;
    }
    try {
      return parse(Files.readAllBytes(file));
    } catch (IOException | RuntimeException e) {
      throw new UserException(
          "--resume: "
              + file
              + " is damaged ("
              + (e instanceof EOFException ? "it is cut off" : e.getMessage())
              + "); remove it to begin anew, or name another folder");
    }
  }

  private static EmbeddingCheckpoint parse(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    if (in.readInt() != MAGIC) {
      throw new IOException("it is no checkpoint");
    }
    long sum = in.readLong();
    if (sum != sum(in.readAllBytes())) {
      throw new IOException("its sum is wrong");
    }
    in = new DataInputStream(new ByteArrayInputStream(bytes));
    in.skipNBytes(Integer.BYTES + Long.BYTES);
    String key = in.readUTF();
    int epochs = in.readInt();
    double seconds = in.readDouble();
    Map<String, double[]> state = new TreeMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      String name = in.readUTF();
      double[] values = new double[in.readInt()];
      for (int i = 0; i < values.length; i++) {
        values[i] = in.readDouble();
      }
      state.put(name, values);
    }
    return new EmbeddingCheckpoint(key, epochs, seconds, state);
  }

  /** The training has ended. */
  static void remove(Path folder) {
    try {
      Files.deleteIfExists(folder.resolve(NAME));
    } catch (IOException e) {
      throw new JobException(folder.resolve(NAME) + ": cannot be removed: " + e.getMessage(), e);
    }
  }

  static boolean isThere(Path folder) {
    return Files.exists(folder.resolve(NAME));
  }

  private static long sum(byte[] content) {
    CRC32 sum = new CRC32();
    sum.update(content);
    return sum.getValue();
  }
}
