package org.conceptspaces.encoder.placement;

import ai.djl.ndarray.NDManager;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.conceptspaces.encoder.files.AtomicFiles;
import org.conceptspaces.encoder.model.TrainedModel;
import org.conceptspaces.placement.Placer;
import org.conceptspaces.placement.PlacerFile;
import org.conceptspaces.placement.TaxonomyFile;
import org.conceptspaces.taxonomy.DataException;
import org.conceptspaces.taxonomy.TextTaxonomy;

/**
 * What a model's folder holds for placing, below {@code placement}: {@code taxonomy.jsonl}, {@code
 * points.safetensors} if concepts are looked at, {@code concepts.safetensors} if that is done one
 * by one, {@code states.safetensors} if a pretrained encoder's states are, and {@code placer.json},
 * which comes last.
 */
public final class PlacementFolder {

  private static final String FOLDER = "placement";
  private static final String TAXONOMY = "taxonomy.jsonl";
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
      BankFiles.write(folder, fitted, manager);
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
      TaxonomyChannels.Reader reader =
          new TaxonomyChannels.Reader(model::points, model::concepts, model::states);
      TaxonomyChannels.Banks banks = BankFiles.read(own, taxonomy.size(), model);
      return loaded(placer, taxonomy, new TaxonomyChannels(taxonomy, reader, banks));
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
}
