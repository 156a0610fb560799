package org.conceptspaces.cli;

import ai.djl.ndarray.NDManager;
import java.nio.file.Files;
import java.nio.file.Path;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.encoder.model.ModelDirectory;
import org.conceptspaces.encoder.model.ModelException;
import org.conceptspaces.encoder.model.TrainedModel;
import org.conceptspaces.encoder.placement.PlacementFolder;

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

  /** Opens what places texts beside it, or says how to have that. */
  static PlacementFolder.Loaded placer(Path model, TrainedModel trained) {
    if (!PlacementFolder.isIn(model)) {
      throw new UserException(
          "model "
              + model
              + ": does not place texts; train it with 'placement: {channels: [words, openings,"
              + " names, concepts]}' in its config");
    }
    return PlacementFolder.load(model, trained);
  }
}
