package org.conceptspaces.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps other processes out of a folder, by a lock that ends with the process. */
final class FolderLock implements AutoCloseable {

  private static final String LOCK = "training.lock";

  private final Path folder;
  private final FileChannel channel;

  private FolderLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * Makes a folder, if need be, and locks it.
   *
   * @param folder what the user named as {@code --output}
   */
  static FolderLock of(Path folder) {
    if (folder.toString().isBlank()) {
      throw new UserException("--output wants a folder, not an empty name");
    }
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null || !Files.exists(folder.resolve(LOCK))) {
        channel.close();
        throw new UserException(
            "--output " + folder + ": another process is training into it; name another folder");
      }
      return new FolderLock(folder, channel);
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

  Path folder() {
    return folder;
  }

  /**
   * Takes the lock away from a folder that holds nothing else, to be closed next.
   *
   * @param made whether the folder was made for this, so that it goes as well
   */
  void withdraw(boolean made) {
    try (Stream<Path> files = Files.list(folder)) {
      if (files.anyMatch(file -> !file.endsWith(LOCK))) {
        return;
      }
      Files.deleteIfExists(folder.resolve(LOCK));
      if (made) {
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      // gone already, or kept by the system: a folder with a lock in it does no harm
      return;
    }
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
