package org.conceptspaces.taxonomy.ranking;

/** What blind guessing reaches. */
public final class Chance {

  private Chance() {}

  /**
   * The mean reciprocal rank of one right answer in a random order of n candidates: the harmonic
   * number H_n divided by n.
   *
   * @param candidates n, above 0
   * @return above 0, at most 1
   */
  public static double meanReciprocalRank(int candidates) {
    if (candidates <= 0) {
      throw new IllegalArgumentException(candidates + " candidates are not above 0");
    }
    double harmonic = 0;
    // the small terms first, so that they are not lost
    for (int rank = candidates; rank >= 1; rank--) {
      harmonic += 1.0 / rank;
    }
    return harmonic / candidates;
  }
}
