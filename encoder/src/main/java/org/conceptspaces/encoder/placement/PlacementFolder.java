package org.conceptspaces.encoder.placement;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
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
import java.util.List;
import org.conceptspaces.api.ConceptSpace;
import org.conceptspaces.encoder.files.AtomicFiles;
import org.conceptspaces.encoder.measure.PointBank;
import org.conceptspaces.encoder.model.ArrayFile;
import org.conceptspaces.encoder.model.TrainedModel;
import org.conceptspaces.placement.Placer;
import org.conceptspaces.placement.PlacerFile;
import org.conceptspaces.placement.TaxonomyFile;
import org.conceptspaces.placement.text.Wording;
import org.conceptspaces.taxonomy.DataException;
import org.conceptspaces.taxonomy.TextTaxonomy;
import org.jspecify.annotations.Nullable;

/**
 * What a model's folder holds for placing, below {@code placement}: {@code taxonomy.jsonl}, {@code
 * points.safetensors} if concepts are looked at, and {@code placer.json}, which comes last.
 */
public final class PlacementFolder {

  private static final String FOLDER = "placement";
  private static final String TAXONOMY = "taxonomy.jsonl";
  private static final String POINTS = "points.safetensors";
  private static final String PLACER = "placer.json";

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
      if (fitted.points() != null) {
        ArrayFile.write(folder.resolve(POINTS), manager.create(fitted.points()));
      } else {
        Files.deleteIfExists(folder.resolve(POINTS)); // of another placer
      }
      AtomicFiles.write(
          folder.resolve(PLACER),
          out -> out.write(fitted.placer().getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": cannot be written: " + e.getMessage(), e);
    }
  }

  /** A placer and what it holds open. */
  public static final class Loaded implements AutoCloseable {
    private final Placer placer;
    private final @Nullable PointBank points;

    Loaded(Placer placer, @Nullable PointBank points) {
      this.placer = placer;
      this.points = points;
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
      if (points != null) {
        points.close();
      }
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
      PointBank points =
          Files.exists(own.resolve(POINTS))
              ? model.saved(manager -> points(own.resolve(POINTS), manager, taxonomy, model))
              : null;
      return loaded(placer, taxonomy, model, points);
    } catch (NoSuchFileException e) {
      throw new DataException(e.getMessage() + ": is missing; copy the whole folder of a model", e);
    } catch (IOException e) {
      throw new DataException(
          own + ": cannot be read: " + e + "; copy the whole folder of a model", e);
    }
  }

  private static Loaded loaded(
      String placer, TextTaxonomy taxonomy, TrainedModel model, @Nullable PointBank points) {
    ConceptChannel concepts = points == null ? null : new ConceptChannel(model::points, points);
    List<Wording> wordings = taxonomy.texts().stream().map(Wording::of).toList();
    try {
      return new Loaded(
          PlacerFile.read(
              placer, taxonomy, name -> PlacementTask.channel(name, wordings, concepts)),
          points);
    } catch (RuntimeException e) {
      if (points != null) {
        points.close();
      }
      throw e;
    }
  }

  private static NDArray points(
      Path file, NDManager manager, TextTaxonomy taxonomy, TrainedModel model) {
    ConceptSpace space = model.network().space();
    Shape wanted =
        new Shape(taxonomy.size(), space.levels().get(space.summaryLevel()).coordinates());
    NDArray points = ArrayFile.read(file, manager);
    if (!points.getShape().equals(wanted)) {
      throw new DataException(
          file
              + ": has shape "
              + points.getShape()
              + ", but taxonomy and model want "
              + wanted
              + "; copy the whole folder of a model");
    }
    return points;
  }
}
