package org.conceptspaces.taxonomy.ranking;

/** How much each of a text's nearest nodes weighs in a {@link NeighbourVote}. */
public interface VoteKernel {

  /** Similarities, larger is nearer: the weight is the square, 0 for negative ones. For cosines. */
  VoteKernel SQUARED_SIMILARITY = new SquaredSimilarity();

  /**
   * Distances by {@link #exponential} of 4, which on TF-IDF vectors of the mammals' definitions
   * does as well by distance as the squared similarity does by cosine (4 to 8 do, 1 and 16 do not).
   * Within that range 4 was taken for the held-out scores of a few trained encoders on the mammals.
   */
  VoteKernel EXPONENTIAL_DISTANCE = exponential(4);

  /**
   * Distances, smaller is nearer: the weight of d is exp(−s·d / m), m the median of the nearest
   * ones' distances. So the votes do not depend on the scale of the distances. If m is 0, only
   * nodes at distance 0 weigh; infinitely far ones never do.
   *
   * @param sharpness s, how much more the nearest count than the median, above 0 and finite
   * @return the kernel
   */
  static VoteKernel exponential(double sharpness) {
    return new ExponentialDistance(sharpness);
  }

  /**
   * Whether the values are similarities.
   *
   * @return true if a larger value is nearer, false if a smaller one is
   */
  boolean largerIsNearer();

  /**
   * The weights of the nearest nodes.
   *
   * @param nearest their values, the nearest first, none NaN
   * @return a new array: the weight of each, finite, 0 or more, the same for equal values
   */
  double[] weights(double[] nearest);
}
