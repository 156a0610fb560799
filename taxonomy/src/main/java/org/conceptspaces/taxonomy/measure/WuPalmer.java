package org.conceptspaces.taxonomy.measure;

import org.conceptspaces.taxonomy.Closure;
import org.conceptspaces.taxonomy.Hierarchy;

/**
 * The similarity of two nodes by Wu and Palmer (1994): 2·depth(c) / (depth(a) + depth(b)), where c
 * is a common subsumer of a and b, a node that is above or the same as each. Depths are those of
 * {@link Hierarchy#depth}, edges on the longest way down from a root, plus 1, so that roots have 1;
 * of several common subsumers the deepest counts. Hence the similarity of two nodes is 1 only if
 * they are the same, and with every step down from a common ancestor it falls, whatever other
 * parents there are. It is 0 for nodes that have no common subsumer, as there may be several roots.
 *
 * <p>In a tree this is what NLTK has. Where nodes have several parents, NLTK chooses c by the
 * shortest way down from a root, and takes for a and b the depth of c plus the shortest ways up to
 * it.
 *
 * <p>Safe for use by several threads.
 */
public final class WuPalmer {

  private final Hierarchy hierarchy;
  private final Closure closure;

  /**
   * Similarities of the nodes of a hierarchy.
   *
   * @param hierarchy the nodes and edges
   * @throws org.conceptspaces.taxonomy.DataException if its closure would be too large to hold
   */
  public WuPalmer(Hierarchy hierarchy) {
    this.hierarchy = hierarchy;
    this.closure = hierarchy.closure();
  }

  /**
   * The similarity of two nodes.
   *
   * @param one an index
   * @param other an index
   * @return from 0, nothing in common, to 1, the same node
   */
  public double similarity(int one, int other) {
    return 2.0 * subsumerDepth(one, other) / (depth(one) + depth(other));
  }

  private int depth(int node) {
    return hierarchy.depth(node) + 1;
  }

  /** The depth of the deepest common subsumer, 0 if there is none. */
  private int subsumerDepth(int one, int other) {
    // a node that is above the other is deeper than all that is above both
    if (one == other || closure.isAncestor(one, other)) {
      return depth(one);
    }
    if (closure.isAncestor(other, one)) {
      return depth(other);
    }
    int deepest = 0;
    int i = 0;
    int j = 0;
    while (i < closure.ancestorCount(one) && j < closure.ancestorCount(other)) {
      int left = closure.ancestor(one, i);
      int right = closure.ancestor(other, j);
      if (left == right) {
        deepest = Math.max(deepest, depth(left));
      }
      i += left <= right ? 1 : 0;
      j += right <= left ? 1 : 0;
    }
    return deepest;
  }
}
