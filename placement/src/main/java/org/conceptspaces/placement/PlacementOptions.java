package org.conceptspaces.placement;

/**
 * How a placer is fitted.
 *
 * @param neighbours how many nodes each channel names, above 0
 * @param texts how many of the taxonomy's own leaves it is fitted to, at most
 * @param penalty on the squares of weights, see {@link
 *     org.conceptspaces.placement.rank.ConditionalLogit}
 * @param seed chooses the leaves
 */
public record PlacementOptions(int neighbours, int texts, double penalty, long seed) {

  /** What serves from tens to tens of thousands of nodes. */
  public static final PlacementOptions DEFAULT = new PlacementOptions(100, 2000, 1e-3, 1);

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public PlacementOptions {
    if (neighbours <= 0 || texts <= 0 || !(penalty > 0 && Double.isFinite(penalty))) {
      throw new IllegalArgumentException(
          "neighbours "
              + neighbours
              + ", texts "
              + texts
              + " and penalty "
              + penalty
              + " must all be above 0");
    }
  }
}
