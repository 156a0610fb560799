package org.conceptspaces.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.conceptspaces.taxonomy.DataException;
import org.conceptspaces.taxonomy.source.TextLines;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Texts: given one by one, in a file, or on standard input. */
final class TextOptions {

  private static final String STANDARD_INPUT = "-";

  @Option(names = "--text", paramLabel = "TEXT", description = "A text; give it once for each.")
  private final List<String> texts = new ArrayList<>();

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description =
          "A file of texts: an id and a text on each line (.tsv, .csv, .jsonl), or, of any other"
              + " ending, a text on each line.")
  private @Nullable Path file;

  private @Nullable String dash;

  /** What stands in the place of {@code -}, or null. */
  void dash(@Nullable String given) {
    dash = given;
  }

  /** Refuses what can be refused before any work is done. */
  void check() {
    int given = (texts.isEmpty() ? 0 : 1) + (file == null ? 0 : 1) + (dash == null ? 0 : 1);
    if (given != 1) {
      throw new UserException(
          (given == 0 ? "there is no text; " : "texts come from one place; ")
              + "give --text TEXT, --file FILE or - for standard input");
    }
    if (dash != null && !dash.equals(STANDARD_INPUT)) {
      throw new UserException(
          DataException.quote(dash)
              + ": give a text with --text, a file with --file, or - for standard input");
    }
    for (String text : texts) {
      if (text.isBlank()) {
        throw new UserException(
            "--text " + DataException.quote(text) + ": is blank; give it at least a word");
      }
    }
    if (file != null) {
      TextLines.check(file);
    }
  }

  /** Whether they come from standard input, which may keep us waiting. */
  boolean onStandardInput() {
    return dash != null;
  }

  /**
   * Reads the texts.
   *
   * @return how many blank lines were skipped
   */
  long read(TextLines.Sink sink) {
    if (file != null) {
      return TextLines.read(file, sink);
    }
    if (dash != null) {
      return TextLines.read("standard input", System.in, sink);
    }
    texts.forEach(text -> sink.accept(null, text.strip()));
    return 0;
  }
}
