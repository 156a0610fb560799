package org.conceptspaces.poincare.construction;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How a tree is to be placed.
 *
 * @param dimension of the ball, two at least
 * @param distortion ε above 0: distances in the tree shall be recovered within a factor 1 + ε. Half
 *     of it takes nearly twice the bits
 * @param tau the length of edges, instead of the one that ε asks for; above 0
 * @param spanning which tree a graph that is none is placed by
 * @param root the node at the origin, instead of the tree's middle, which takes the fewest bits
 */
public record SarkarOptions(
    int dimension, double distortion, OptionalDouble tau, SpanningTree spanning, OptionalInt root) {

  /**
   * Checked options.
   *
   * @throws IllegalArgumentException if one is out of its range
   */
  public SarkarOptions {
    if (dimension < 2) {
      throw new IllegalArgumentException("dimension " + dimension + "; it takes 2 at least");
    }
    if (!(distortion > 0 && distortion < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("distortion " + distortion + " is not a number above 0");
    }
    if (tau.isPresent() && !(tau.getAsDouble() > 0 && tau.getAsDouble() < 1e6)) {
      throw new IllegalArgumentException(
          "tau " + tau.getAsDouble() + " is not a number above 0 and below a million");
    }
  }

  /**
   * A ball with ε = 0.1, everything else by rule.
   *
   * @param dimension of the ball, two at least
   * @return the options
   */
  public static SarkarOptions of(int dimension) {
    return of(dimension, 0.1);
  }

  /**
   * A ball and an ε, everything else by rule.
   *
   * @param dimension of the ball, two at least
   * @param distortion ε above 0
   * @return the options
   */
  public static SarkarOptions of(int dimension, double distortion) {
    return new SarkarOptions(
        dimension, distortion, OptionalDouble.empty(), SpanningTree.DISTANCES, OptionalInt.empty());
  }

  /**
   * The same but for the spanning tree.
   *
   * @param tree which
   * @return the options
   */
  public SarkarOptions with(SpanningTree tree) {
    return new SarkarOptions(dimension, distortion, tau, tree, root);
  }
}
