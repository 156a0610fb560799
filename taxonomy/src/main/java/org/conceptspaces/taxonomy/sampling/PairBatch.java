package org.conceptspaces.taxonomy.sampling;

/** Pairs of a node and one of its ancestors, made for one training step. */
public final class PairBatch {

  private final int[] nodes;
  private final int[] ancestors;

  PairBatch(int[] nodes, int[] ancestors) {
    this.nodes = nodes;
    this.ancestors = ancestors;
  }

  /**
   * The number of pairs.
   *
   * @return the sampler's batch size
   */
  public int size() {
    return nodes.length;
  }

  /**
   * The more special node of each pair.
   *
   * @return this batch's own array of indexes; the batch belongs to its one caller
   */
  public int[] nodes() {
    return nodes;
  }

  /**
   * An ancestor of each of {@link #nodes()}.
   *
   * @return this batch's own array of indexes; the batch belongs to its one caller
   */
  public int[] ancestors() {
    return ancestors;
  }
}
