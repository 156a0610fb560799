package org.conceptspaces.placement.aspect;

import org.conceptspaces.taxonomy.Hierarchy;

/** Counts of children where one node counts as absent. */
final class Children {

  private Children() {}

  /** How many children a node has, without one that may be among them. */
  static int count(Hierarchy hierarchy, int parent, int without) {
    int children = hierarchy.childCount(parent);
    if (without >= 0) {
      for (int p = 0; p < hierarchy.parentCount(without); p++) {
        children -= hierarchy.parent(without, p) == parent ? 1 : 0;
      }
    }
    return children;
  }
}
