package org.conceptspaces.placement;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
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
   * @throws DataException if a line is no node
   */
  public static TextTaxonomy read(String name, BufferedReader in) throws IOException {
    List<Node> nodes = new ArrayList<>();
    HierarchyBuilder builder = Hierarchy.builder();
    List<String> texts = new ArrayList<>();
    String line;
    while ((line = in.readLine()) != null) {
      Node node = node(name, line, nodes.size() + 1);
      nodes.add(node);
      builder.node(String.valueOf(node.id));
      texts.add(String.valueOf(node.text));
    }
    for (Node node : nodes) {
      if (node.parents != null) {
        node.parents.forEach(parent -> builder.edge(String.valueOf(node.id), parent));
      }
    }
    return new TextTaxonomy(name, builder.build(), texts);
  }

  private static Node node(String name, String line, int number) {
    try {
      Node node = GSON.fromJson(line, Node.class);
      if (node != null && node.id != null && node.text != null && node.parents != null) {
        return node;
      }
    } catch (JsonParseException e) {
      throw new DataException(name + ", line " + number + ": is no JSON: " + e.getMessage(), e);
    }
    throw new DataException(
        name + ", line " + number + ": wants {\"id\": …, \"parents\": […], \"text\": …}");
  }
}
