package org.conceptspaces.encoder.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.conceptspaces.encoder.files.AtomicFiles;
import org.conceptspaces.taxonomy.Sha256;

/** SHA-256 of files, and a folder's list of them as {@code sha256sum --check} reads it. */
final class Checksums {

  private static final String LIST = "SHA256SUMS";

  private Checksums() {}

  /** Lists all files of a folder in it. */
  static void write(Path folder) throws IOException {
    TreeMap<String, String> sums = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        sums.put(String.valueOf(file.getFileName()), Sha256.of(file));
      }
    }
    StringBuilder list = new StringBuilder();
    sums.forEach((name, sum) -> list.append(sum).append("  ").append(name).append('\n'));
    AtomicFiles.write(
        folder.resolve(LIST), out -> out.write(list.toString().getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Checks a folder against its list.
   *
   * @throws ModelException naming the first file that is missing or not as it was written
   */
  static void check(Path folder) {
    try {
      List<String> lines = Files.readAllLines(folder.resolve(LIST), StandardCharsets.ISO_8859_1);
      if (lines.isEmpty()) {
        throw damaged(folder.resolve(LIST));
      }
      for (String line : lines) {
        String[] parts = line.split("  ", 2);
        if (parts.length != 2 || !parts[1].matches("[A-Za-z0-9.-]+")) {
          throw damaged(folder.resolve(LIST));
        }
        if (!Sha256.of(folder.resolve(parts[1])).equals(parts[0])) {
          throw damaged(folder.resolve(parts[1]));
        }
      }
    } catch (NoSuchFileException e) {
      throw new ModelException(e.getFile() + ": is missing", e);
    } catch (IOException e) {
      throw new ModelException(folder + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static ModelException damaged(Path file) {
    return new ModelException(file + ": is damaged", null);
  }
}
