package org.conceptspaces.encoder.experiment;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.conceptspaces.api.Option;
import org.conceptspaces.api.Range;
import org.conceptspaces.api.Values;
import org.conceptspaces.encoder.text.Cl100kBase;
import org.conceptspaces.encoder.text.Tokenizer;
import org.conceptspaces.encoder.text.TokenizerFile;
import org.conceptspaces.encoder.text.Vocabulary;
import org.conceptspaces.taxonomy.DataException;
import org.conceptspaces.taxonomy.Sha256;
import org.conceptspaces.taxonomy.TextTaxonomy;
import org.conceptspaces.taxonomy.sampling.Split;
import org.conceptspaces.taxonomy.source.FileTaxonomyReader;
import org.conceptspaces.taxonomy.source.Sources;

/**
 * Where the data comes from, the {@code data} section of a config: a {@code source} by name, or
 * one's own {@code table}, or {@code edges} and {@code texts}; and what cuts its texts into tokens.
 *
 * @param source the name of a source, or {@link #NONE}
 * @param table a CSV or TSV file of nodes with texts and parents, or {@link #NONE}
 * @param edges a TSV or CSV file of child and parent, or {@link #NONE}
 * @param texts a TSV or JSONL file of id and text, or {@link #NONE}
 * @param heldOut the share of leaves that training does not see
 * @param evaluate {@code test}, or {@code validation} to choose settings by
 * @param tokenizer a {@code tokenizer.json} file, or the name of the built-in tokenizer
 * @param vocabulary {@code occurring} for the tokens of the training texts, or {@code all}
 */
public record DataOptions(
    String source,
    String table,
    String edges,
    String texts,
    double heldOut,
    String evaluate,
    String tokenizer,
    String vocabulary) {

  /** What stands for an option that is not given. */
  public static final String NONE = "none";

  private static final Option<String> SOURCE =
      Option.text(
          "source", NONE, "data by name: " + String.join(", ", Sources.names()) + "; or none");
  private static final Option<String> TABLE =
      Option.text(
          "table",
          NONE,
          "a CSV or TSV file with columns id, label, synonyms, description and parent; its path"
              + " starts at the config's folder");
  private static final Option<String> EDGES =
      Option.text(
          "edges",
          NONE,
          "a TSV or CSV file of child and parent; its path starts at the config's folder");
  private static final Option<String> TEXTS =
      Option.text(
          "texts",
          NONE,
          "a TSV, CSV or JSONL file of id and text; its path starts at the config's folder");
  private static final Option<Double> HELD_OUT =
      Option.number(
          "heldOut",
          Split.DEFAULT_SHARE,
          Range.between(0, 0.9),
          "share of the leaves that training does not see, to be placed at the end");

  private static final Option<String> EVALUATE =
      Option.choice(
          "evaluate",
          List.of("test", "validation"),
          "what is held out: leaves to judge by, or, to choose settings by, other leaves while"
              + " those stay unseen");

  private static final Option<String> TOKENIZER =
      Option.text(
          "tokenizer",
          Cl100kBase.NAME,
          "what cuts texts into tokens: "
              + Cl100kBase.NAME
              + ", or a tokenizer.json of Hugging Face; its path starts at the config's folder");

  private static final Option<String> VOCABULARY =
      Option.choice(
          "vocabulary",
          List.of("occurring", "all"),
          "which tokens a model has: those that occur in the training texts, or all of the"
              + " tokenizer's");

  /** The options of the {@code data} section. */
  public static final List<Option<?>> OPTIONS =
      List.of(SOURCE, TABLE, EDGES, TEXTS, HELD_OUT, EVALUATE, TOKENIZER, VOCABULARY);

  /** Refuses data from two places or none, and edges and texts without each other. */
  public DataOptions {
    boolean files = !edges.equals(NONE) && !texts.equals(NONE);
    boolean half = edges.equals(NONE) != texts.equals(NONE);
    long ways = Stream.of(source, table).filter(way -> !way.equals(NONE)).count() + (files ? 1 : 0);
    if (half || ways != 1) {
      throw new IllegalArgumentException(
          "data: wants one of source, table, or both edges and texts; given: source "
              + source
              + ", table "
              + table
              + ", edges "
              + edges
              + ", texts "
              + texts);
    }
  }

  /**
   * Reads the section.
   *
   * @param values its checked values
   * @return the options
   * @throws IllegalArgumentException if data comes from two places or none, or one file is missing
   */
  public static DataOptions of(Values values) {
    return new DataOptions(
        values.get(SOURCE),
        values.get(TABLE),
        values.get(EDGES),
        values.get(TEXTS),
        values.get(HELD_OUT),
        values.get(EVALUATE),
        values.get(TOKENIZER),
        values.get(VOCABULARY));
  }

  /**
   * Loads the data.
   *
   * @param folder where relative paths start: the folder of the config, so that a config and its
   *     data can be moved together and used from anywhere
   * @return the taxonomy
   * @throws DataException if it cannot be read
   */
  public TextTaxonomy open(Path folder) {
    if (!table.equals(NONE)) {
      return FileTaxonomyReader.readTable(path(folder, "table", table));
    }
    return source.equals(NONE)
        ? FileTaxonomyReader.read(path(folder, "edges", edges), path(folder, "texts", texts))
        : Sources.open(source);
  }

  /** Whether a tokenizer is named that is not the built-in one. */
  boolean hasTokenizer() {
    return !tokenizer.equals(Cl100kBase.NAME);
  }

  /**
   * Reads the tokenizer.
   *
   * @param folder where relative paths start
   * @return the tokenizer
   * @throws DataException if it cannot be read
   */
  Tokenizer openTokenizer(Path folder) {
    return hasTokenizer()
        ? TokenizerFile.read(path(folder, "tokenizer", tokenizer))
        : Cl100kBase.INSTANCE;
  }

  /**
   * The vocabulary of a split's training texts.
   *
   * @param opened the tokenizer
   * @param split what is trained on and what is not
   * @return the vocabulary, made without a look at what is held out
   * @throws DataException if it would be empty
   */
  Vocabulary vocabulary(Tokenizer opened, Split split) {
    if (vocabulary.equals("all")) {
      return Vocabulary.whole(opened);
    }
    Vocabulary occurring = Vocabulary.occurring(opened, split.training().texts());
    if (occurring.isEmpty()) {
      throw new DataException(
          "data.tokenizer = "
              + DataException.quote(tokenizer)
              + ": finds no token in any training text; use one made for such texts");
    }
    return occurring;
  }

  /**
   * Tells data apart, by its content and by the tokens that its texts become.
   *
   * @param taxonomy the taxonomy
   * @param opened the tokenizer
   * @return the taxonomy's own fingerprint with the built-in tokenizer, else 64 other digits
   */
  static String fingerprint(TextTaxonomy taxonomy, Tokenizer opened) {
    String data = taxonomy.fingerprint();
    return opened.fingerprint().equals(Cl100kBase.NAME)
        ? data
        : Sha256.of((data + "\n" + opened.fingerprint()).getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * Holds out leaves.
   *
   * @param taxonomy the taxonomy
   * @param seed chooses the leaves
   * @return what is trained on and what is not
   * @throws DataException if too little would be left to train on
   */
  Split split(TextTaxonomy taxonomy, long seed) {
    return evaluate.equals("validation")
        ? Split.validation(taxonomy, heldOut, seed)
        : Split.of(taxonomy, heldOut, seed);
  }

  private static Path path(Path folder, String option, String name) {
    try {
      return folder.resolve(name);
    } catch (InvalidPathException e) {
      throw new DataException(
          "data." + option + " = " + DataException.quote(name) + ": is no path of a file", e);
    }
  }
}
