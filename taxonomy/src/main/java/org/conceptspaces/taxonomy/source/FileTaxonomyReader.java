package org.conceptspaces.taxonomy.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.conceptspaces.taxonomy.DataException;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.TextTaxonomy;
import org.jspecify.annotations.Nullable;

/**
 * Reads a user's taxonomy, from one {@linkplain #readTable table} or from two files: edges (child,
 * parent) and texts (id, text).
 *
 * <ul>
 *   <li>{@code .tsv}, {@code .tab}, {@code .txt}: two fields between one tab, quotes mean nothing.
 *   <li>{@code .csv}: two fields by RFC 4180.
 *   <li>{@code .edges}, {@code .edgelist} (edges only): two fields between any spaces or tabs;
 *       lines that start with {@code #} or {@code %} are comments.
 *   <li>{@code .jsonl}, {@code .ndjson} (texts only): {@code {"id": "…", "text": "…"}} on each
 *       line.
 * </ul>
 *
 * <p>All are UTF-8, with or without a byte order mark, lines ended by LF or CRLF, not by CR alone.
 * Blank lines are skipped, spaces around fields are dropped. The first line is a header, and not
 * data, if it holds two column names, in any case: for edges {@code child, child_id, id, node,
 * hyponym, narrower, source} and {@code parent, parent_id, hypernym, broader, target}; for texts
 * {@code id, node, name, key} and {@code text, description, definition, gloss}. A header may name
 * them the other way round; then the columns are. Repeated edges are collapsed. Every node of an
 * edge needs exactly one text, and every text a node.
 */
public final class FileTaxonomyReader {

  private static final int NAMED = 5;

  private FileTaxonomyReader() {}

  /**
   * Reads a taxonomy.
   *
   * @param edges the file of edges
   * @param texts the file of texts
   * @return the taxonomy, named after the file of edges
   * @throws DataException if a file or its content cannot be used; the message names the file and
   *     the line
   */
  public static TextTaxonomy read(Path edges, Path texts) {
    Hierarchy hierarchy = EdgeFile.read(edges);
    return new TextTaxonomy(
        String.valueOf(edges.getFileName()), hierarchy, texts(texts, hierarchy, edges));
  }

  /**
   * Reads a taxonomy from one table, with a node on each line. The first line names the columns, in
   * any case and order; others than these are passed over:
   *
   * <ul>
   *   <li>{@code id}, all different;
   *   <li>{@code parent} ({@code parents}, {@code parent_id}): ids of other lines, several between
   *       {@code |}, none for a root;
   *   <li>{@code label} ({@code name}, {@code title}) and {@code description} ({@code text}, {@code
   *       definition}, {@code gloss}): one of the two at least, for the table and for each line;
   *   <li>{@code synonyms} ({@code synonym}), if there are any, several between {@code |}, or
   *       between {@code ;} where there is no {@code |}.
   * </ul>
   *
   * <p>A node's text is {@code label, synonym, other synonym: description}, as of {@link
   * SynsetText#WORDS_AND_DEFINITION}. Nodes are in the order of the lines.
   *
   * @param file a {@code .csv} by RFC 4180, or a {@code .tsv}, {@code .tab} or {@code .txt} with
   *     fields between tabs; UTF-8
   * @return the taxonomy, named after the file
   * @throws DataException if the file or its content cannot be used: no such header, a wrong number
   *     of fields, an id that is empty or there twice, a node without label and description, a
   *     parent that is no line's id, a cycle; the message names the file and the line
   */
  public static TextTaxonomy readTable(Path file) {
    return TaxonomyTable.read(file);
  }

  private static List<String> texts(Path file, Hierarchy hierarchy, Path edges) {
    @Nullable String[] texts = new @Nullable String[hierarchy.size()];
    long[] lines = new long[texts.length];
    Unknown unknown = new Unknown();
    new PairFile(file, Columns.TEXTS)
        .read(
            (line, id, text) -> {
              if (!hierarchy.contains(id)) {
                unknown.add(line, id);
                return;
              }
              int node = hierarchy.index(id);
              if (texts[node] != null) {
                throw new DataException(
                    file
                        + ", line "
                        + line
                        + ": a second text for "
                        + DataException.quote(id)
                        + ", the first is in line "
                        + lines[node]
                        + "; keep one");
              }
              texts[node] = text;
              lines[node] = line;
            });
    int[] missing = IntStream.range(0, texts.length).filter(node -> texts[node] == null).toArray();
    refuseUnmatched(file, edges, hierarchy, missing, unknown);
    List<String> complete = new ArrayList<>(texts.length);
    for (String text : texts) {
      if (text != null) {
        complete.add(text);
      }
    }
    return complete;
  }

  private static void refuseUnmatched(
      Path file, Path edges, Hierarchy hierarchy, int[] missing, Unknown unknown) {
    List<String> problems = new ArrayList<>();
    if (missing.length > 0) {
      List<String> first = Arrays.stream(missing).limit(NAMED).mapToObj(hierarchy::id).toList();
      problems.add(
          listed(missing.length, first)
              + " of "
              + edges
              + " without a text; add an id and a text for each");
    }
    if (unknown.count > 0) {
      problems.add(
          listed(unknown.count, unknown.first)
              + " with a text but in no edge of "
              + edges
              + " (the first in line "
              + unknown.line
              + "); add an edge or remove the text");
    }
    if (!problems.isEmpty()) {
      throw new DataException(file + ": " + String.join("; and ", problems));
    }
  }

  private static String listed(long count, List<String> first) {
    return count
        + (count == 1 ? " node (" : " nodes (")
        + String.join(", ", first.stream().map(DataException::quote).toList())
        + (count > first.size() ? ", …)" : ")");
  }

  /** Texts whose id no edge has. */
  private static final class Unknown {
    private final List<String> first = new ArrayList<>();
    private long count;
    private long line;

    void add(long at, String id) {
      if (count++ == 0) {
        line = at;
      }
      if (first.size() < NAMED) {
        first.add(id);
      }
    }
  }
}
