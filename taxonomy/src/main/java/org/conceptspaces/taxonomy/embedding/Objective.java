package org.conceptspaces.taxonomy.embedding;

/**
 * What points of related nodes are trained to: for a node {@code u} with a related node {@code v}
 * and negatives {@code n}, minimise {@code −ln(exp(−βE(u,v)) / (exp(−βE(u,v)) + Σ exp(−βE(u,n))))}
 * (Nickel and Kiela 2017, equation 5, with a sharpness β). The related nodes of one visit share the
 * negatives drawn for it, so that a distance is computed once for all of them.
 *
 * @param energy E, made of the distance
 * @param sharpness β, above 0; in hyperbolic space that of curvature −1 and β is that of curvature
 *     −1/β² and 1
 * @param negatives how many negatives a visit draws, at least 1
 * @param dampening 0 draws negatives uniformly; another power draws a node in proportion to its
 *     number of pairs to that power (.75 in word2vec and in Nickel and Kiela's burn-in)
 * @param together how many related nodes share one visit at most; 1 draws negatives anew for every
 *     pair
 */
public record Objective(
    Energy energy, double sharpness, int negatives, double dampening, int together) {

  /** Checks the ranges. */
  public Objective {
    if (!(sharpness > 0 && sharpness < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("sharpness " + sharpness + " is not above 0");
    }
    if (negatives < 1 || together < 1) {
      throw new IllegalArgumentException(
          negatives + " negatives for " + together + " related nodes; wants 1 of each at least");
    }
    if (!(dampening >= 0 && dampening <= 1)) {
      throw new IllegalArgumentException("dampening " + dampening + " is not from 0 to 1");
    }
  }

  /**
   * A sharpness that served WordNet's nouns well in the ball: the more dimensions, the more room
   * there is near the origin, and the sharper, the nearer points stay.
   *
   * @param dimension the manifold's dimension
   * @return 2 from 10 dimensions on, less below
   */
  public static double sharpness(int dimension) {
    return Math.min(2, dimension / 5.0);
  }
}
