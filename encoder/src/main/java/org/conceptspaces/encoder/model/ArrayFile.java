package org.conceptspaces.encoder.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.conceptspaces.encoder.files.AtomicFiles;

/** One array in a safetensors file. */
public final class ArrayFile {

  private static final String NAME = "array";

  private ArrayFile() {}

  /**
   * Writes an array.
   *
   * @param file the file; never seen half-written
   * @param array floating-point numbers
   * @throws IOException if writing fails
   */
  public static void write(Path file, NDArray array) throws IOException {
    try (NamedArrays arrays = new NamedArrays()) {
      arrays.add(NAME, array);
      AtomicFiles.write(file, arrays::write);
    }
  }

  /**
   * Reads an array.
   *
   * @param file what {@link #write} wrote
   * @param manager owns the array
   * @return the array
   * @throws ModelException if the file is missing or damaged
   */
  public static NDArray read(Path file, NDManager manager) {
    try {
      return SavedArrays.decode(Files.readAllBytes(file), manager).head();
    } catch (IOException | RuntimeException e) {
      throw ModelException.unreadable(file, "array", e);
    }
  }
}
