package org.conceptspaces.placement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.conceptspaces.placement.text.Wording;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.TextTaxonomy;

/** What people call the nodes of a taxonomy. */
public final class NodeLabels {

  /** What codes do not have. */
  private static final Pattern WORD = Pattern.compile("\\p{L}{3}");

  private final TextTaxonomy taxonomy;

  /**
   * Of a taxonomy.
   *
   * @param taxonomy the taxonomy
   */
  public NodeLabels(TextTaxonomy taxonomy) {
    this.taxonomy = taxonomy;
  }

  /**
   * A node's id.
   *
   * @param node its index
   * @return the id
   */
  public String id(int node) {
    return taxonomy.hierarchy().id(node);
  }

  /**
   * What tells a node to people and to programs: its id, and its first name where the id is a code.
   *
   * @param node its index
   * @return {@code dog.n.01}, or {@code GO:0006915 (apoptotic process)}
   */
  public String full(int node) {
    String name = name(node);
    return name.isEmpty() ? id(node) : id(node) + " (" + name + ")";
  }

  /**
   * What tells a node to people.
   *
   * @param node its index
   * @return {@code dog.n.01}, or {@code apoptotic process}
   */
  public String brief(int node) {
    String name = name(node);
    return name.isEmpty() ? id(node) : name;
  }

  /** Its first name, if it has one and its id says nothing to people, as codes do. */
  private String name(int node) {
    if (WORD.matcher(id(node)).find()) {
      return "";
    }
    String name =
        Wording.of(taxonomy.text(node)).names().stream()
            .findFirst()
            .map(words -> String.join(" ", words))
            .orElse("");
    return letters(id(node)).contains(letters(name)) ? "" : name;
  }

  private static String letters(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /**
   * The way from the root to a node; where there are several parents, by the first.
   *
   * @param node its index
   * @return indexes, the node's last
   */
  public List<Integer> path(int node) {
    Hierarchy hierarchy = taxonomy.hierarchy();
    List<Integer> path = new ArrayList<>(List.of(node));
    for (int at = node; hierarchy.parentCount(at) > 0; ) {
      at = hierarchy.parent(at, 0);
      path.add(at);
    }
    Collections.reverse(path);
    return path;
  }
}
