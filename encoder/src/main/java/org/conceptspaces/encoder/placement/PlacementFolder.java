package org.conceptspaces.encoder.placement;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.conceptspaces.api.ConceptSpace;
import org.conceptspaces.api.numeric.Casts;
import org.conceptspaces.encoder.files.AtomicFiles;
import org.conceptspaces.encoder.model.ArrayFile;
import org.conceptspaces.encoder.model.TrainedModel;
import org.conceptspaces.encoder.pretrained.PretrainedInput;
import org.conceptspaces.placement.Placer;
import org.conceptspaces.placement.PlacerFile;
import org.conceptspaces.placement.TaxonomyFile;
import org.conceptspaces.taxonomy.DataException;
import org.conceptspaces.taxonomy.TextTaxonomy;
import org.jspecify.annotations.Nullable;

/**
 * What a model's folder holds for placing, below {@code placement}: {@code taxonomy.jsonl}, {@code
 * points.safetensors} if concepts are looked at, {@code concepts.safetensors} if that is done one
 * by one, {@code states.safetensors} if a pretrained encoder's states are, and {@code placer.json},
 * which comes last.
 */
public final class PlacementFolder {

  private static final String FOLDER = "placement";
  private static final String TAXONOMY = "taxonomy.jsonl";
  private static final String POINTS = "points.safetensors";
  private static final String CONCEPTS = "concepts.safetensors";
  private static final String STATES = "states.safetensors";
  private static final String PLACER = "placer.json";

  /** Any number of rows. */
  private static final long ANY = -1;

  private PlacementFolder() {}

  /**
   * Saves.
   *
   * @param model the model's folder
   * @param fitted the placer
   * @throws UncheckedIOException if the folder cannot be written
   */
  public static void save(Path model, PlacementTask.Fitted fitted) {
    Path folder = model.resolve(FOLDER);
    try (NDManager manager = NDManager.newBaseManager()) {
      Files.createDirectories(folder);
      AtomicFiles.write(
          folder.resolve(TAXONOMY),
          out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            TaxonomyFile.write(fitted.taxonomy(), writer);
            writer.flush();
          });
      double[][] points = fitted.points();
      double[][] states = fitted.states();
      double[][] concepts = fitted.concepts();
      write(folder.resolve(POINTS), points == null ? null : manager.create(points));
      write(folder.resolve(CONCEPTS), concepts == null ? null : manager.create(concepts));
      write(
          folder.resolve(STATES),
          states == null ? null : Casts.to(manager.create(states), DataType.FLOAT32));
      AtomicFiles.write(
          folder.resolve(PLACER),
          out -> out.write(fitted.placer().getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": cannot be written: " + e.getMessage(), e);
    }
  }

  private static void write(Path file, @Nullable NDArray array) throws IOException {
    if (array == null) {
      Files.deleteIfExists(file); // of another placer
    } else {
      ArrayFile.write(file, array);
      array.close();
    }
  }

  /** A placer and what it holds open. */
  public static final class Loaded implements AutoCloseable {
    private final Placer placer;
    private final TaxonomyChannels channels;

    Loaded(Placer placer, TaxonomyChannels channels) {
      this.placer = placer;
      this.channels = channels;
    }

    /**
     * The placer.
     *
     * @return usable until this is closed
     */
    public Placer placer() {
      return placer;
    }

    @Override
    public void close() {
      channels.close();
    }
  }

  /**
   * Whether a model's folder has a placer.
   *
   * @param model the folder
   * @return whether it has
   */
  public static boolean isIn(Path model) {
    return Files.exists(model.resolve(FOLDER).resolve(PLACER));
  }

  /**
   * Loads.
   *
   * @param folder the model's folder
   * @param model the model in it
   * @return the placer; close it when done
   * @throws DataException if a file is missing or not what it should be
   * @throws org.conceptspaces.encoder.model.ModelException if the points are damaged
   */
  public static Loaded load(Path folder, TrainedModel model) {
    Path own = folder.resolve(FOLDER);
    try (BufferedReader lines = Files.newBufferedReader(own.resolve(TAXONOMY))) {
      TextTaxonomy taxonomy = TaxonomyFile.read(own.resolve(TAXONOMY).toString(), lines);
      String placer = Files.readString(own.resolve(PLACER));
      return loaded(placer, taxonomy, channels(own, taxonomy, model));
    } catch (NoSuchFileException e) {
      throw new DataException(e.getMessage() + ": is missing; copy the whole folder of a model", e);
    } catch (IOException e) {
      throw new DataException(
          own + ": cannot be read: " + e + "; copy the whole folder of a model", e);
    }
  }

  private static Loaded loaded(String placer, TextTaxonomy taxonomy, TaxonomyChannels channels) {
    try {
      return new Loaded(PlacerFile.read(placer, taxonomy, channels), channels);
    } catch (RuntimeException e) {
      channels.close();
      throw e;
    }
  }

  private static TaxonomyChannels channels(Path own, TextTaxonomy taxonomy, TrainedModel model) {
    ConceptSpace space = model.network().space();
    int coordinates = space.levels().get(space.summaryLevel()).coordinates();
    PretrainedInput input = model.description().pretrained();
    TaxonomyChannels.Banks banks = new TaxonomyChannels.Banks(null, null, null);
    try {
      Path points = own.resolve(POINTS);
      if (Files.exists(points)) {
        banks =
            new TaxonomyChannels.Banks(
                model.saved(manager -> array(points, manager, taxonomy.size(), coordinates)),
                null,
                null);
      }
      Path concepts = own.resolve(CONCEPTS);
      if (Files.exists(concepts)) {
        banks =
            new TaxonomyChannels.Banks(
                banks.points(),
                model.savedConcepts(
                    taxonomy.size(), manager -> array(concepts, manager, ANY, 1 + coordinates)),
                null);
      }
      Path states = own.resolve(STATES);
      if (Files.exists(states) && input != null) {
        banks =
            new TaxonomyChannels.Banks(
                banks.points(),
                banks.concepts(),
                model.savedStates(
                    manager -> array(states, manager, taxonomy.size(), input.width())));
      }
      return new TaxonomyChannels(
          taxonomy,
          new TaxonomyChannels.Reader(model::points, model::concepts, model::states),
          banks);
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
