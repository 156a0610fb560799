package org.conceptspaces.integration.comparison;

import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.HierarchyBuilder;

/** Graphs of a known shape, as hierarchies whose edges count both ways where order does not. */
final class Graphs {

  private Graphs() {}

  /** A tree in which every node above the last level has as many children. */
  static Hierarchy tree(int children, int depth) {
    HierarchyBuilder tree = Hierarchy.builder().node("0");
    int parent = 0;
    int next = 1;
    for (int level = 0, width = 1; level < depth; level++, width *= children) {
      for (int end = parent + width; parent < end; parent++) {
        for (int i = 0; i < children; i++) {
          tree.edge(String.valueOf(next++), String.valueOf(parent));
        }
      }
    }
    return tree.build();
  }

  /** Nodes in a row. */
  static Hierarchy path(int nodes) {
    return tree(1, nodes - 1);
  }

  /**
   * The Cartesian product: pairs of nodes, joined where one of the two is the same and the others
   * are joined. Distances are the sums of both graphs' distances. Of two paths it is a grid.
   */
  static Hierarchy product(Hierarchy first, Hierarchy second) {
    HierarchyBuilder product = Hierarchy.builder();
    for (int a = 0; a < first.size(); a++) {
      for (int b = 0; b < second.size(); b++) {
        product.node(a + "," + b);
        for (int parent : first.parents(a)) {
          product.edge(a + "," + b, parent + "," + b);
        }
        for (int parent : second.parents(b)) {
          product.edge(a + "," + b, a + "," + parent);
        }
      }
    }
    return product.build();
  }
}
