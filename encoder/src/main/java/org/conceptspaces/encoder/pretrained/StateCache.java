package org.conceptspaces.encoder.pretrained;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import org.conceptspaces.api.InputException;
import org.conceptspaces.encoder.files.AtomicFiles;
import org.conceptspaces.encoder.text.TokenStates;
import org.conceptspaces.encoder.text.Vocabulary;
import org.conceptspaces.taxonomy.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * A folder of states, a file for each corpus and encoder, by their content: what was computed once
 * is not computed again, and a file that is damaged is.
 */
public final class StateCache {

  /** Tokens whose states are in memory at once, before they go to the file. */
  private static final int MOST_TOKENS = 1 << 14;

  /** A file that nobody has written to for so long is nobody's. */
  private static final Duration LEFTOVER = Duration.ofHours(1);

  /** The longest first, so that what is too long for an encoder shows at once. */
  private static final Comparator<int[]> ORDER =
      Comparator.<int[]>comparingInt(ids -> -ids.length).thenComparing(Arrays::compare);

  private final Path folder;

  /**
   * Names the folder; it need not exist.
   *
   * @param folder the folder
   */
  public StateCache(Path folder) {
    this.folder = folder;
  }

  /** Hears how computing is going. */
  @FunctionalInterface
  public interface Listener {

    /**
     * Called now and then while states are computed; never if they are there already.
     *
     * @param encoder what computes them
     * @param done how many texts have their states
     * @param all how many texts there are
     */
    void computed(String encoder, int done, int all);
  }

  /**
   * The states of the texts of a corpus, computed unless they are there.
   *
   * @param encoder what computes them
   * @param vocabulary all tokens of its tokenizer
   * @param texts ids of every text whose states will be wanted, in any order
   * @param listener hears how computing is going
   * @return the states, for several threads; the encoder may be closed
   * @throws InputException if the encoder fails, or the folder cannot be written
   */
  public TokenStates of(
      PretrainedTokens encoder, Vocabulary vocabulary, Collection<int[]> texts, Listener listener) {
    TreeSet<int[]> sorted = new TreeSet<>(ORDER);
    texts.stream().filter(StateRows::has).forEach(sorted::add);
    String key = key(encoder, sorted);
    Path file = folder.resolve(key + ".states");
    try {
      StateFile states = open(file, key, encoder, sorted);
      if (states == null) {
        Files.createDirectories(folder);
        removeLeftovers();
        AtomicFiles.write(
            file,
            out ->
                StateFile.write(
                    out, key, rows -> compute(encoder, vocabulary, sorted, rows, listener)));
        states = open(file, key, encoder, sorted);
      }
      if (states == null) {
        throw new IOException("what was written is not what is read");
      }
      return new KeptStates(states, encoder.width(), sorted);
    } catch (IOException | UncheckedIOException e) {
      throw new InputException(
          ("%s: the states of %d texts, %d MB, cannot be kept there: %s; make room, or name another"
                  + " folder in the environment variable %s")
              .formatted(
                  file,
                  sorted.size(),
                  rows(sorted) * 2 * encoder.width() / 1_000_000 + 1,
                  e.getMessage(),
                  CacheFolder.VARIABLE),
          e);
    }
  }

  /** Removes what processes that were killed have left half-written; it is large. */
  private void removeLeftovers() throws IOException {
    Instant old = Instant.now().minus(LEFTOVER);
    try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, "*.part")) {
      for (Path part : parts) {
        if (Files.getLastModifiedTime(part).toInstant().isBefore(old)) {
          Files.deleteIfExists(part);
        }
      }
    }
  }

  private static @Nullable StateFile open(
      Path file, String key, PretrainedTokens encoder, Collection<int[]> texts) throws IOException {
    try {
      return StateFile.open(file, key, rows(texts), 2 * encoder.width());
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  private static long rows(Collection<int[]> texts) {
    return texts.stream().mapToLong(ids -> ids.length).sum();
  }

  private static String key(PretrainedTokens encoder, Collection<int[]> texts) {
    MessageDigest digest = Sha256.digest();
    digest.update((StateFile.KIND + encoder.fingerprint()).getBytes(StandardCharsets.US_ASCII));
    for (int[] ids : texts) {
      ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * (ids.length + 1)).putInt(ids.length);
      Arrays.stream(ids).forEach(bytes::putInt);
      digest.update(bytes.flip());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void compute(
      PretrainedTokens encoder,
      Vocabulary vocabulary,
      Collection<int[]> texts,
      OutputStream out,
      Listener listener)
      throws IOException {
    StateRows rows = new StateRows(encoder, vocabulary);
    List<int[]> waiting = new ArrayList<>();
    int tokens = 0;
    int done = 0;
    for (int[] ids : texts) {
      waiting.add(ids);
      tokens += ids.length;
      if (tokens >= MOST_TOKENS || done + waiting.size() == texts.size()) {
        write(rows, waiting.toArray(int[][]::new), out);
        done += waiting.size();
        listener.computed(encoder.name(), done, texts.size());
        waiting.clear();
        tokens = 0;
      }
    }
  }

  private static void write(StateRows rows, int[][] texts, OutputStream out) throws IOException {
    byte[][] states = new byte[texts.length][];
    rows.of(texts, (text, ofText) -> states[text] = ofText);
    for (byte[] ofText : states) {
      out.write(ofText);
    }
  }
}
