package org.conceptspaces.taxonomy;

import java.util.List;

/**
 * A hierarchy with a text for every node.
 *
 * @param name what to call it in reports, {@code wordnet:mammals} for instance
 * @param hierarchy the nodes and edges
 * @param texts the text of each node, by index; none is blank
 */
public record TextTaxonomy(String name, Hierarchy hierarchy, List<String> texts) {

  /**
   * Checks that every node has a text.
   *
   * @throws DataException if the counts differ or a text is blank
   */
  public TextTaxonomy {
    texts = List.copyOf(texts);
    if (texts.size() != hierarchy.size()) {
      throw new DataException(
          name + ": " + texts.size() + " texts for " + hierarchy.size() + " nodes; give each one");
    }
    for (int node = 0; node < texts.size(); node++) {
      if (texts.get(node).isBlank()) {
        throw new DataException(
            name + ": the text of node " + DataException.quote(hierarchy.id(node)) + " is empty");
      }
    }
  }

  /**
   * The number of nodes.
   *
   * @return two at least
   */
  public int size() {
    return hierarchy.size();
  }

  /**
   * The text of a node.
   *
   * @param node its index
   * @return its text, not blank
   */
  public String text(int node) {
    return texts.get(node);
  }

  /**
   * SHA-256 over ids, texts and edges in the order of the ids, so that it tells data apart whatever
   * the order of nodes or edges was in a file. The name does not count.
   *
   * @return 64 hexadecimal digits, lower case
   */
  public String fingerprint() {
    return Fingerprint.of(this);
  }
}
