package org.conceptspaces.taxonomy.vectors;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.conceptspaces.taxonomy.DataException;
import org.conceptspaces.taxonomy.Sha256;

/** A folder's checksums, as {@code sha256sum --check} reads them. */
final class Sums {

  static final String NAME = "SHA256SUMS";

  private Sums() {}

  static void write(Path folder, List<String> names) throws IOException {
    StringBuilder list = new StringBuilder();
    for (String name : names) {
      list.append(Sha256.of(folder.resolve(name))).append("  ").append(name).append('\n');
    }
    Files.writeString(folder.resolve(NAME), list.toString());
  }

  static void check(Path folder, List<String> names) throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve(NAME), StandardCharsets.ISO_8859_1);
    for (String name : names) {
      if (!lines.contains(Sha256.of(folder.resolve(name)) + "  " + name)) {
        throw new DataException(
            folder.resolve(name) + ": is not what " + NAME + " says; it is damaged or was changed");
      }
    }
  }
}
