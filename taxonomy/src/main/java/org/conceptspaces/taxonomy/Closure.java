package org.conceptspaces.taxonomy;

import java.util.Arrays;

/** The transitive closure of a {@link Hierarchy}: every node with all its ancestors. */
public final class Closure {

  /** The most pairs that a closure may have: 2²⁷, half a gigabyte of indexes. */
  public static final long MAXIMUM_PAIRS = 1L << 27;

  private final int[][] ancestors;
  private final long pairs;

  private Closure(int[][] ancestors, long pairs) {
    this.ancestors = ancestors;
    this.pairs = pairs;
  }

  static Closure of(int[][] parents, int[] topological) {
    int[][] ancestors = new int[parents.length][];
    int[] found = new int[parents.length];
    int[] seenBy = new int[parents.length];
    Arrays.fill(seenBy, -1);
    long pairs = 0;
    for (int node : topological) {
      int count = 0;
      for (int parent : parents[node]) {
        count = add(parent, node, seenBy, found, count);
        for (int ancestor : ancestors[parent]) {
          count = add(ancestor, node, seenBy, found, count);
        }
      }
      pairs += count;
      if (pairs > MAXIMUM_PAIRS) {
        throw new DataException(
            "the hierarchy is too deep to hold all pairs of a node and an ancestor: more than "
                + MAXIMUM_PAIRS
                + " for "
                + parents.length
                + " nodes; use a shallower or smaller one");
      }
      ancestors[node] = Arrays.copyOf(found, count);
      Arrays.sort(ancestors[node]);
    }
    return new Closure(ancestors, pairs);
  }

  private static int add(int candidate, int node, int[] seenBy, int[] found, int count) {
    if (seenBy[candidate] == node) {
      return count;
    }
    seenBy[candidate] = node;
    found[count] = candidate;
    return count + 1;
  }

  /**
   * The number of nodes.
   *
   * @return two at least
   */
  public int nodes() {
    return ancestors.length;
  }

  /**
   * The number of pairs of a node and one of its ancestors.
   *
   * @return one at least
   */
  public long pairs() {
    return pairs;
  }

  /**
   * All ancestors of a node, its direct parents among them, itself not.
   *
   * @param node an index
   * @return a new array of indexes, ascending
   */
  public int[] ancestors(int node) {
    return ancestors[node].clone();
  }

  /**
   * The number of ancestors of a node.
   *
   * @param node an index
   * @return 0 for a root
   */
  public int ancestorCount(int node) {
    return ancestors[node].length;
  }

  /**
   * One ancestor of a node, without copying.
   *
   * @param node an index
   * @param which from 0 to {@link #ancestorCount} − 1
   * @return the ancestor's index
   */
  public int ancestor(int node, int which) {
    return ancestors[node][which];
  }

  /**
   * Whether a node is an ancestor of another.
   *
   * @param ancestor the index of the more general node
   * @param node the index of the more special node
   * @return false for a node and itself
   */
  public boolean isAncestor(int ancestor, int node) {
    return Arrays.binarySearch(ancestors[node], ancestor) >= 0;
  }

  /**
   * Whether one of two nodes is an ancestor of the other.
   *
   * @param one an index
   * @param other an index
   * @return false for a node and itself
   */
  public boolean related(int one, int other) {
    return isAncestor(one, other) || isAncestor(other, one);
  }
}
