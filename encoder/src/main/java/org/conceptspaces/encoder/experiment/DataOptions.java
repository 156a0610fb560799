package org.conceptspaces.encoder.experiment;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.conceptspaces.api.Option;
import org.conceptspaces.api.Range;
import org.conceptspaces.api.Values;
import org.conceptspaces.taxonomy.DataException;
import org.conceptspaces.taxonomy.TextTaxonomy;
import org.conceptspaces.taxonomy.sampling.Split;
import org.conceptspaces.taxonomy.source.FileTaxonomyReader;
import org.conceptspaces.taxonomy.source.Sources;

/**
 * Where the data comes from, the {@code data} section of a config: a {@code source} by name, or
 * one's own {@code edges} and {@code texts}.
 *
 * @param source the name of a source, or {@link #NONE}
 * @param edges a TSV or CSV file of child and parent, or {@link #NONE}
 * @param texts a TSV or JSONL file of id and text, or {@link #NONE}
 * @param heldOut the share of leaves that training does not see
 */
public record DataOptions(String source, String edges, String texts, double heldOut) {

  /** What stands for an option that is not given. */
  public static final String NONE = "none";

  private static final Option<String> SOURCE =
      Option.text(
          "source", NONE, "data by name: " + String.join(", ", Sources.names()) + "; or none");
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

  /** The options of the {@code data} section. */
  public static final List<Option<?>> OPTIONS = List.of(SOURCE, EDGES, TEXTS, HELD_OUT);

  /** Refuses a source beside files, and files without each other. */
  public DataOptions {
    boolean named = !source.equals(NONE);
    if (named == !edges.equals(NONE) || named == !texts.equals(NONE)) {
      throw new IllegalArgumentException(
          "data: wants either source, or both edges and texts; given: source "
              + source
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
   * @throws IllegalArgumentException if a source stands beside files, or one file is missing
   */
  public static DataOptions of(Values values) {
    return new DataOptions(
        values.get(SOURCE), values.get(EDGES), values.get(TEXTS), values.get(HELD_OUT));
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
    return source.equals(NONE)
        ? FileTaxonomyReader.read(path(folder, "edges", edges), path(folder, "texts", texts))
        : Sources.open(source);
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
