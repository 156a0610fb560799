package org.conceptspaces.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.conceptspaces.encoder.model.Checkpoint;
import org.conceptspaces.encoder.model.ModelDirectory;

/** Saves models while they train, and remembers how far each has come. */
final class Checkpoints {

  private final Map<Path, Integer> steps = new ConcurrentHashMap<>();

  /** Saves a model over its last checkpoint. */
  void save(Path folder, Checkpoint checkpoint) {
    ModelDirectory.save(folder, checkpoint.description(), checkpoint.model());
    steps.put(folder, checkpoint.state().steps());
  }

  /** Where the last checkpoint of a model is, in words. */
  String last(Path folder) {
    Integer step = steps.get(folder);
    if (step == null) {
      return "No checkpoint was written";
    }
    return "The last good checkpoint, "
        + (step == 0 ? "from before the first step" : "of step " + step)
        + ", is in "
        + folder;
  }
}
