package org.conceptspaces.encoder.placement;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.conceptspaces.api.ConceptSpace;
import org.conceptspaces.api.numeric.Casts;
import org.conceptspaces.encoder.model.ArrayFile;
import org.conceptspaces.encoder.model.TrainedModel;
import org.conceptspaces.encoder.placement.TaxonomyChannels.Banks;
import org.conceptspaces.encoder.pretrained.PretrainedInput;
import org.conceptspaces.taxonomy.DataException;
import org.jspecify.annotations.Nullable;

/** What is known of the texts of a taxonomy, in the files of a placer. */
final class BankFiles {

  private static final String POINTS = "points.safetensors";
  private static final String CONCEPTS = "concepts.safetensors";
  private static final String STATES = "states.safetensors";

  /** Any number of rows. */
  private static final long ANY = -1;

  private BankFiles() {}

  /**
   * Writes what there is, and removes what is of another placer.
   *
   * @param scratch for arrays on their way
   */
  static void write(Path folder, PlacementTask.Fitted fitted, NDManager scratch)
      throws IOException {
    double[][] points = fitted.points();
    double[][] concepts = fitted.concepts();
    double[][] states = fitted.states();
    write(folder.resolve(POINTS), points == null ? null : scratch.create(points));
    write(folder.resolve(CONCEPTS), concepts == null ? null : scratch.create(concepts));
    write(
        folder.resolve(STATES),
        states == null ? null : Casts.to(scratch.create(states), DataType.FLOAT32));
  }

  private static void write(Path file, @Nullable NDArray array) throws IOException {
    if (array == null) {
      Files.deleteIfExists(file);
    } else {
      ArrayFile.write(file, array);
      array.close();
    }
  }

  /**
   * Reads what there is.
   *
   * @param texts how many texts the taxonomy has
   * @param model the model that the points and concepts are of
   * @throws DataException if an array is not of the taxonomy and the model
   * @throws org.conceptspaces.encoder.model.ModelException if a file is damaged
   */
  static Banks read(Path folder, int texts, TrainedModel model) {
    ConceptSpace space = model.network().space();
    int coordinates = space.levels().get(space.summaryLevel()).coordinates();
    PretrainedInput input = model.description().pretrained();
    Path points = folder.resolve(POINTS);
    Path concepts = folder.resolve(CONCEPTS);
    Path states = folder.resolve(STATES);
    Banks banks = Banks.NONE;
    try {
      if (Files.exists(points)) {
        banks = banks.with(model.saved(own -> array(points, own, texts, coordinates)));
      }
      if (Files.exists(concepts)) {
        banks =
            banks.with(
                model.savedConcepts(texts, own -> array(concepts, own, ANY, 1 + coordinates)));
      }
      if (Files.exists(states) && input != null) {
        banks = banks.with(model.savedStates(own -> array(states, own, texts, input.width())));
      }
      return banks;
    } catch (IndexOutOfBoundsException e) {
      banks.close();
      throw new DataException(
          concepts + ": has concepts of texts that are not there; copy the whole folder of a model",
          e);
    } catch (RuntimeException e) {
      banks.close();
      throw e;
    }
  }

  private static NDArray array(Path file, NDManager manager, long rows, int width) {
    NDArray array = ArrayFile.read(file, manager);
    Shape shape = array.getShape();
    boolean right =
        shape.dimension() == 2 && shape.get(1) == width && (rows == ANY || shape.get(0) == rows);
    if (!right) {
      throw new DataException(
          file
              + ": has shape "
              + shape
              + ", but taxonomy and model want "
              + (rows == ANY ? "(any, " + width + ")" : new Shape(rows, width))
              + "; copy the whole folder of a model");
    }
    return array;
  }
}
