package org.conceptspaces.analysis.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.conceptspaces.api.InputException;
import org.jspecify.annotations.Nullable;

/**
 * Opens files of vectors by their ending:
 *
 * <ul>
 *   <li>{@code .npy}, {@code .npz}: NumPy's arrays
 *   <li>{@code .safetensors}
 *   <li>{@code .txt}, {@code .vec}, {@code .w2v}: word2vec's text
 * </ul>
 */
public final class VectorSources {

  private static final List<String> TEXTS = List.of("txt", "vec", "w2v");

  private VectorSources() {}

  /**
   * Opens a file.
   *
   * @param file of a known ending
   * @param array which array of a file that holds several; null if one alone may hold vectors
   * @param mask the array of the same file, or the {@code .npy} file, that tells which vectors are
   *     live; null if all are
   * @return its vectors
   * @throws InputException if it cannot be read, or its header does not match its content
   */
  public static VectorSource open(Path file, @Nullable String array, @Nullable String mask) {
    return open(file, array, mask, "with --array");
  }

  /**
   * Opens a file that may be named with one of its arrays, {@code FILE:ARRAY}.
   *
   * @param name a file, or one with the name of an array after a colon
   * @return its vectors, all of them live
   * @throws InputException if it cannot be read, or its header does not match its content
   */
  public static VectorSource open(String name) {
    for (int colon = name.indexOf(':'); colon > 0; colon = name.indexOf(':', colon + 1)) {
      Path file = Path.of(name.substring(0, colon));
      if (!Files.exists(Path.of(name)) && Files.isRegularFile(file)) {
        return open(file, name.substring(colon + 1), null);
      }
    }
    return open(Path.of(name), null, null, "as FILE:ARRAY");
  }

  private static VectorSource open(
      Path file, @Nullable String array, @Nullable String mask, String how) {
    try {
      if (!Files.exists(file)) {
        throw new InputException(file + ": there is no such file; check the path");
      }
      String ending = ending(file);
      if (Files.isDirectory(file) || !known(ending)) {
        throw new InputException(
            file
                + ": unknown format; vectors are read from .npy, .npz, .safetensors, or .txt, .vec"
                + " and .w2v (word2vec's text)");
      }
      if (TEXTS.contains(ending)) {
        refuseNames(file, array, mask);
        return new WordVectorSource(file);
      }
      Map<String, ListedArray> arrays = arrays(file, ending);
      String chosen = array == null ? only(file, arrays, mask, how) : named(file, arrays, array);
      return held(arrays, chosen).vectors(mask == null ? null : mask(file, arrays, mask));
    } catch (IOException e) {
      throw new InputException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static boolean known(String ending) {
    return TEXTS.contains(ending) || List.of("npy", "npz", "safetensors").contains(ending);
  }

  private static Map<String, ListedArray> arrays(Path file, String ending) throws IOException {
    return switch (ending) {
      case "npz" -> NpyArrays.npz(file);
      case "safetensors" -> Safetensors.read(file);
      default -> new LinkedHashMap<>(Map.of("", NpyArrays.npy(file)));
    };
  }

  private static void refuseNames(Path file, @Nullable String array, @Nullable String mask) {
    if (array != null || mask != null) {
      throw new InputException(
          file + ": word2vec's text holds one bank of vectors, without names or a mask");
    }
  }

  private static String only(
      Path file, Map<String, ListedArray> arrays, @Nullable String mask, String how) {
    if (arrays.size() == 1) {
      return arrays.keySet().iterator().next();
    }
    List<String> banks =
        arrays.entrySet().stream()
            .filter(entry -> entry.getValue().isBank() && !entry.getKey().equals(mask))
            .map(Map.Entry::getKey)
            .toList();
    if (banks.size() != 1) {
      throw new InputException(
          file
              + ": holds "
              + (banks.isEmpty() ? "no array" : banks.size() + " arrays")
              + " that may be vectors"
              + (banks.isEmpty()
                  ? arrays.isEmpty() ? "" : "; it holds " + names(List.copyOf(arrays.keySet()))
                  : "; name one " + how + ": " + names(banks)));
    }
    return banks.get(0);
  }

  private static String named(Path file, Map<String, ListedArray> arrays, String name) {
    if (!arrays.containsKey(name)) {
      throw new InputException(
          file
              + ": holds no array "
              + InputException.quote(name)
              + "; it holds "
              + names(List.copyOf(arrays.keySet())));
    }
    return name;
  }

  private static StoredArray mask(Path file, Map<String, ListedArray> arrays, String mask)
      throws IOException {
    if (arrays.containsKey(mask)) {
      return held(arrays, mask);
    }
    Path other = Path.of(mask);
    if (ending(other).equals("npy") && Files.exists(other)) {
      return NpyArrays.npy(other).chosen().get();
    }
    throw new InputException(
        "mask "
            + InputException.quote(mask)
            + ": is neither a .npy file nor an array of "
            + file
            + "; name one of them");
  }

  private static StoredArray held(Map<String, ListedArray> arrays, String name) {
    ListedArray array = arrays.get(name);
    if (array == null) {
      throw new IllegalStateException("no array " + name);
    }
    return array.chosen().get();
  }

  private static String names(List<String> names) {
    String shown =
        names.stream().limit(20).map(InputException::quote).collect(Collectors.joining(", "));
    return names.size() > 20 ? shown + " and " + (names.size() - 20) + " more" : shown;
  }

  private static String ending(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
