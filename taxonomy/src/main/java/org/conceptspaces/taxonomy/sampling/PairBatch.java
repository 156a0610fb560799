package org.conceptspaces.taxonomy.sampling;

/** Pairs of a node and an ancestor or sibling, made for one training step. */
public final class PairBatch {

  private final int[] nodes;
  private final int[] partners;

  PairBatch(int[] nodes, int[] partners) {
    this.nodes = nodes;
    this.partners = partners;
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
   * The node that each pair is about.
   *
   * @return this batch's own array of indexes; the batch belongs to its one caller
   */
  public int[] nodes() {
    return nodes;
  }

  /**
   * The ancestor or sibling for each of {@link #nodes()}.
   *
   * @return this batch's own array of indexes; the batch belongs to its one caller
   */
  public int[] partners() {
    return partners;
  }
}
