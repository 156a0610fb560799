package org.conceptspaces.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.conceptspaces.encoder.files.AtomicFiles;
import org.jspecify.annotations.Nullable;

/**
 * Where a job's files go. Never a folder that holds another run's results: making {@code models} in
 * it claims it, and of two jobs only one can.
 */
final class OutputFolder {

  /** What was found; a folder that has it holds a job that has ended. */
  static final String RESULTS = "results.json";

  static final String REPORT = "report.html";

  /** A comparison's models; a folder that has it is a comparison's. */
  static final String MODELS = "models";

  private static final Path RUNS = Path.of("runs");

  private final Path folder;

  private OutputFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Finds and claims the folder.
   *
   * @param wanted what the user named, or null for {@code runs/NAME}, or {@code runs/NAME-2} and so
   *     on
   * @param name a name for the job
   */
  static OutputFolder claim(@Nullable Path wanted, String name) {
    if (wanted != null) {
      if (wanted.toString().isBlank()) {
        throw new UserException("--output wants a folder, not an empty name");
      }
      if (!claim(wanted)) {
        throw new UserException(
            "--output " + wanted + ": holds another run's results; name a new folder");
      }
      return new OutputFolder(wanted);
    }
    Path folder = RUNS.resolve(name);
    for (int i = 2; !claim(folder); i++) {
      folder = RUNS.resolve(name + "-" + i);
    }
    return new OutputFolder(folder);
  }

  /** Makes the folder, and its models; false if it has them already. */
  private static boolean claim(Path folder) {
    if (Files.exists(folder.resolve(RESULTS))) {
      return false;
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
    try {
      Files.createDirectory(folder.resolve(MODELS));
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  static UserException unwritable(Path folder, IOException e) {
    String reason = Files.isRegularFile(folder) ? "is a file" : "cannot be made or written";
    return new UserException(
        "output folder %s: %s (%s); name another with --output"
            .formatted(folder, reason, e.getClass().getSimpleName()));
  }

  Path models() {
    return folder.resolve(MODELS);
  }

  /**
   * Writes a file, whole or not at all.
   *
   * @return its path
   */
  Path write(String name, String content) {
    return writeFile(folder.resolve(name), content);
  }

  static Path writeFile(Path file, String content) {
    try {
      AtomicFiles.write(file, out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
      return file;
    } catch (IOException e) {
      throw new JobException(file + ": cannot be written: " + e.getMessage(), e);
    }
  }

  @Override
  public String toString() {
    return folder.toString();
  }
}
