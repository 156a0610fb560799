package org.conceptspaces.poincare.construction;

import java.util.Arrays;

/**
 * Unit vectors far apart from each other, in three dimensions or more: a simplex while there are
 * dimensions enough, then the ends of the axes, then the best of a {@linkplain BinaryCode binary
 * code} on the corners of the cube (De Sa et al. 2018), {@linkplain LatticeShell integer vectors}
 * of one length, and {@linkplain CubeGrid grids} on the faces of the cube.
 */
final class SphericalCode {

  /** Children beyond take free words in order: to look for the best would be quadratic. */
  private static final int CHOSEN = 16;

  private final double[][] words;
  private final double cosine;

  private SphericalCode(double[][] words, double cosine) {
    this.words = words;
    this.cosine = cosine;
  }

  /**
   * A code.
   *
   * @param count words, two at least
   * @param dimension three at least
   */
  static SphericalCode of(int count, int dimension) {
    if (count <= dimension + 1) {
      return new SphericalCode(simplex(count, dimension), -1.0 / (count - 1));
    }
    if (count <= 2 * dimension) {
      return new SphericalCode(axes(count, dimension), 0);
    }
    double[][] grid = CubeGrid.words(count, dimension);
    SphericalCode best = new SphericalCode(grid, CubeGrid.cosine(grid));
    if (dimension > 3) { // in three, shells of many vectors are far out
      LatticeShell shell = LatticeShell.of(count, dimension);
      if (shell.cosine() < best.cosine) {
        best = new SphericalCode(shell.words(count), shell.cosine());
      }
    }
    BinaryCode binary = BinaryCode.of(count, dimension);
    if (binary != null && binary.cosine() < best.cosine) {
      best = new SphericalCode(binary.words(count), binary.cosine());
    }
    return best;
  }

  /** Vertices of a regular simplex around the origin, one axis after the other. */
  private static double[][] simplex(int count, int dimension) {
    double[][] words = new double[count][dimension];
    double rest = 1;
    for (int axis = 0; axis < count - 1; axis++) {
      // so far all words agree up to this axis, with `rest` of their square left
      int others = count - 1 - axis;
      words[axis][axis] = Math.sqrt(rest);
      for (int word = axis + 1; word < count; word++) {
        words[word][axis] = -Math.sqrt(rest) / others;
      }
      rest -= rest / ((double) others * others);
    }
    return words;
  }

  private static double[][] axes(int count, int dimension) {
    double[][] words = new double[count][dimension];
    for (int word = 0; word < count; word++) {
      words[word][word / 2] = word % 2 == 0 ? 1 : -1;
    }
    return words;
  }

  /** The least angle between two words, in radians. */
  double separation() {
    return Math.acos(cosine);
  }

  /** Writes a word's components. */
  void copy(int word, double[] to, int from) {
    System.arraycopy(words[word], 0, to, from, words[word].length);
  }

  /**
   * Different words far from each other and from one that is taken: each next word is the one
   * farthest from those so far.
   *
   * @param taken a word, or −1
   * @param count at most as many words as there are free
   */
  int[] apart(int taken, int count) {
    int[] chosen = new int[count];
    double[] nearest = new double[words.length]; // largest cosine to those so far
    Arrays.fill(nearest, -2);
    take(taken, nearest);
    int free = 0;
    for (int k = 0; k < count; k++) {
      while (nearest[free] == 2) {
        free++;
      }
      int best = free;
      for (int word = best + 1; k < CHOSEN && word < words.length; word++) {
        // clearly farther, so that roundings do not choose
        best = nearest[word] < nearest[best] - 1e-12 ? word : best;
      }
      chosen[k] = best;
      if (k < CHOSEN) {
        take(best, nearest);
      } else {
        nearest[best] = 2;
      }
    }
    return chosen;
  }

  private void take(int taken, double[] nearest) {
    if (taken < 0) {
      return;
    }
    for (int word = 0; word < words.length; word++) {
      double dot = 0;
      for (int axis = 0; axis < words[word].length; axis++) {
        dot += words[word][axis] * words[taken][axis];
      }
      nearest[word] = Math.max(nearest[word], dot);
    }
    nearest[taken] = 2;
  }
}
