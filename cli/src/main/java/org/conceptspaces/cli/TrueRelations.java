package org.conceptspaces.cli;

import org.conceptspaces.taxonomy.DataException;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.NamedHierarchy;
import org.conceptspaces.taxonomy.shape.GraphDistances;
import org.jspecify.annotations.Nullable;

/** How nodes are truly related to one of them. */
final class TrueRelations {

  private final Hierarchy hierarchy;
  private final int node;
  private final int[] steps;

  /**
   * Looks around a node.
   *
   * @param named the hierarchy
   * @param id the node's id
   */
  TrueRelations(NamedHierarchy named, String id) {
    hierarchy = named.hierarchy();
    if (!hierarchy.contains(id)) {
      throw new UserException(
          "--edges "
              + named.name()
              + ": has no node "
              + DataException.quote(id)
              + "; give the hierarchy that the vectors are of");
    }
    node = hierarchy.index(id);
    steps = new int[hierarchy.size()];
    new GraphDistances(hierarchy).from(node, steps, new int[hierarchy.size()]);
  }

  /** How a node is related to this one: parent, ancestor, child, descendant, or not at all. */
  @Nullable String of(String id) {
    if (!hierarchy.contains(id)) {
      return null;
    }
    int other = hierarchy.index(id);
    if (contains(hierarchy.parents(node), other)) {
      return "parent";
    }
    if (contains(hierarchy.children(node), other)) {
      return "child";
    }
    if (!hierarchy.related(node, other)) {
      return null;
    }
    return hierarchy.closure().isAncestor(other, node) ? "ancestor" : "descendant";
  }

  /** Edges on the shortest way to a node, either way along each; null if there is none. */
  @Nullable Integer edges(String id) {
    return hierarchy.contains(id) && steps[hierarchy.index(id)] >= 0
        ? (Integer) steps[hierarchy.index(id)]
        : null;
  }

  /** Whether a node is what was asked for; near is whatever is related. */
  boolean answers(String id, NodeQuery.Kind kind) {
    String relation = of(id);
    return relation != null
        && switch (kind) {
          case nearest -> true;
          case ancestors -> relation.equals("parent") || relation.equals("ancestor");
          case descendants -> relation.equals("child") || relation.equals("descendant");
        };
  }

  private static boolean contains(int[] nodes, int node) {
    for (int one : nodes) {
      if (one == node) {
        return true;
      }
    }
    return false;
  }
}
