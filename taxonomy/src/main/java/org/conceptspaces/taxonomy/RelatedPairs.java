package org.conceptspaces.taxonomy;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which nodes a node is related to: the pairs that training draws together and ranking looks for.
 * They may be all ancestors, the direct parents, the neighbours in the graph or any list of pairs,
 * the official WordNet recipe for instance, which is not quite a closure. Pairs are directed; a
 * node is never related to itself. Immutable, in two arrays; safe for use by several threads.
 */
public final class RelatedPairs {

  private final int[] offsets;
  private final int[] targets;

  private RelatedPairs(int[] offsets, int[] targets) {
    this.offsets = offsets;
    this.targets = targets;
  }

  /**
   * Every node with all its ancestors.
   *
   * @param closure the closure of a hierarchy
   * @return as many pairs as the closure has
   */
  public static RelatedPairs ancestors(Closure closure) {
    int[] offsets = new int[closure.nodes() + 1];
    int[] targets = new int[Math.toIntExact(closure.pairs())];
    for (int node = 0; node < closure.nodes(); node++) {
      int at = offsets[node];
      for (int i = 0; i < closure.ancestorCount(node); i++) {
        targets[at++] = closure.ancestor(node, i);
      }
      offsets[node + 1] = at;
    }
    return new RelatedPairs(offsets, targets);
  }

  /**
   * Every node with its direct parents.
   *
   * @param hierarchy a hierarchy
   * @return as many pairs as the hierarchy has edges
   */
  public static RelatedPairs parents(Hierarchy hierarchy) {
    int[] offsets = new int[hierarchy.size() + 1];
    int[] targets = new int[hierarchy.edgeCount()];
    for (int node = 0; node < hierarchy.size(); node++) {
      int at = offsets[node];
      for (int i = 0; i < hierarchy.parentCount(node); i++) {
        targets[at++] = hierarchy.parent(node, i);
      }
      offsets[node + 1] = at;
    }
    return new RelatedPairs(offsets, targets);
  }

  /**
   * Every node with its neighbours in the graph: direct parents and direct children.
   *
   * @param hierarchy a hierarchy
   * @return twice as many pairs as the hierarchy has edges
   */
  public static RelatedPairs neighbours(Hierarchy hierarchy) {
    return parents(hierarchy).symmetric();
  }

  /**
   * Pairs from a list, the i-th from {@code from[i]} to {@code to[i]}. Repeated ones are collapsed.
   *
   * @param nodes how many nodes there are, related or not
   * @param from indexes from 0 to nodes − 1
   * @param to as many, each another node
   * @return the distinct pairs
   * @throws IllegalArgumentException if the lengths differ, an index is out of range or a node is
   *     paired with itself
   */
  public static RelatedPairs of(int nodes, int[] from, int[] to) {
    if (from.length != to.length) {
      throw new IllegalArgumentException(from.length + " nodes are paired with " + to.length);
    }
    int[] offsets = new int[nodes + 1];
    for (int i = 0; i < from.length; i++) {
      if (from[i] < 0 || from[i] >= nodes || to[i] < 0 || to[i] >= nodes || from[i] == to[i]) {
        throw new IllegalArgumentException(
            "pair " + i + " (" + from[i] + ", " + to[i] + ") is not two of " + nodes + " nodes");
      }
      offsets[from[i] + 1]++;
    }
    Arrays.parallelPrefix(offsets, Integer::sum);
    int[] targets = new int[from.length];
    int[] next = offsets.clone();
    for (int i = 0; i < from.length; i++) {
      targets[next[from[i]]++] = to[i];
    }
    return sortedAndDistinct(offsets, targets);
  }

  private static RelatedPairs sortedAndDistinct(int[] offsets, int[] targets) {
    int kept = 0;
    int start = 0;
    for (int node = 0; node < offsets.length - 1; node++) {
      int end = offsets[node + 1];
      Arrays.sort(targets, start, end);
      for (int i = start; i < end; i++) {
        if (i == start || targets[i] != targets[kept - 1]) {
          targets[kept++] = targets[i];
        }
      }
      start = end;
      offsets[node + 1] = kept;
    }
    return new RelatedPairs(offsets, Arrays.copyOf(targets, kept));
  }

  /**
   * These pairs and the reverse of each.
   *
   * @return the distinct pairs, two at most for each of these
   */
  public RelatedPairs symmetric() {
    int pairs = targets.length;
    int[] from = new int[Math.multiplyExact(2, pairs)];
    int[] to = new int[from.length];
    for (int node = 0; node < nodes(); node++) {
      Arrays.fill(from, offsets[node], offsets[node + 1], node);
    }
    System.arraycopy(targets, 0, to, 0, pairs);
    System.arraycopy(targets, 0, from, pairs, pairs);
    System.arraycopy(from, 0, to, pairs, pairs);
    return of(nodes(), from, to);
  }

  /**
   * The number of nodes, those without a related one too.
   *
   * @return 0 or more
   */
  public int nodes() {
    return offsets.length - 1;
  }

  /**
   * The number of pairs.
   *
   * @return 0 or more
   */
  public long pairs() {
    return targets.length;
  }

  /**
   * How many nodes a node is related to.
   *
   * @param node an index
   * @return 0 or more
   */
  public int count(int node) {
    return offsets[node + 1] - offsets[node];
  }

  /**
   * One of the nodes that a node is related to, without copying. They ascend.
   *
   * @param node an index
   * @param which from 0 to {@link #count} − 1
   * @return the other's index
   */
  public int related(int node, int which) {
    return targets[offsets[node] + which];
  }

  /**
   * All nodes that a node is related to.
   *
   * @param node an index
   * @return a new array of indexes, ascending
   */
  public int[] related(int node) {
    return Arrays.copyOfRange(targets, offsets[node], offsets[node + 1]);
  }

  /**
   * Whether there is a pair in this direction.
   *
   * @param node an index
   * @param other an index
   * @return false for a node and itself
   */
  public boolean contains(int node, int other) {
    return Arrays.binarySearch(targets, offsets[node], offsets[node + 1], other) >= 0;
  }

  /**
   * Whether there is a pair in either direction.
   *
   * @param one an index
   * @param other an index
   * @return false for a node and itself
   */
  public boolean connected(int one, int other) {
    return contains(one, other) || contains(other, one);
  }

  /**
   * The nodes that are related to some other.
   *
   * @return a new array of indexes, ascending
   */
  public int[] sources() {
    return IntStream.range(0, nodes()).filter(node -> count(node) > 0).toArray();
  }
}
