package org.conceptspaces.placement;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.conceptspaces.taxonomy.DataException;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.HierarchyBuilder;
import org.conceptspaces.taxonomy.TextTaxonomy;
import org.jspecify.annotations.Nullable;

/** A taxonomy as JSON lines, a node on each: its id, its parents' ids and its text. */
public final class TaxonomyFile {

  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  private TaxonomyFile() {}

  private record Node(@Nullable String id, @Nullable List<String> parents, @Nullable String text) {}

  /**
   * Writes.
   *
   * @param taxonomy the taxonomy
   * @param out where to
   * @throws IOException if writing fails
   */
  public static void write(TextTaxonomy taxonomy, Writer out) throws IOException {
    Hierarchy hierarchy = taxonomy.hierarchy();
    for (int node = 0; node < taxonomy.size(); node++) {
      List<String> parents = IntStream.of(hierarchy.parents(node)).mapToObj(hierarchy::id).toList();
      out.write(GSON.toJson(new Node(hierarchy.id(node), parents, taxonomy.text(node))));
      out.write('\n');
    }
  }

  /**
   * Reads, in the same order of nodes.
   *
   * @param name what to call the taxonomy
   * @param in what {@link #write} wrote
   * @return the taxonomy
   * @throws IOException if reading fails
   * @throws DataException if a line is no node, or the nodes are no taxonomy
   */
  public static TextTaxonomy read(String name, BufferedReader in) throws IOException {
    Map<String, Node> nodes = new LinkedHashMap<>();
    String line;
    while ((line = in.readLine()) != null) {
      int number = nodes.size() + 1;
      Node node = node(name, line, number);
      String id = String.valueOf(node.id);
      if (nodes.putIfAbsent(id, node) != null) {
        throw new DataException(
            name + ", line " + number + ": id " + DataException.quote(id) + " is there twice");
      }
    }
    HierarchyBuilder builder = Hierarchy.builder();
    try {
      nodes.keySet().forEach(builder::node);
      nodes.forEach(
          (id, node) -> parents(node).forEach(parent -> edge(id, parent, nodes, builder)));
      return new TextTaxonomy(
          name,
          builder.build(),
          nodes.values().stream().map(node -> String.valueOf(node.text)).toList());
    } catch (DataException e) {
      throw e.getMessage().startsWith(name)
          ? e
          : new DataException(name + ": " + e.getMessage(), e);
    }
  }

  private static void edge(
      String id, String parent, Map<String, Node> nodes, HierarchyBuilder builder) {
    if (!nodes.containsKey(parent)) {
      throw new DataException(
          "the parent "
              + DataException.quote(parent)
              + " of "
              + DataException.quote(id)
              + " is no node");
    }
    builder.edge(id, parent);
  }

  private static List<String> parents(Node node) {
    return node.parents == null ? List.of() : node.parents;
  }

  private static Node node(String name, String line, int number) {
    Throwable cause = null;
    try {
      Node node = GSON.fromJson(line, Node.class);
      if (node != null
          && node.id != null
          && node.text != null
          && node.parents != null
          && node.parents.stream().noneMatch(Objects::isNull)) {
        return node;
      }
    } catch (JsonParseException e) {
      cause = e;
    }
    throw new DataException(
        name
            + ", line "
            + number
            + ": wants {\"id\": …, \"parents\": […], \"text\": …}, not "
            + DataException.quote(line),
        cause);
  }
}
