package org.conceptspaces.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.conceptspaces.encoder.model.CheckpointFolder;

/**
 * The folder that a training fills: the trained model, its results and its checkpoints. Locked
 * while a process works in it, by a lock that ends with the process, however that ends.
 */
final class TrainingFolder implements AutoCloseable {

  private final Path folder;
  private final FolderLock lock;

  private TrainingFolder(FolderLock lock) {
    this.folder = lock.folder();
    this.lock = lock;
  }

  /**
   * Claims a folder.
   *
   * @param folder what the user named; made if need be
   * @param resume whether what is in it shall be taken up
   */
  static TrainingFolder claim(Path folder, boolean resume) {
    TrainingFolder claimed = new TrainingFolder(FolderLock.of(folder));
    try {
      claimed.check(resume);
      return claimed;
    } catch (RuntimeException e) {
      claimed.close();
      throw e;
    }
  }

  private void check(boolean resume) {
    if (Files.exists(folder.resolve(OutputFolder.MODELS))) {
      throw new UserException(
          "--output " + folder + ": holds the results of a comparison; name another folder");
    }
    if (Files.exists(folder.resolve(OutputFolder.RESULTS))) {
      throw new UserException(
          "--output " + folder + ": holds a training that has ended; name another folder");
    }
    Integer last = checkpoints().lastStep();
    if (last != null && !resume) {
      throw new UserException(
          "--output %s: holds a training stopped after step %d; give --resume to go on, or name another folder"
              .formatted(folder, last));
    }
  }

  CheckpointFolder checkpoints() {
    return new CheckpointFolder(folder.resolve("checkpoints"));
  }

  Path path() {
    return folder;
  }

  @Override
  public void close() {
    lock.close();
  }
}
