package org.conceptspaces.placement;

/**
 * How a placer is fitted.
 *
 * @param neighbours how many nodes each channel names, above 0
 * @param texts how many of the taxonomy's own leaves it is fitted to, at most
 * @param seed chooses the leaves
 */
public record PlacementOptions(int neighbours, int texts, long seed) {

  /** What serves from tens to tens of thousands of nodes. */
  public static final PlacementOptions DEFAULT = new PlacementOptions(100, 2000, 1);

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public PlacementOptions {
    if (neighbours <= 0 || texts <= 0) {
      throw new IllegalArgumentException(
          "neighbours " + neighbours + " and texts " + texts + " must both be above 0");
    }
  }
}
