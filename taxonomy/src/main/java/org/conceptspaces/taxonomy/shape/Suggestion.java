package org.conceptspaces.taxonomy.shape;

import java.util.Locale;

/**
 * A geometry and a dimension to begin with: a rule of thumb, to be checked by comparing.
 *
 * <p>A mean δ of at most a fortieth of the diameter speaks for hyperbolic space, which has room for
 * a tree in any dimension: it is 0 for trees and 1.4% for the nouns of WordNet, but 4% for square
 * grids and random graphs and 6% for cycles. Otherwise, and where no node is more than two edges
 * deep, so that there is little hierarchy to gain from, Euclidean space is simpler. Five dimensions
 * and ten are where the figures for a thousand and 82,115 nodes of WordNet level off in hyperbolic
 * space (Nickel and Kiela 2017); in Euclidean space they rise for much longer.
 *
 * @param space the name of a geometry, {@code poincare} or {@code euclidean}
 * @param dimension how many dimensions
 * @param reason in a sentence
 */
public record Suggestion(String space, int dimension, String reason) {

  private static final double TREELIKE = 0.025;
  private static final int SHALLOW = 2;
  private static final int SMALL = 5000;

  static Suggestion of(Shape shape) {
    Hyperbolicity h = shape.hyperbolicity();
    int few = shape.nodes() <= SMALL ? 5 : 10;
    double share = h.diameter() == 0 ? 0 : h.mean() / h.diameter();
    String delta =
        h.largest() == 0
            ? "of the four nodes at a time looked at, all are as in a tree, δ = 0"
            : String.format(
                Locale.ROOT,
                "four nodes are δ = %.3g from a tree on average, %.1f%% of the diameter %d",
                h.mean(),
                100 * share,
                h.diameter());
    if (share > TREELIKE) {
      return new Suggestion(
          "euclidean",
          5 * few,
          delta + ": too far from a tree for hyperbolic space to have an advantage");
    }
    if (shape.depth() <= SHALLOW) {
      return new Suggestion(
          "euclidean",
          5 * few,
          delta
              + ", but no node is more than "
              + SHALLOW
              + " edges below a root: there is little hierarchy to gain from");
    }
    return new Suggestion(
        "poincare",
        few,
        String.format(
            Locale.ROOT,
            "%s, and it is %d deep with %.1f children per inner node: a tree, nearly, for which"
                + " hyperbolic space has room in few dimensions; %d suit %s nodes",
            delta,
            shape.depth(),
            shape.branching().mean(),
            few,
            shape.nodes() <= SMALL ? "up to " + SMALL : "more than " + SMALL));
  }
}
