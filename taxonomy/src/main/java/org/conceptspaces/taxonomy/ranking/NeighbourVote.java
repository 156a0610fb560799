package org.conceptspaces.taxonomy.ranking;

import java.util.Arrays;
import org.conceptspaces.taxonomy.Hierarchy;

/**
 * Scores all nodes as the parent of a text by a vote of its k nearest nodes: a near node of weight
 * w gives w to each of its parents and a share of w to itself (it may be the parent). Weights come
 * from a {@link VoteKernel}. If several nodes are equally far at the k-th place, they share what is
 * left of the k places, so that the order of the nodes decides nothing.
 */
public final class NeighbourVote {

  /** How many nodes vote unless told otherwise. */
  public static final int DEFAULT_NEIGHBOURS = 20;

  /** What a near node gives to itself, as a share of its weight, unless told otherwise. */
  public static final double DEFAULT_OWN_SHARE = 0.3;

  private final Hierarchy hierarchy;
  private final VoteKernel kernel;
  private final int neighbours;
  private final double ownShare;

  /**
   * A vote of the 20 nearest, 0.3 of each weight to itself.
   *
   * @param hierarchy the training hierarchy
   * @param kernel weighs the nearest nodes
   */
  public NeighbourVote(Hierarchy hierarchy, VoteKernel kernel) {
    this(hierarchy, kernel, DEFAULT_NEIGHBOURS, DEFAULT_OWN_SHARE);
  }

  /**
   * A vote.
   *
   * @param hierarchy the training hierarchy
   * @param kernel weighs the nearest nodes
   * @param neighbours k, above 0; all nodes vote if there are fewer
   * @param ownShare what a near node gives to itself, as a share of its weight, 0 or more
   * @throws IllegalArgumentException if a number is out of range
   */
  public NeighbourVote(Hierarchy hierarchy, VoteKernel kernel, int neighbours, double ownShare) {
    if (neighbours <= 0) {
      throw new IllegalArgumentException(neighbours + " neighbours are not above 0");
    }
    if (!(ownShare >= 0 && Double.isFinite(ownShare))) {
      throw new IllegalArgumentException("own share " + ownShare + " is not 0 or more");
    }
    this.hierarchy = hierarchy;
    this.kernel = kernel;
    this.neighbours = Math.min(neighbours, hierarchy.size());
    this.ownShare = ownShare;
  }

  /**
   * The scores of all nodes.
   *
   * @param values the text's distance or similarity (as the kernel has it) to every node, by index;
   *     NaN is refused
   * @return a new array: the score of each node as the parent; higher is better, 0 without a vote
   * @throws IllegalArgumentException if the length is wrong or a value is NaN
   */
  public double[] scores(double[] values) {
    if (values.length != hierarchy.size()) {
      throw new IllegalArgumentException(
          values.length + " values for " + hierarchy.size() + " nodes");
    }
    double sign = kernel.largerIsNearer() ? -1 : 1;
    double[] nearest = nearest(values, sign);
    double[] weights = kernel.weights(plain(nearest, sign));
    double last = nearest[neighbours - 1];
    double lastShare = lastShare(values, sign, nearest);
    double[] scores = new double[values.length];
    for (int node = 0; node < values.length; node++) {
      double far = sign * values[node];
      if (far < last) {
        vote(node, weights[Arrays.binarySearch(nearest, normal(far))], scores);
      } else if (far == last) {
        vote(node, weights[neighbours - 1] * lastShare, scores);
      }
    }
    return scores;
  }

  private void vote(int node, double weight, double[] scores) {
    for (int i = 0; i < hierarchy.parentCount(node); i++) {
      scores[hierarchy.parent(node, i)] += weight;
    }
    scores[node] += ownShare * weight;
  }

  // the k smallest, ascending, by insertion: almost every value fails the first comparison
  private double[] nearest(double[] values, double sign) {
    double[] nearest = new double[neighbours];
    int filled = 0;
    for (int node = 0; node < values.length; node++) {
      double far = normal(sign * values[node]);
      if (Double.isNaN(far)) {
        throw new IllegalArgumentException("the value of node " + node + " is NaN");
      }
      if (filled == neighbours && far >= nearest[neighbours - 1]) {
        continue;
      }
      int place = filled < neighbours ? filled++ : neighbours - 1;
      while (place > 0 && nearest[place - 1] > far) {
        nearest[place] = nearest[place - 1];
        place--;
      }
      nearest[place] = far;
    }
    return nearest;
  }

  private double lastShare(double[] values, double sign, double[] nearest) {
    double last = nearest[neighbours - 1];
    int tied = 0;
    for (double value : values) {
      tied += sign * value == last ? 1 : 0;
    }
    int places = 0;
    for (double far : nearest) {
      places += far == last ? 1 : 0;
    }
    return (double) places / tied;
  }

  private static double[] plain(double[] nearest, double sign) {
    double[] plain = new double[nearest.length];
    for (int i = 0; i < plain.length; i++) {
      plain[i] = sign * nearest[i];
    }
    return plain;
  }

  // −0.0 and 0.0 are one value, but not to a binary search
  private static double normal(double value) {
    return value + 0.0;
  }
}
