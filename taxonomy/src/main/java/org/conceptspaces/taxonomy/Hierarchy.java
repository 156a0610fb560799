package org.conceptspaces.taxonomy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An immutable directed acyclic graph from children to parents. Nodes are known by their id and by
 * an index from 0 to {@link #size()} − 1. A node may have several parents; there may be several
 * roots; a node without any edge is both a root and a leaf. Safe for use by several threads.
 */
public final class Hierarchy {

  private final List<String> ids;
  private final Map<String, Integer> indexes;
  private final int[][] parents;
  private final int[][] children;
  private final int[] topological;
  private final int[] depths;
  private final int edges;
  private final int duplicates;
  private volatile @Nullable Closure closure;

  Hierarchy(
      List<String> ids,
      Map<String, Integer> indexes,
      int[][] parents,
      int[][] children,
      int[] topological,
      int duplicates) {
    this.ids = ids;
    this.indexes = indexes;
    this.parents = parents;
    this.children = children;
    this.topological = topological;
    this.duplicates = duplicates;
    this.depths = new int[ids.size()];
    int count = 0;
    for (int node : topological) {
      count += parents[node].length;
      for (int parent : parents[node]) {
        depths[node] = Math.max(depths[node], depths[parent] + 1);
      }
    }
    this.edges = count;
  }

  /**
   * A builder without nodes.
   *
   * @return the builder
   */
  public static HierarchyBuilder builder() {
    return new HierarchyBuilder();
  }

  /**
   * The number of nodes.
   *
   * @return two at least
   */
  public int size() {
    return ids.size();
  }

  /**
   * The number of distinct edges from a child to a parent.
   *
   * @return one at least
   */
  public int edgeCount() {
    return edges;
  }

  /**
   * How many edges were given to the builder again, and collapsed.
   *
   * @return 0 or more
   */
  public int duplicateEdges() {
    return duplicates;
  }

  /**
   * All ids, by index.
   *
   * @return an unmodifiable list
   */
  public List<String> ids() {
    return ids;
  }

  /**
   * The id of a node.
   *
   * @param node its index
   * @return its id
   */
  public String id(int node) {
    return ids.get(node);
  }

  /**
   * Whether there is a node of this id.
   *
   * @param id any text
   * @return whether {@link #index} would find it
   */
  public boolean contains(String id) {
    return indexes.containsKey(id);
  }

  /**
   * The index of a node.
   *
   * @param id its id
   * @return its index
   * @throws IllegalArgumentException if there is no such node
   */
  public int index(String id) {
    Integer index = indexes.get(id);
    if (index == null) {
      throw new IllegalArgumentException("no node has the id " + DataException.quote(id));
    }
    return index;
  }

  /**
   * The direct parents of a node.
   *
   * @param node its index
   * @return a new array of indexes, ascending; empty for a root
   */
  public int[] parents(int node) {
    return parents[node].clone();
  }

  /**
   * The number of direct parents of a node.
   *
   * @param node its index
   * @return 0 for a root
   */
  public int parentCount(int node) {
    return parents[node].length;
  }

  /**
   * One direct parent of a node, without copying.
   *
   * @param node its index
   * @param which from 0 to {@link #parentCount} − 1
   * @return the parent's index
   */
  public int parent(int node, int which) {
    return parents[node][which];
  }

  /**
   * The direct children of a node.
   *
   * @param node its index
   * @return a new array of indexes, ascending; empty for a leaf
   */
  public int[] children(int node) {
    return children[node].clone();
  }

  /**
   * The number of direct children of a node.
   *
   * @param node its index
   * @return 0 for a leaf
   */
  public int childCount(int node) {
    return children[node].length;
  }

  /**
   * The nodes without parents.
   *
   * @return a new array of indexes, ascending; never empty
   */
  public int[] roots() {
    return without(parents);
  }

  /**
   * The nodes without children.
   *
   * @return a new array of indexes, ascending; never empty
   */
  public int[] leaves() {
    return without(children);
  }

  /**
   * The depth of a node: edges on the <em>longest</em> way down from a root, so that a child is
   * always deeper than each of its parents.
   *
   * @param node its index
   * @return 0 for a root
   */
  public int depth(int node) {
    return depths[node];
  }

  /**
   * All nodes in an order in which every node comes after all its parents.
   *
   * @return a new array of indexes, roots first
   */
  public int[] topologicalOrder() {
    return topological.clone();
  }

  /**
   * The transitive closure, computed at the first call.
   *
   * @return the same object at every call
   * @throws DataException if it would have more than {@link Closure#MAXIMUM_PAIRS} pairs
   */
  public Closure closure() {
    Closure known = closure;
    if (known == null) {
      synchronized (this) {
        known = closure;
        if (known == null) {
          known = Closure.of(parents, topological);
          closure = known;
        }
      }
    }
    return known;
  }

  /**
   * Whether one of two nodes is an ancestor of the other.
   *
   * @param one an index
   * @param other an index
   * @return false for a node and itself
   */
  public boolean related(int one, int other) {
    return closure().related(one, other);
  }

  /**
   * SHA-256 over ids and edges in the order of the ids, so that it tells hierarchies apart whatever
   * the order of nodes or edges was in a file.
   *
   * @return 64 hexadecimal digits, lower case
   */
  public String fingerprint() {
    return Fingerprint.of(this);
  }

  private static int[] without(int[][] neighbours) {
    return IntStream.range(0, neighbours.length)
        .filter(node -> neighbours[node].length == 0)
        .toArray();
  }
}
