package org.conceptspaces.taxonomy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * Collects nodes and edges of a {@link Hierarchy}. Nodes get their indexes in the order of their
 * first mention. An edge that is given again is collapsed with the first and counted, see {@link
 * Hierarchy#duplicateEdges()}.
 */
public final class HierarchyBuilder {

  private final Map<String, Integer> indexes = new HashMap<>();
  private final List<String> ids = new ArrayList<>();
  // child in the upper half, parent in the lower: sorting them groups the parents of each child
  private final LongStream.Builder edges = LongStream.builder();

  HierarchyBuilder() {}

  /**
   * Adds a node, unless it is there already.
   *
   * @param id its id, not blank
   * @return this
   * @throws DataException if the id is blank
   */
  public HierarchyBuilder node(String id) {
    index(id);
    return this;
  }

  /**
   * Adds an edge and those of its two nodes that are not there yet.
   *
   * @param child the id of the more special node
   * @param parent the id of the more general node
   * @return this
   * @throws DataException if an id is blank or both are the same
   */
  public HierarchyBuilder edge(String child, String parent) {
    if (child.equals(parent)) {
      throw new DataException(
          "node " + DataException.quote(child) + " is given as its own parent; remove that edge");
    }
    edges.add(key(index(child), index(parent)));
    return this;
  }

  /**
   * The hierarchy of all that was added. The builder must not be used afterwards.
   *
   * @return the hierarchy
   * @throws DataException if there is no edge
   * @throws HierarchyCycleException if the edges lead from a node back to itself
   */
  public Hierarchy build() {
    long[] given = edges.build().toArray();
    if (given.length == 0) {
      throw new DataException(
          "a hierarchy needs at least one edge from a child to its parent, and here is none");
    }
    long[] distinct = LongStream.of(given).sorted().distinct().toArray();
    int[][] parents = grouped(distinct);
    for (int i = 0; i < distinct.length; i++) {
      distinct[i] = Long.rotateLeft(distinct[i], Integer.SIZE);
    }
    Arrays.sort(distinct);
    int[][] children = grouped(distinct);
    int[] order = topological(parents, children);
    if (order.length < ids.size()) {
      throw cycle(parents, order, given);
    }
    return new Hierarchy(
        List.copyOf(ids),
        Map.copyOf(indexes),
        parents,
        children,
        order,
        given.length - distinct.length);
  }

  private int index(String id) {
    Integer known = indexes.get(id);
    if (known != null) {
      return known;
    }
    if (id.isBlank()) {
      throw new DataException("a node has an empty id; every node needs one");
    }
    indexes.put(id, ids.size());
    ids.add(id);
    return ids.size() - 1;
  }

  private int[][] grouped(long[] sorted) {
    int[][] groups = new int[ids.size()][];
    int at = 0;
    for (int node = 0; node < groups.length; node++) {
      int from = at;
      while (at < sorted.length && (int) (sorted[at] >>> Integer.SIZE) == node) {
        at++;
      }
      groups[node] = new int[at - from];
      for (int k = from; k < at; k++) {
        groups[node][k - from] = (int) sorted[k];
      }
    }
    return groups;
  }

  // Kahn 1962: a node follows once all its parents have; nodes on or below a cycle never do
  private static int[] topological(int[][] parents, int[][] children) {
    int[] waiting = new int[parents.length];
    int[] order = new int[parents.length];
    int known = 0;
    for (int node = 0; node < parents.length; node++) {
      waiting[node] = parents[node].length;
      if (waiting[node] == 0) {
        order[known++] = node;
      }
    }
    for (int next = 0; next < known; next++) {
      for (int child : children[order[next]]) {
        if (--waiting[child] == 0) {
          order[known++] = child;
        }
      }
    }
    return Arrays.copyOf(order, known);
  }

  private HierarchyCycleException cycle(int[][] parents, int[] ordered, long[] given) {
    boolean[] free = new boolean[parents.length];
    for (int node : ordered) {
      free[node] = true;
    }
    int node = 0;
    while (free[node]) {
      node++;
    }
    // every node that is not free has a parent that is not free: climbing must come round
    int[] step = new int[parents.length];
    List<Integer> climbed = new ArrayList<>();
    while (step[node] == 0) {
      climbed.add(node);
      step[node] = climbed.size();
      node = firstBound(parents[node], free);
    }
    List<Integer> loop = new ArrayList<>(climbed.subList(step[node] - 1, climbed.size()));
    // start at the node that was mentioned first, so that the message does not depend on the climb
    Collections.rotate(loop, -loop.indexOf(Collections.min(loop)));
    long edge = key(loop.get(0), loop.get(1));
    int ordinal = 0;
    while (given[ordinal] != edge) {
      ordinal++;
    }
    return new HierarchyCycleException(loop.stream().map(ids::get).toList(), ordinal);
  }

  private static int firstBound(int[] nodes, boolean[] free) {
    for (int node : nodes) {
      if (!free[node]) {
        return node;
      }
    }
    throw new IllegalStateException("a node on a cycle without a parent on it");
  }

  private static long key(int upper, int lower) {
    return ((long) upper << Integer.SIZE) | lower;
  }
}
