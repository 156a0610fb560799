package org.conceptspaces.cli;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.conceptspaces.encoder.experiment.RunResult;
import org.conceptspaces.encoder.model.Checkpoint;
import org.conceptspaces.encoder.model.Folders;
import org.conceptspaces.encoder.model.ModelDirectory;
import org.conceptspaces.encoder.placement.PlacementFolder;
import org.conceptspaces.encoder.placement.PlacementTask;
import org.jspecify.annotations.Nullable;

/** Saves models while they train, and remembers how far each has come. */
final class SavedModels {

  /** The step that each unfinished model was saved at last. */
  private final Map<Path, Integer> steps = new ConcurrentHashMap<>();

  /** Saves a model over its last checkpoint. */
  void save(Path folder, Checkpoint checkpoint) {
    ModelDirectory.save(folder, checkpoint.description(), checkpoint.model());
    steps.put(folder, checkpoint.state().steps());
  }

  /** Saves what places texts, if anything does, beside a model. */
  static void savePlacer(Path folder, RunResult run) {
    PlacementTask.Fitted placer = run.outcome().placement();
    if (placer == null) {
      return;
    }
    try {
      PlacementFolder.save(folder, placer);
    } catch (UncheckedIOException e) {
      throw new JobException(String.valueOf(e.getMessage()), e);
    }
  }

  /** A model was saved for the last time. */
  void finished(Path folder) {
    steps.remove(folder);
  }

  /** The step that a model was saved at last, or null if it never was. */
  @Nullable Integer lastStep(Path folder) {
    return steps.get(folder);
  }

  /** Removes the models that did not come to their end. */
  void removeUnfinished() {
    steps.keySet().forEach(Folders::removeQuietly);
    steps.clear();
  }
}
