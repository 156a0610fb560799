package org.conceptspaces.taxonomy.vectors;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.ToNumberPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.conceptspaces.taxonomy.DataException;

/**
 * An embedding on disk, a folder of four files: {@code points.npy}, {@code ids.txt} with an id on
 * each line, {@code embedding.json}, and {@code SHA256SUMS} of these, checked when they are read.
 * It is made beside its place and moved there, so that it is there whole or not at all.
 */
public final class EmbeddingFolder {

  private static final String POINTS = "points.npy";
  private static final String IDS = "ids.txt";
  private static final String DESCRIPTION = "embedding.json";
  private static final List<String> SUMMED = List.of(POINTS, IDS, DESCRIPTION);
  private static final int FORMAT = 1;
  private static final Gson GSON =
      new GsonBuilder()
          .disableHtmlEscaping()
          .setPrettyPrinting()
          .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE)
          .create();

  private EmbeddingFolder() {}

  /**
   * Writes an embedding, its numbers with all digits.
   *
   * @param folder where; what is there may only be nothing, an empty folder or an embedding, which
   *     is replaced
   * @param embedding what to write
   * @throws DataException if it cannot be written there
   */
  public static void write(Path folder, Embedding embedding) {
    refuseOthersFiles(folder);
    Path place = folder.toAbsolutePath();
    Path part = place.resolveSibling(place.getFileName() + "." + UUID.randomUUID() + ".part");
    Path former = place.resolveSibling(place.getFileName() + "." + UUID.randomUUID() + ".former");
    try {
      try {
        Files.createDirectories(part);
        NodeVectors vectors = embedding.vectors();
        NpyFile.write(part.resolve(POINTS), vectors, Precision.FLOAT64);
        VectorFiles.writeIds(part.resolve(IDS), vectors.ids());
        Files.writeString(
            part.resolve(DESCRIPTION),
            GSON.toJson(embedding.description().file(FORMAT, vectors)) + "\n");
        Sums.write(part, SUMMED);
        swap(part, place, former);
      } finally {
        remove(part);
        remove(former);
      }
    } catch (IOException e) {
      throw new DataException(folder + ": cannot be written: " + e, e);
    }
  }

  // folders cannot be replaced at once: the former one steps aside, and back if that was in vain
  private static void swap(Path part, Path place, Path former) throws IOException {
    boolean replaces = Files.exists(place);
    if (replaces) {
      Files.move(place, former, StandardCopyOption.ATOMIC_MOVE);
    }
    try {
      Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (replaces) {
        Files.move(former, place, StandardCopyOption.ATOMIC_MOVE);
      }
      throw e;
    }
  }

  /**
   * Reads an embedding.
   *
   * @param folder where it is
   * @return the embedding
   * @throws DataException if there is none, or it is not as it was written
   */
  public static Embedding read(Path folder) {
    Path json = folder.resolve(DESCRIPTION);
    try {
      if (!Files.exists(json)) {
        throw new DataException(
            folder + ": holds no " + DESCRIPTION + "; name a folder that embed has written");
      }
      Sums.check(folder, SUMMED);
      EmbeddingDescription.File file =
          GSON.fromJson(Files.readString(json), EmbeddingDescription.File.class);
      if (file == null || file.format() != FORMAT) {
        throw new DataException(
            json + ": wants format " + FORMAT + "; write the embedding again with this version");
      }
      EmbeddingDescription description = file.description();
      NodeVectors vectors = VectorFiles.npy(folder.resolve(POINTS), folder.resolve(IDS));
      if (vectors.size() != file.nodes() || vectors.width() != file.coordinates()) {
        throw new DataException(json + ": is of other vectors than those beside it");
      }
      return new Embedding(description, vectors);
    } catch (NoSuchFileException e) {
      throw new DataException(e.getFile() + ": is missing; copy the whole folder", e);
    } catch (JsonParseException | IllegalArgumentException e) {
      throw new DataException(json + ": cannot be read: " + firstLine(e), e);
    } catch (IOException e) {
      throw new DataException(folder + ": cannot be read: " + e, e);
    }
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  private static void refuseOthersFiles(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String name = String.valueOf(file.getFileName());
        if (!SUMMED.contains(name) && !name.equals(Sums.NAME)) {
          throw new DataException(
              folder
                  + ": holds "
                  + DataException.quote(name)
                  + ", which is no part of an embedding; name a new or an empty folder");
        }
      }
    } catch (IOException e) {
      throw new DataException(folder + ": is no folder that can be written to: " + e, e);
    }
  }

  private static void remove(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }
}
