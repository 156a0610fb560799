package org.conceptspaces.taxonomy.ranking;

import java.util.BitSet;
import org.conceptspaces.taxonomy.Closure;
import org.conceptspaces.taxonomy.Hierarchy;

/**
 * Mean rank and mean average precision of reconstruction, as Nickel and Kiela (2017) and their code
 * measure it. For a node, its ancestors (all pairs of the closure) are the related nodes; every
 * other node but itself, its own <em>descendants included</em>, is a competitor. {@link
 * Competitors#UNRELATED} leaves the descendants out instead.
 *
 * <ul>
 *   <li>The rank of an ancestor is one more than the number of competitors nearer to the node;
 *       other ancestors do not count. Competitors at the same distance count half (the expected
 *       rank in a random order of ties). Mean rank is over all pairs.
 *   <li>Average precision goes through the ancestors from the nearest on: the k-th, with c
 *       competitors nearer or equally near, has precision k / (k + c); the mean of these is the
 *       node's. Ancestors at one distance share the precision after the last of them, so that ties
 *       never help (scikit-learn's {@code average_precision_score}, which the official code calls).
 *       The mean is over nodes with at least one ancestor.
 * </ul>
 *
 * <p>Distances come row by row, so that no square matrix is ever held: O(size) memory.
 */
public final class ReconstructionRanking {

  /** Which unrelated nodes an ancestor competes with. */
  public enum Competitors {
    /** All that are not ancestors, as published figures have it. */
    NOT_ANCESTORS,
    /** All that are neither ancestors nor descendants. */
    UNRELATED
  }

  private final Hierarchy hierarchy;
  private final Closure closure;
  private final Competitors competitors;
  private final BitSet ranked = new BitSet();
  private final Tally tally = new Tally();

  /**
   * Ranks as published figures do.
   *
   * @param hierarchy the hierarchy to recover
   */
  public ReconstructionRanking(Hierarchy hierarchy) {
    this(hierarchy, Competitors.NOT_ANCESTORS);
  }

  /**
   * Ranks against the chosen competitors.
   *
   * @param hierarchy the hierarchy to recover
   * @param competitors which nodes an ancestor competes with
   */
  public ReconstructionRanking(Hierarchy hierarchy, Competitors competitors) {
    this.hierarchy = hierarchy;
    this.closure = hierarchy.closure();
    this.competitors = competitors;
  }

  /**
   * Whether a node has ancestors to rank. {@link #accept} ignores the others, so their distances
   * need not be computed.
   *
   * @param node its index
   * @return false for roots
   */
  public boolean counts(int node) {
    return closure.ancestorCount(node) > 0;
  }

  /**
   * Ranks the ancestors of a node.
   *
   * @param node its index; each at most once
   * @param distances from it to every node, by index: [size]; infinite is allowed, NaN is not; its
   *     own is not looked at
   * @throws IllegalArgumentException if the length is wrong, a distance is NaN or the node was
   *     ranked before
   */
  public void accept(int node, double[] distances) {
    check(node, distances);
    if (!counts(node)) {
      return;
    }
    int[] ancestors = closure.ancestors(node);
    double[] near = new double[ancestors.length];
    for (int i = 0; i < near.length; i++) {
      near[i] = distances[ancestors[i]];
    }
    Competition competition = new Competition(near);
    compete(node, distances, ancestors, competition);
    competition.addTo(tally);
  }

  /**
   * Ranks the ancestors of a node, see {@link #accept(int, double[])}.
   *
   * @param node its index
   * @param distances from it to every node, by index: [size]
   */
  public void accept(int node, float[] distances) {
    double[] wide = new double[distances.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = distances[i];
    }
    accept(node, wide);
  }

  /**
   * The figures over all nodes ranked so far.
   *
   * @return the figures
   * @throws IllegalStateException if no node with an ancestor was ranked
   */
  public ReconstructionMetrics result() {
    return tally.metrics();
  }

  private void check(int node, double[] distances) {
    if (distances.length != hierarchy.size()) {
      throw new IllegalArgumentException(
          distances.length + " distances for " + hierarchy.size() + " nodes");
    }
    if (ranked.get(node)) {
      throw new IllegalArgumentException("node " + node + " was ranked before");
    }
    for (int other = 0; other < distances.length; other++) {
      if (other != node && Double.isNaN(distances[other])) {
        throw new IllegalArgumentException(
            "the distance from node " + node + " to node " + other + " is NaN");
      }
    }
    ranked.set(node);
  }

  private void compete(int node, double[] distances, int[] ancestors, Competition competition) {
    int nextAncestor = 0;
    for (int other = 0; other < distances.length; other++) {
      if (nextAncestor < ancestors.length && ancestors[nextAncestor] == other) {
        nextAncestor++;
      } else if (other != node
          && distances[other] <= competition.farthest()
          && competes(node, other)) {
        competition.count(distances[other], 1);
      }
    }
  }

  private boolean competes(int node, int other) {
    return competitors == Competitors.NOT_ANCESTORS || !closure.isAncestor(node, other);
  }
}
