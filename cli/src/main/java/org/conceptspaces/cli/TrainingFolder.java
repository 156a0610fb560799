package org.conceptspaces.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.conceptspaces.encoder.model.CheckpointFolder;
import org.jspecify.annotations.Nullable;

/**
 * The folder that a training fills: the trained model, its results and its checkpoints. Locked
 * while a process works in it, by a lock that ends with the process, however that ends.
 */
final class TrainingFolder implements AutoCloseable {

  private static final String LOCK = "training.lock";

  private final Path folder;
  private final FileChannel channel;

  private TrainingFolder(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * Claims a folder.
   *
   * @param folder what the user named; made if need be
   * @param resume whether what is in it shall be taken up
   */
  static TrainingFolder claim(Path folder, boolean resume) {
    if (folder.toString().isBlank()) {
      throw new UserException("--output wants a folder, not an empty name");
    }
    TrainingFolder claimed = lock(folder);
    try {
      claimed.check(resume);
      return claimed;
    } catch (RuntimeException e) {
      claimed.close();
      throw e;
    }
  }

  private static TrainingFolder lock(Path folder) {
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw new UserException(
            "--output " + folder + ": another process is training into it; name another folder");
      }
      return new TrainingFolder(folder, channel);
    } catch (IOException e) {
      throw OutputFolder.unwritable(folder, e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
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
    try {
      channel.close();
    } catch (IOException e) {
      throw new JobException(folder.resolve(LOCK) + ": cannot be closed: " + e.getMessage(), e);
    }
  }
}
