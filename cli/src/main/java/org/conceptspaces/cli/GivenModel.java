package org.conceptspaces.cli;

import ai.djl.ndarray.NDManager;
import java.nio.file.Files;
import java.nio.file.Path;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.encoder.model.ModelDirectory;
import org.conceptspaces.encoder.model.ModelException;
import org.conceptspaces.encoder.model.TrainedModel;

/** A model that the user has named. */
final class GivenModel {

  private GivenModel() {}

  /** Loads it, or says what the path is instead. */
  static TrainedModel load(Path model, Plugins plugins, NDManager manager) {
    if (!Files.exists(model)) {
      throw new UserException(
          "model "
              + model
              + ": there is no such folder; check the path (here: "
              + model.toAbsolutePath()
              + ")");
    }
    if (!Files.isDirectory(model)) {
      throw new UserException("model " + model + ": is a file; name a folder that holds a model");
    }
    if (Files.isDirectory(model.resolve(OutputFolder.MODELS))) {
      throw new UserException(
          "model "
              + model
              + ": holds a comparison's models; name one of the folders in "
              + model.resolve(OutputFolder.MODELS));
    }
    try {
      return ModelDirectory.load(model, plugins, manager);
    } catch (ModelException e) {
      throw new UserException(String.valueOf(e.getMessage()));
    }
  }
}
