package org.conceptspaces.poincare.construction;

import java.util.Arrays;

/**
 * An immutable rooted tree over all nodes of a graph. Where the graph has several parts, a
 * <em>joint</em> is added as the last node, and the root of each part is its child. Nodes are
 * listed root first, each part of the tree in one piece.
 */
public final class Tree {

  private final Graph graph;
  private final int nodes;
  private final int[] parents;
  private final int[] preorder;
  private final int[] depths;

  private Tree(Graph graph, int nodes, int root) {
    this.graph = graph;
    this.nodes = nodes;
    this.parents = new int[graph.size()];
    this.depths = new int[graph.size()];
    this.preorder = new int[graph.size()];
    root(root);
  }

  /**
   * The tree of given parents, rooted where they say.
   *
   * @param parents of each node the parent, −1 for a root: [size]
   * @return the tree, with a joint as its root if there are several roots
   * @throws IllegalArgumentException if a parent is no node or parents lead back to where they
   *     started
   */
  public static Tree of(int[] parents) {
    int[] roots = new int[parents.length];
    int[] from = new int[parents.length];
    int[] to = new int[parents.length];
    int rootCount = 0;
    int edges = 0;
    for (int node = 0; node < parents.length; node++) {
      if (parents[node] == -1) {
        roots[rootCount++] = node;
      } else {
        from[edges] = node;
        to[edges++] = parents[node];
      }
    }
    if (rootCount == 0) {
      throw new IllegalArgumentException("no root among " + parents.length + " nodes");
    }
    Graph forest = Graph.of(parents.length, Arrays.copyOf(from, edges), Arrays.copyOf(to, edges));
    return joined(forest, Arrays.copyOf(roots, rootCount));
  }

  /**
   * A forest with a joint above the given nodes, one of each of its trees, if there are several.
   *
   * @throws IllegalArgumentException if it is no forest, or the nodes are not one of each tree
   */
  static Tree joined(Graph forest, int[] roots) {
    if (roots.length == 1) {
      return new Tree(forest, forest.size(), roots[0]);
    }
    int joint = forest.size();
    int[] from = new int[forest.edges() + roots.length];
    int[] to = new int[from.length];
    int edge = 0;
    for (int node = 0; node < joint; node++) {
      for (int k = 0; k < forest.degree(node); k++) {
        if (forest.neighbour(node, k) < node) {
          from[edge] = node;
          to[edge++] = forest.neighbour(node, k);
        }
      }
    }
    for (int root : roots) {
      from[edge] = joint;
      to[edge++] = root;
    }
    return new Tree(Graph.of(joint + 1, from, to), joint, joint);
  }

  private void root(int root) {
    Arrays.fill(parents, -2);
    int[] stack = new int[graph.size()];
    int height = 1;
    int known = 0;
    stack[0] = root;
    parents[root] = -1;
    while (height > 0) {
      int node = stack[--height];
      preorder[known++] = node;
      for (int k = graph.degree(node) - 1; k >= 0; k--) {
        int next = graph.neighbour(node, k);
        if (next != parents[node]) {
          if (parents[next] != -2) {
            throw new IllegalArgumentException("edges of a tree lead back to node " + next);
          }
          parents[next] = node;
          depths[next] = depths[node] + 1;
          stack[height++] = next;
        }
      }
    }
    if (known < graph.size()) {
      throw new IllegalArgumentException(
          "edges of a tree lead back to where they started: "
              + (graph.size() - known)
              + " nodes of "
              + graph.size()
              + " are not below a root");
    }
  }

  /**
   * The same tree with its root in the middle of its longest path, so that no node is deeper than
   * it must be.
   *
   * @return a tree of the same nodes and edges
   */
  public Tree centred() {
    int[] path = longestPath(graph, root());
    return new Tree(graph, nodes, path[path.length / 2]);
  }

  /**
   * The same tree with another root.
   *
   * @param root a node
   * @return a tree of the same nodes and edges
   * @throws IllegalArgumentException if there is no such node
   */
  public Tree rootedAt(int root) {
    if (root < 0 || root >= size()) {
      throw new IllegalArgumentException(
          "root " + root + "; nodes are numbered from 0 to " + (size() - 1));
    }
    return new Tree(graph, nodes, root);
  }

  /** The nodes of a longest path of a node's tree, end to end: two searches, from end to end. */
  static int[] longestPath(Graph forest, int node) {
    int[] distances = new int[forest.size()];
    int[] reached = forest.distances(node, distances);
    int start = reached[reached.length - 1];
    reached = forest.distances(start, distances);
    int at = reached[reached.length - 1];
    int[] path = new int[distances[at] + 1];
    for (int place = path.length - 1; place > 0; place--) {
      path[place] = at;
      int k = 0;
      while (distances[forest.neighbour(at, k)] >= distances[at]) {
        k++;
      }
      at = forest.neighbour(at, k);
    }
    path[0] = start;
    return path;
  }

  /**
   * The number of nodes, the joint counted.
   *
   * @return one at least
   */
  public int size() {
    return graph.size();
  }

  /**
   * The number of nodes without a joint.
   *
   * @return {@link #size()}, or one less where the last node is a joint
   */
  public int nodes() {
    return nodes;
  }

  /**
   * The tree's edges as a graph, the joint's included.
   *
   * @return the graph
   */
  public Graph graph() {
    return graph;
  }

  /**
   * The root.
   *
   * @return its number
   */
  public int root() {
    return preorder[0];
  }

  /**
   * The parent of a node.
   *
   * @param node its number
   * @return the parent's number, −1 for the root
   */
  public int parent(int node) {
    return parents[node];
  }

  /**
   * The depth of a node.
   *
   * @param node its number
   * @return edges to the root
   */
  public int depth(int node) {
    return depths[node];
  }

  /**
   * A node by its place in a listing that has each node after its parent, and its descendants right
   * after it.
   *
   * @param place from 0 to {@link #size()} − 1
   * @return the node
   */
  public int preorder(int place) {
    return preorder[place];
  }

  /**
   * The greatest depth.
   *
   * @return edges from the root to the deepest node
   */
  public int height() {
    return Arrays.stream(depths).max().orElseThrow();
  }

  /**
   * The length of the longest path between any two nodes.
   *
   * @return its number of edges
   */
  public int diameter() {
    return longestPath(graph, root()).length - 1;
  }

  /**
   * The greatest number of neighbours of a node.
   *
   * @return the maximum degree
   */
  public int maximumDegree() {
    int maximum = 0;
    for (int node = 0; node < size(); node++) {
      maximum = Math.max(maximum, graph.degree(node));
    }
    return maximum;
  }
}
