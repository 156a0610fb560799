package org.conceptspaces.taxonomy.sampling;

/**
 * Which pairs of a hierarchy are held out for link prediction: with the ids, all that a {@link
 * LinkSplit} follows from.
 *
 * @param share the share of the pairs that are no direct edges, from above 0 to 1; 1 leaves the
 *     direct edges alone to train on
 * @param seed chooses them
 */
public record HoldOut(double share, long seed) {

  /**
   * Checks the share.
   *
   * @throws IllegalArgumentException if it is out of range
   */
  public HoldOut {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "wants a share above 0 and at most 1 of the pairs that are no direct edges, not "
              + share
              + "; 0.05 is usual");
    }
  }
}
