package org.conceptspaces.poincare.construction;

import java.util.Arrays;

/**
 * The points of a tree in hyperbolic space as distances see them: directions of edges and their
 * length, no coordinates. Safe for use by several threads.
 */
final class TreePoints {

  private final Tree tree;
  private final Directions directions;
  private final double tau;
  private final Walk walk;
  private final double growth;

  TreePoints(Tree tree, Directions directions, double tau) {
    this.tree = tree;
    this.directions = directions;
    this.tau = tau;
    this.walk = new Walk(directions, tau);
    this.growth = walk.growth();
  }

  Tree tree() {
    return tree;
  }

  double tau() {
    return tau;
  }

  Directions directions() {
    return directions;
  }

  /** The distance of two nodes, along the path between them. */
  double distance(int one, int other) {
    int[] edges = path(one, other);
    if (edges.length == 0) {
      return 0;
    }
    double[] heading = new double[directions.dimension()];
    walk.start(edges[0], heading, 0);
    double distance = tau;
    for (int k = 1; k < edges.length; k++) {
      distance = walk.step(distance, heading, 0, edges[k], 0);
    }
    return distance;
  }

  /** The edges of the path between two nodes, each by its lower node. */
  private int[] path(int one, int other) {
    int[] edges = new int[tree.depth(one) + tree.depth(other)];
    int up = 0;
    int down = edges.length;
    int left = one;
    int right = other;
    while (left != right) {
      if (tree.depth(left) >= tree.depth(right)) {
        edges[up++] = left;
        left = tree.parent(left);
      } else {
        edges[--down] = right;
        right = tree.parent(right);
      }
    }
    int[] path = Arrays.copyOf(edges, up + edges.length - down);
    System.arraycopy(edges, down, path, up, edges.length - down);
    return path;
  }

  /** A search outwards from one node after another. For one thread. */
  Search search() {
    return new Search();
  }

  /** A search for what is near, the joint left out. For one thread. */
  NeighbourPrecision.Search neighbourhoods() {
    Search search = search();
    return (source, radius, found) -> {
      int count = search.within(source, radius);
      for (int place = 1; place < count; place++) {
        if (search.node(place) < tree.nodes()) {
          found.add(search.node(place), search.distance(place));
        }
      }
    };
  }

  /** What one search has found, nodes in the order in which it came by. */
  final class Search {

    private final int[] nodes = new int[tree.size()];
    private final int[] cameFrom = new int[tree.size()];
    private final double[] distances = new double[tree.size()];
    private final double[] headings = new double[tree.size() * directions.dimension()];

    /**
     * Finds at least all nodes within a radius, and perhaps more.
     *
     * @return how many were found; the first is the source
     */
    int within(int source, double radius) {
      nodes[0] = source;
      cameFrom[0] = -1;
      distances[0] = 0;
      int found = 1;
      for (int next = 0; next < found; next++) {
        boolean beyond = next > 0 && growth > 0 && distances[next] + growth > radius;
        for (int k = 0; !beyond && k < tree.graph().degree(nodes[next]); k++) {
          int other = tree.graph().neighbour(nodes[next], k);
          if (other != cameFrom[next]) {
            visit(next, other, found++);
          }
        }
      }
      return found;
    }

    private void visit(int from, int node, int place) {
      int dimension = directions.dimension();
      int edge = tree.parent(node) == nodes[from] ? node : nodes[from];
      nodes[place] = node;
      cameFrom[place] = nodes[from];
      if (from == 0) {
        distances[place] = tau;
        walk.start(edge, headings, place * dimension);
      } else {
        distances[place] =
            walk.step(distances[from], headings, from * dimension, edge, place * dimension);
      }
    }

    int node(int place) {
      return nodes[place];
    }

    double distance(int place) {
      return distances[place];
    }
  }
}
