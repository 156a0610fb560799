package org.conceptspaces.encoder.model;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.conceptspaces.config.Plugins;
import org.jspecify.annotations.Nullable;

/**
 * The checkpoints of one training, the last two of them: a folder each, {@code step-0000100}, which
 * is a model as {@link ModelDirectory} saves it, with the optimisers and the losses beside it. A
 * checkpoint gets its name when it is complete, so one that has a name was never half-written,
 * whenever the process ends; that it was not damaged since is checked when it is read.
 */
public final class CheckpointFolder {

  private static final int KEPT = 2;
  private static final String PREFIX = "step-";
  private static final String PART = ".part";

  private final Path root;

  /**
   * Names the folder; it need not exist.
   *
   * @param root the folder of all checkpoints of one training
   */
  public CheckpointFolder(Path root) {
    this.root = root;
  }

  /**
   * Saves a checkpoint and removes those before the last two.
   *
   * @param checkpoint the checkpoint
   * @return its folder
   * @throws ModelException if it cannot be written; those before it are then as they were
   */
  public Path save(Checkpoint checkpoint) {
    String name = String.format(Locale.ROOT, "%s%07d", PREFIX, checkpoint.state().steps());
    Path target = root.resolve(name);
    Path part = part(name);
    try {
      Files.createDirectories(part);
      CheckpointFiles.write(part, checkpoint);
      if (Files.exists(target)) {
        Files.move(target, part("replaced"), StandardCopyOption.ATOMIC_MOVE);
      }
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      removeOld();
      return target;
    } catch (IOException | UncheckedIOException e) {
      Folders.removeQuietly(part);
      throw unwritten(target, e);
    } catch (ModelException e) {
      Folders.removeQuietly(part);
      throw unwritten(target, e.getCause() instanceof Exception cause ? cause : e);
    } catch (RuntimeException e) {
      Folders.removeQuietly(part);
      throw e;
    }
  }

  private static ModelException unwritten(Path target, Exception why) {
    return new ModelException(
        "checkpoint " + target + ": cannot be written: " + reason(why) + "; make room on its disk",
        why);
  }

  /**
   * The number of steps of the last checkpoint.
   *
   * @return the number, or null if there is no checkpoint
   */
  public @Nullable Integer lastStep() {
    List<Path> newest = newestFirst();
    return newest.isEmpty() ? null : steps(newest.get(0));
  }

  /**
   * Reads the last checkpoint that is not damaged.
   *
   * @param plugins what spaces' names mean
   * @param manager owns its arrays, on the device wanted
   * @param problems told about each later checkpoint that cannot be read
   * @return the checkpoint, or null if there is none at all
   * @throws ModelException if there are some, but none can be read
   */
  public @Nullable Checkpoint load(Plugins plugins, NDManager manager, Consumer<String> problems) {
    List<Path> folders = newestFirst();
    ModelException last = null;
    for (Path folder : folders) {
      try {
        return CheckpointFiles.read(folder, steps(folder), plugins, manager);
      } catch (ModelException e) {
        problems.accept(String.valueOf(e.getMessage()));
        last = e;
      }
    }
    if (last != null) {
      throw new ModelException(
          root + ": holds no checkpoint that can be read; train anew into another folder", last);
    }
    return null;
  }

  private void removeOld() {
    newestFirst().stream().skip(KEPT).forEach(Folders::removeQuietly);
    for (Path path : entries()) {
      if (path.toString().endsWith(PART)) {
        Folders.removeQuietly(path);
      }
    }
  }

  private List<Path> newestFirst() {
    return entries().stream()
        .filter(path -> name(path).matches(PREFIX + "\\d{7,9}"))
        .sorted(Comparator.comparing(CheckpointFolder::steps).reversed())
        .toList();
  }

  private static int steps(Path folder) {
    return Integer.parseInt(name(folder).substring(PREFIX.length()));
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  private List<Path> entries() {
    try (Stream<Path> entries = Files.list(root)) {
      return entries.toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw new ModelException(root + ": cannot be read: " + reason(e), e);
    }
  }

  private Path part(String name) {
    return root.resolve(name + "." + UUID.randomUUID() + PART);
  }

  private static String reason(Exception e) {
    return e.getClass().getSimpleName() + ": " + e.getMessage();
  }
}
