package org.conceptspaces.placement.rank;

import java.util.stream.IntStream;

/**
 * A text whose parents are known.
 *
 * @param candidates what may be its parent
 * @param parents its true parents, one at least
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Example(Candidates candidates, int[] parents) {

  /**
   * Whether a node is a true parent.
   *
   * @param node its index
   * @return whether it is
   */
  public boolean isParent(int node) {
    return IntStream.of(parents).anyMatch(parent -> parent == node);
  }

  /**
   * Whether a true parent is among the candidates.
   *
   * @return whether one is
   */
  public boolean isCovered() {
    return IntStream.of(candidates.nodes()).anyMatch(this::isParent);
  }
}
