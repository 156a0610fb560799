package org.conceptspaces.taxonomy.vectors;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.conceptspaces.taxonomy.DataException;

/** A folder's checksums, as {@code sha256sum --check} reads them. */
final class Sums {

  static final String NAME = "SHA256SUMS";

  private Sums() {}

  static void write(Path folder, List<String> names) throws IOException {
    StringBuilder list = new StringBuilder();
    for (String name : names) {
      list.append(of(folder.resolve(name))).append("  ").append(name).append('\n');
    }
    Files.writeString(folder.resolve(NAME), list.toString());
  }

  static void check(Path folder, List<String> names) throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve(NAME), StandardCharsets.ISO_8859_1);
    for (String name : names) {
      if (!lines.contains(of(folder.resolve(name)) + "  " + name)) {
        throw new DataException(
            folder.resolve(name) + ": is not what " + NAME + " says; it is damaged or was changed");
      }
    }
  }

  private static String of(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
