package org.conceptspaces.placement.rank;

/**
 * The nodes that may be a text's parent, with their features.
 *
 * @param nodes their indexes, ascending
 * @param features row by row, {@code [nodes · width]}
 * @param width how many features each has
 */
@SuppressWarnings("ArrayRecordComponent") // large, and never written to once made
public record Candidates(int[] nodes, float[] features, int width) {

  /**
   * The number of candidates.
   *
   * @return 0 or more
   */
  public int size() {
    return nodes.length;
  }
}
