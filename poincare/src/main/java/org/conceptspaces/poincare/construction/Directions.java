package org.conceptspaces.poincare.construction;

import java.util.Arrays;

/**
 * In which direction each edge of a tree leaves its nodes. Every node has a frame of its own, and
 * the frames at both ends of an edge are mirror images of each other, the mirror halfway between:
 * so an edge has <em>one</em> unit vector, for both its ends. Which vectors the edges have, and how
 * long edges are, is all that a construction has to choose; distances follow.
 */
final class Directions {

  private final int dimension;
  private final double[] vectors;
  private final double separation;

  private Directions(int dimension, double[] vectors, double separation) {
    this.dimension = dimension;
    this.vectors = vectors;
    this.separation = separation;
  }

  /**
   * In a plane evenly spaced around each node (Sarkar 2011); in more dimensions the words of one
   * spherical code, each at most once per node.
   */
  static Directions of(Tree tree, int dimension) {
    return dimension == 2 ? planar(tree) : coded(tree, dimension);
  }

  private static Directions planar(Tree tree) {
    double[] angles = new double[tree.size()];
    double[] vectors = new double[2 * tree.size()];
    int[] next = new int[tree.size()]; // each node's neighbours so far
    for (int place = 1; place < tree.size(); place++) {
      int node = tree.preorder(place);
      int parent = tree.parent(node);
      int degree = tree.graph().degree(parent);
      next[node] = 1; // its parent
      double turned = angles[parent] + 2 * Math.PI * next[parent]++ / degree;
      angles[node] = Math.IEEEremainder(turned, 2 * Math.PI);
      vectors[2 * node] = Math.cos(angles[node]);
      vectors[2 * node + 1] = Math.sin(angles[node]);
    }
    return new Directions(2, vectors, 2 * Math.PI / Math.max(2, tree.maximumDegree()));
  }

  private static Directions coded(Tree tree, int dimension) {
    SphericalCode code = SphericalCode.of(Math.max(2, tree.maximumDegree()), dimension);
    double[] vectors = new double[dimension * tree.size()];
    int[] words = new int[tree.size()];
    Arrays.fill(words, -1);
    int[] children = new int[tree.maximumDegree()];
    for (int place = 0; place < tree.size(); place++) {
      int node = tree.preorder(place);
      int count = 0;
      for (int k = 0; k < tree.graph().degree(node); k++) {
        int other = tree.graph().neighbour(node, k);
        if (other != tree.parent(node)) {
          children[count++] = other;
        }
      }
      int[] chosen = code.apart(words[node], count);
      for (int k = 0; k < count; k++) {
        words[children[k]] = chosen[k];
        code.copy(chosen[k], vectors, children[k] * dimension);
      }
    }
    return new Directions(dimension, vectors, code.separation());
  }

  int dimension() {
    return dimension;
  }

  /** Component of the unit vector of the edge between a node and its parent. */
  double component(int node, int axis) {
    return vectors[node * dimension + axis];
  }

  /** The least angle between two edges of a node, in radians. */
  double separation() {
    return separation;
  }
}
