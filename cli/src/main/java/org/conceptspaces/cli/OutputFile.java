package org.conceptspaces.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that an option names. */
final class OutputFile {

  private OutputFile() {}

  /** Refuses a file that cannot be written, before any work is done. */
  static void check(String option, Path file) {
    Path parent = file.toAbsolutePath().getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      throw problem(option, file, "the folder " + parent + " does not exist; make it first");
    }
    if (Files.isDirectory(file)) {
      throw problem(option, file, "is a folder; name a file");
    }
    try {
      Files.delete(Files.createTempFile(parent, "concepts", ".part"));
    } catch (IOException e) {
      throw problem(
          option,
          file,
          "cannot be written (" + e.getClass().getSimpleName() + "); name another file");
    }
  }

  static UserException problem(String option, Object file, String what) {
    return new UserException(option + " " + file + ": " + what);
  }
}
