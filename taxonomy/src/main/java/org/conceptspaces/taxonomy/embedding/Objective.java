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
   * A sharpness that serves hyperbolic space of curvature −1. To keep {@code n} nodes apart, points
   * must lie about {@code 2·ln n/(d − 1)} from the origin; the objective holds them the nearer, the
   * sharper it is. The factor was chosen on WordNet's nouns and mammals in 2, 5 and 10 dimensions.
   *
   * @param dimension the manifold's dimension d
   * @param nodes how many nodes there are, at least 2
   * @return {@code 2.5·(d − 1)/ln n}, 0.1 at least and 2 at most
   */
  public static double sharpness(int dimension, int nodes) {
    return Math.max(0.1, Math.min(2, 2.5 * (dimension - 1) / Math.log(nodes)));
  }
}
