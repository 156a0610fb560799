package org.conceptspaces.taxonomy.source;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Set;
import org.conceptspaces.taxonomy.DataException;
import org.jspecify.annotations.Nullable;

/**
 * Reads texts that belong to no taxonomy, one after the other, however many there are.
 *
 * <ul>
 *   <li>{@code .tsv}, {@code .tab}, {@code .csv}, {@code .jsonl}, {@code .ndjson}: an id and a text
 *       on each line, as {@link FileTaxonomyReader} reads the texts of a taxonomy; ids may repeat.
 *   <li>any other ending: a text on each line.
 * </ul>
 *
 * <p>All are UTF-8, with or without a byte order mark, lines ended by LF or CRLF. Blank lines are
 * skipped, spaces around texts are dropped.
 */
public final class TextLines {

  private static final Set<String> PAIRS = Set.of("tsv", "tab", "csv", "jsonl", "ndjson");

  private TextLines() {}

  /** Takes texts. */
  @FunctionalInterface
  public interface Sink {

    /**
     * Called for each text, in order.
     *
     * @param id its id, or null if the lines are texts alone
     * @param text the text, not blank
     */
    void accept(@Nullable String id, String text);
  }

  /**
   * Reads a file.
   *
   * @param file the file
   * @param sink takes its texts
   * @return how many blank lines were skipped among texts without ids
   * @throws DataException if it cannot be read or holds no text; the message names the file and the
   *     line. Texts before that line were taken already.
   */
  public static long read(Path file, Sink sink) {
    if (PAIRS.contains(PairFile.ending(file))) {
      new PairFile(file, Columns.TEXTS).read((line, id, text) -> sink.accept(id, text));
      return 0;
    }
    try (Utf8Lines lines = new Utf8Lines(file)) {
      return read(file, lines, sink);
    }
  }

  /**
   * Reads a stream, a text on each line.
   *
   * @param name what messages call it
   * @param input the stream, which is closed
   * @param sink takes its texts
   * @return how many blank lines were skipped
   * @throws DataException as for files
   */
  public static long read(String name, InputStream input, Sink sink) {
    try (Utf8Lines lines = new Utf8Lines(name, input)) {
      return read(name, lines, sink);
    }
  }

  /**
   * Makes sure that there is a file, before any work is done.
   *
   * @param file the file
   * @throws DataException if there is none
   */
  public static void check(Path file) {
    Utf8Lines.refuseUnlessFile(file);
  }

  private static long read(Object source, Utf8Lines lines, Sink sink) {
    long blank = 0;
    for (String line = lines.next(); line != null; line = lines.next()) {
      String text = line.strip();
      if (text.isEmpty()) {
        blank++;
      } else {
        sink.accept(null, text);
      }
    }
    if (blank == lines.number()) {
      throw new DataException(source + ": holds no text; give one on each line");
    }
    return blank;
  }
}
