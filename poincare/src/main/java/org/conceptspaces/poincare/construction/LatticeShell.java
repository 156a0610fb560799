package org.conceptspaces.poincare.construction;

import java.util.ArrayList;
import java.util.List;

/**
 * Integer vectors of one squared length m, the least that has enough of them. Differences of two
 * are of even squared length, hence 2 at least: no cosine is above 1 − 1/m.
 */
final class LatticeShell {

  private final int dimension;
  private final int square;

  private LatticeShell(int dimension, int square) {
    this.dimension = dimension;
    this.square = square;
  }

  static LatticeShell of(int count, int dimension) {
    int square = 1;
    while (vectors(dimension, square) < count) {
      square += 1 + square / 16; // the number grows unevenly; one need not look at every square
    }
    return new LatticeShell(dimension, square);
  }

  /** How many integer vectors have a squared length. */
  private static long vectors(int dimension, int square) {
    long[] ways = new long[square + 1];
    ways[0] = 1;
    for (int axis = 0; axis < dimension; axis++) {
      long[] more = new long[square + 1];
      for (int sum = 0; sum <= square; sum++) {
        for (int value = 0; value * value <= sum; value++) {
          more[sum] += (value == 0 ? 1 : 2) * ways[sum - value * value];
        }
        more[sum] = Math.min(more[sum], Integer.MAX_VALUE); // enough is enough
      }
      ways = more;
    }
    return ways[square];
  }

  double cosine() {
    return 1 - 1.0 / square;
  }

  /** Words taken evenly from all of the shell, or from its first hundred thousands. */
  double[][] words(int count) {
    List<int[]> found = new ArrayList<>();
    collect(new int[dimension], 0, square, found, Math.max(200_000, count));
    double[][] words = new double[count][dimension];
    double unit = 1 / Math.sqrt(square);
    for (int word = 0; word < count; word++) {
      int[] vector = found.get((int) ((long) word * found.size() / count));
      for (int axis = 0; axis < dimension; axis++) {
        words[word][axis] = vector[axis] * unit;
      }
    }
    return words;
  }

  private void collect(int[] vector, int axis, int rest, List<int[]> found, int limit) {
    if (found.size() >= limit) {
      return;
    }
    if (axis == dimension) {
      if (rest == 0) {
        found.add(vector.clone());
      }
      return;
    }
    if (axis == dimension - 1) {
      int root = (int) Math.round(Math.sqrt(rest));
      if (root * root != rest) {
        return;
      }
    }
    for (int size = 0; size * size <= rest; size++) {
      for (int sign = size == 0 ? 1 : -1; sign <= 1; sign += 2) {
        vector[axis] = sign * size;
        collect(vector, axis + 1, rest - size * size, found, limit);
      }
    }
    vector[axis] = 0;
  }
}
