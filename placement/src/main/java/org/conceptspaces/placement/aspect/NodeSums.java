package org.conceptspaces.placement.aspect;

import java.util.stream.IntStream;

/** A few sums for each of a few nodes among many: a hash table without boxes. */
final class NodeSums {

  private static final int FIRST_SLOTS = 1024;

  private final int columns;

  /** By slot one more than its node, 0 where there is none. */
  private int[] keys = new int[FIRST_SLOTS];

  private double[] sums;
  private int size;

  /** With as many sums for each node, all 0. */
  NodeSums(int columns) {
    this.columns = columns;
    sums = new double[FIRST_SLOTS * columns];
  }

  void add(int node, int column, double value) {
    int slot = own(node); // first, as it may make room elsewhere
    sums[slot * columns + column] += value;
  }

  void set(int node, int column, double value) {
    int slot = own(node);
    sums[slot * columns + column] = value;
  }

  double get(int node, int column) {
    int slot = slot(node);
    return keys[slot] == 0 ? 0 : sums[slot * columns + column];
  }

  /** The nodes of which a sum is above 0, ascending. */
  int[] above0(int column) {
    return IntStream.range(0, keys.length)
        .filter(slot -> sums[slot * columns + column] > 0)
        .map(slot -> keys[slot] - 1)
        .sorted()
        .toArray();
  }

  /** Where a node is, or would be. */
  private int slot(int node) {
    int mask = keys.length - 1;
    // Fibonacci hashing: neighbours by index are often near to a text together
    int hash = node * 0x9E3779B9;
    int slot = (hash ^ hash >>> 16) & mask;
    while (keys[slot] != 0 && keys[slot] != node + 1) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private int own(int node) {
    int slot = slot(node);
    if (keys[slot] == 0) {
      if (2 * size >= keys.length) {
        grow();
        slot = slot(node);
      }
      keys[slot] = node + 1;
      size++;
    }
    return slot;
  }

  private void grow() {
    int[] keysBefore = keys;
    double[] sumsBefore = sums;
    keys = new int[2 * keysBefore.length];
    sums = new double[keys.length * columns];
    for (int from = 0; from < keysBefore.length; from++) {
      if (keysBefore[from] != 0) {
        int to = slot(keysBefore[from] - 1);
        keys[to] = keysBefore[from];
        System.arraycopy(sumsBefore, from * columns, sums, to * columns, columns);
      }
    }
  }
}
