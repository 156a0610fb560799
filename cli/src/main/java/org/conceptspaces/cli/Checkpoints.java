package org.conceptspaces.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.conceptspaces.encoder.model.Checkpoint;
import org.conceptspaces.encoder.model.ModelDirectory;
import org.jspecify.annotations.Nullable;

/** Saves models while they train, and remembers how far each has come. */
final class Checkpoints {

  private final Map<Path, Integer> steps = new ConcurrentHashMap<>();

  /** Saves a model over its last checkpoint. */
  void save(Path folder, Checkpoint checkpoint) {
    ModelDirectory.save(folder, checkpoint.description(), checkpoint.model());
    steps.put(folder, checkpoint.state().steps());
  }

  /** The step that a model was saved at last, or null if it never was. */
  @Nullable Integer lastStep(Path folder) {
    return steps.get(folder);
  }
}
