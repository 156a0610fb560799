package org.conceptspaces.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Results as JSON, where the user wants them. */
final class JsonOption {

  private static final String STANDARD_OUTPUT = "-";

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description =
          "Write the results as JSON there too; - prints them, and nothing else, on standard output.")
  private @Nullable String target;

  /** Refuses a file that cannot be written, before any work is done. */
  void check() {
    Path file = file();
    if (file == null) {
      return;
    }
    Path parent = file.toAbsolutePath().getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      throw problem("the folder " + parent + " does not exist; make it first");
    }
    if (Files.isDirectory(file)) {
      throw problem("is a folder; name a file");
    }
    try {
      Files.delete(Files.createTempFile(parent, "concepts", ".part"));
    } catch (IOException e) {
      throw problem("cannot be written (" + e.getClass().getSimpleName() + "); name another file");
    }
  }

  /** Whether standard output is for JSON alone. */
  boolean onStandardOutput() {
    return STANDARD_OUTPUT.equals(target);
  }

  /** Writes the results where they are wanted, if they are. */
  void write(String json, PrintWriter out) {
    Path file = file();
    if (onStandardOutput()) {
      out.println(json);
    } else if (file != null) {
      OutputFolder.writeFile(file, json);
    }
  }

  private @Nullable Path file() {
    if (target == null || onStandardOutput()) {
      return null;
    }
    if (target.isBlank()) {
      throw problem("wants a file, or -");
    }
    try {
      return Path.of(target);
    } catch (InvalidPathException e) {
      throw problem("is no path of a file");
    }
  }

  private UserException problem(String what) {
    return new UserException("--json " + target + ": " + what);
  }
}
