package org.conceptspaces.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The folder that an embedding fills, kept from other processes meanwhile. */
final class EmbeddingFolderClaim implements AutoCloseable {

  private static final Path RUNS = Path.of("runs");

  private final FolderLock lock;
  private final boolean made;

  private EmbeddingFolderClaim(FolderLock lock, boolean made) {
    this.lock = lock;
    this.made = made;
  }

  /**
   * Claims a folder.
   *
   * @param wanted what the user named, or null for {@code runs/embed-NAME} and so on
   * @param resume whether what is in it shall be taken up
   * @param source the hierarchy's name
   */
  static EmbeddingFolderClaim of(@Nullable Path wanted, boolean resume, String source) {
    boolean made = wanted == null || Files.notExists(wanted);
    EmbeddingFolderClaim claim =
        new EmbeddingFolderClaim(FolderLock.of(wanted == null ? fresh(source) : wanted), made);
    try {
      claim.check(resume);
      return claim;
    } catch (RuntimeException e) {
      claim.close();
      throw e;
    }
  }

  private static Path fresh(String source) {
    String name = "embed-" + source.replaceAll("[^A-Za-z0-9.-]+", "-");
    Path folder = RUNS.resolve(name);
    try {
      Files.createDirectories(RUNS);
      for (int i = 2; Files.exists(folder); i++) {
        folder = RUNS.resolve(name + "-" + i);
      }
      return Files.createDirectory(folder);
    } catch (IOException e) {
      throw OutputFolder.unwritable(folder, e);
    }
  }

  private void check(boolean resume) {
    if (Files.exists(path().resolve(OutputFolder.MODELS))
        || Files.exists(path().resolve(OutputFolder.RESULTS))) {
      throw new UserException(
          "--output " + path() + ": holds another run's results; name a new folder");
    }
    if (!resume && EmbeddingCheckpoint.isThere(path())) {
      throw new UserException(
          "--output "
              + path()
              + ": holds a training that was stopped; give --resume to go on, or name another"
              + " folder");
    }
  }

  Path path() {
    return lock.folder();
  }

  /** Gives the folder up; one that nothing was written into is as before. */
  @Override
  public void close() {
    lock.withdraw(made);
    lock.close();
  }
}
