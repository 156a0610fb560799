package org.conceptspaces.taxonomy.sampling;

/**
 * Whom a node is brought together with in training: its ancestors, the direct parents among them
 * more often, and its siblings.
 *
 * @param parents of what goes to ancestors, the share that direct parents get before all ancestors
 *     alike get the rest, from 0 to 1
 * @param siblings the share that goes to nodes with a parent in common, from 0 to 1; the rest goes
 *     to ancestors
 */
public record PartnerShares(double parents, double siblings) {

  /** Ancestors only, half of it to parents. */
  public static final PartnerShares DEFAULT = new PartnerShares(0.5, 0);

  /** Refuses shares out of range. */
  public PartnerShares {
    share("parents", parents);
    share("siblings", siblings);
  }

  private static void share(String whose, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("share of " + whose + " " + share + " is not from 0 to 1");
    }
  }
}
