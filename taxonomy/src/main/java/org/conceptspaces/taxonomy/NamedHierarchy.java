package org.conceptspaces.taxonomy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hierarchy as a source gives it, with or without texts.
 *
 * @param name what to call it in reports, {@code wordnet:mammals} or a file's name
 * @param hierarchy the nodes and edges
 * @param labels what to show for each node, by index: its label where the source has one, else its
 *     id
 * @param recipe the related pairs, if the source has a list of them that is not the hierarchy's
 *     closure, else null; see {@link #ancestors()}
 * @param remarks what a user should know of how it was read, a sentence each: what was skipped or
 *     collapsed, and how much of it; empty if there is nothing to tell
 */
public record NamedHierarchy(
    String name,
    Hierarchy hierarchy,
    List<String> labels,
    @Nullable RelatedPairs recipe,
    List<String> remarks) {

  /**
   * Checks that every node has a label, and that the recipe is for as many nodes.
   *
   * @throws IllegalArgumentException if a count differs
   */
  public NamedHierarchy {
    labels = List.copyOf(labels);
    remarks = List.copyOf(remarks);
    if (labels.size() != hierarchy.size()) {
      throw new IllegalArgumentException(
          labels.size() + " labels for " + hierarchy.size() + " nodes");
    }
    if (recipe != null && recipe.nodes() != hierarchy.size()) {
      throw new IllegalArgumentException(
          "related pairs of " + recipe.nodes() + " nodes for " + hierarchy.size());
    }
  }

  /**
   * A hierarchy whose ids are its labels and whose related pairs are its closure.
   *
   * @param name what to call it
   * @param hierarchy the nodes and edges
   * @return the hierarchy with its name
   */
  public static NamedHierarchy of(String name, Hierarchy hierarchy) {
    return new NamedHierarchy(
        name, hierarchy, hierarchy.ids(), null, collapsed(hierarchy.duplicateEdges()));
  }

  /**
   * What to tell of edges that were given more than once.
   *
   * @param duplicates how many were collapsed
   * @return one sentence, or none if there were none
   */
  public static List<String> collapsed(int duplicates) {
    return duplicates == 0
        ? List.of()
        : List.of(
            duplicates
                + (duplicates == 1 ? " edge was" : " edges were")
                + " given again, and collapsed.");
  }

  /**
   * The same with other pairs for what counts as its ancestors.
   *
   * @param ancestors the pairs
   * @return the hierarchy with them as its recipe
   */
  public NamedHierarchy withAncestors(RelatedPairs ancestors) {
    return new NamedHierarchy(name, hierarchy, labels, ancestors, remarks);
  }

  /**
   * A digest of nodes, edges and what counts as ancestors, in whatever order they come.
   *
   * @return 64 hexadecimal digits; the hierarchy's own if the source has no recipe
   */
  public String fingerprint() {
    return recipe == null ? hierarchy.fingerprint() : Fingerprint.of(hierarchy, recipe);
  }

  /**
   * Every node with what counts as its ancestors: the source's own recipe, or the closure.
   *
   * @return the pairs; those of a closure are put together at every call
   * @throws DataException if the closure would have more than {@link Closure#MAXIMUM_PAIRS} pairs
   */
  public RelatedPairs ancestors() {
    return recipe == null ? RelatedPairs.ancestors(hierarchy.closure()) : recipe;
  }
}
