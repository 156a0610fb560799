package org.conceptspaces.taxonomy.embedding;

import java.util.Map;

/** Trains a point for every node, epoch by epoch. */
public interface NodeEngine extends AutoCloseable {

  /**
   * Visits every pair once.
   *
   * @param epoch which epoch it is, from 0; seeds the order and the negatives
   * @param step how the epoch's steps are made
   * @return the mean loss over pairs, each measured just before its step
   */
  double epoch(int epoch, Step step);

  /**
   * Where the points are.
   *
   * @return the geometry's coordinates, node by node
   */
  double[] coordinates();

  /**
   * All that training goes on from, bit for bit.
   *
   * @return copies by name
   */
  Map<String, double[]> state();

  /**
   * Goes back to a state.
   *
   * @param state from {@link #state} of an engine made alike
   * @throws IllegalArgumentException if it has other names or sizes
   */
  void restore(Map<String, double[]> state);

  @Override
  void close();
}
