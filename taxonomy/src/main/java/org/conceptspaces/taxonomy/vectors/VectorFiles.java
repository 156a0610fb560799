package org.conceptspaces.taxonomy.vectors;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.conceptspaces.api.InputException;
import org.conceptspaces.taxonomy.DataException;

/**
 * Vectors of nodes in files that other programs read and write.
 *
 * <ul>
 *   <li>{@code points.npy}: NumPy, version 1.0, {@code <f4} or {@code <f8}, C order, [vectors,
 *       coordinates]; the ids stand beside it in {@code points.ids.txt}, UTF-8, one on each line.
 *   <li>{@code .txt}, {@code .vec}, {@code .w2v}: word2vec's text; ids may hold no spaces.
 *   <li>a folder that {@link EmbeddingFolder} has written (to read).
 * </ul>
 *
 * <p>Numbers are finite, ids distinct. Each file appears whole or not at all.
 */
public final class VectorFiles {

  private static final List<String> TEXTS = List.of("txt", "vec", "w2v");

  private VectorFiles() {}

  /** Writes a file's content to a path. */
  @FunctionalInterface
  private interface Writing {
    void to(Path part) throws IOException;
  }

  /**
   * Reads vectors.
   *
   * @param path a file, or a folder of an embedding
   * @return the vectors
   * @throws DataException if they cannot be read; the message names the file, and the line of a
   *     text
   */
  public static NodeVectors read(Path path) {
    try {
      if (Files.isDirectory(path)) {
        return EmbeddingFolder.read(path).vectors();
      }
      if (!Files.exists(path)) {
        throw new NoSuchFileException(path.toString());
      }
      check(path);
      return ending(path).equals("npy") ? npy(path, ids(path)) : WordVectorText.read(path);
    } catch (NoSuchFileException e) {
      throw new DataException(
          e.getFile() + ": there is no such file" + beside(path, String.valueOf(e.getFile())), e);
    } catch (IOException e) {
      throw new DataException(path + ": cannot be read: " + e.getMessage(), e);
    } catch (DataException e) {
      throw e;
    } catch (InputException e) {
      throw new DataException(e.getMessage(), e);
    }
  }

  /**
   * Makes sure that vectors can be written into a file of such a name, before any work is done.
   *
   * @param file the file
   * @throws DataException if its ending names no format
   */
  public static void check(Path file) {
    String ending = ending(file);
    if (!ending.equals("npy") && !TEXTS.contains(ending)) {
      throw unknown(file);
    }
  }

  /**
   * Writes vectors with all their digits.
   *
   * @param file ends with {@code .npy} (ids go beside it), {@code .txt}, {@code .vec} or {@code
   *     .w2v}; replaced if it exists
   * @param vectors what to write
   * @throws DataException if the file cannot be written so
   */
  public static void write(Path file, NodeVectors vectors) {
    write(file, vectors, Precision.FLOAT64);
  }

  /**
   * Writes vectors.
   *
   * @param file see {@link #write(Path, NodeVectors)}
   * @param vectors what to write
   * @param precision of the numbers in the file
   * @throws DataException if the file cannot be written so
   */
  public static void write(Path file, NodeVectors vectors, Precision precision) {
    check(file);
    try {
      if (ending(file).equals("npy")) {
        whole(ids(file), part -> writeIds(part, vectors.ids()));
        whole(file, part -> NpyFile.write(part, vectors, precision));
      } else {
        whole(file, part -> WordVectorText.write(part, vectors, precision));
      }
    } catch (IOException e) {
      throw new DataException(file + ": cannot be written: " + e, e);
    }
  }

  static void writeIds(Path file, List<String> ids) throws IOException {
    for (String id : ids) {
      if (id.indexOf('\n') >= 0 || id.indexOf('\r') >= 0) {
        throw new DataException(
            file + ": the id " + DataException.quote(id) + " has a line end; rename the node");
      }
    }
    Files.writeString(file, String.join("\n", ids) + "\n", UTF_8);
  }

  static NodeVectors npy(Path points, Path ids) throws IOException {
    NpyFile.Rows rows = NpyFile.read(points);
    List<String> names;
    try {
      names = Files.readAllLines(ids, UTF_8);
    } catch (CharacterCodingException e) {
      throw new DataException(ids + ": is not valid UTF-8 text", e);
    }
    int count = rows.values().length / rows.width();
    if (names.size() != count) {
      throw new DataException(
          ids + ": holds " + names.size() + " ids for the " + count + " vectors of " + points);
    }
    return vectors(points, names, rows.values(), rows.width());
  }

  /** Names the file in what is wrong with its vectors. */
  static NodeVectors vectors(Path file, List<String> ids, double[] values, int width) {
    try {
      return new NodeVectors(ids, values, width);
    } catch (DataException e) {
      throw new DataException(file + ": " + e.getMessage(), e);
    }
  }

  private static void whole(Path file, Writing writing) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      writing.to(part);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static Path ids(Path npy) {
    String name = String.valueOf(npy.getFileName());
    return npy.resolveSibling(name.substring(0, name.length() - ".npy".length()) + ".ids.txt");
  }

  private static String ending(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static String beside(Path asked, String missing) {
    return missing.equals(asked.toString())
        ? "; check the path"
        : "; it holds the ids of " + asked + ", one on each line";
  }

  private static DataException unknown(Path file) {
    return new DataException(
        file
            + ": unknown format; vectors are kept in .npy, in .txt, .vec or .w2v (word2vec's text),"
            + " or in a folder with embedding.json");
  }
}
