package org.conceptspaces.taxonomy.ranking;

import java.util.Arrays;
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
  private double rankSum;
  private double precisionSum;
  private int nodes;
  private long pairs;

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
    Arrays.sort(near);
    add(near, competition(node, distances, ancestors, near));
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
    if (nodes == 0) {
      throw new IllegalStateException("no node with an ancestor was ranked yet");
    }
    return new ReconstructionMetrics(rankSum / pairs, precisionSum / nodes, nodes, pairs);
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

  // how many competitors lie below near[0], at near[0], between near[0] and near[1], at near[1], …
  private int[] competition(int node, double[] distances, int[] ancestors, double[] near) {
    int[] counts = new int[2 * near.length];
    double farthest = near[near.length - 1];
    int nextAncestor = 0;
    for (int other = 0; other < distances.length; other++) {
      if (nextAncestor < ancestors.length && ancestors[nextAncestor] == other) {
        nextAncestor++;
      } else if (other != node && distances[other] <= farthest && competes(node, other)) {
        int place = firstNotBelow(near, distances[other]);
        counts[near[place] == distances[other] ? 2 * place + 1 : 2 * place]++;
      }
    }
    return counts;
  }

  private boolean competes(int node, int other) {
    return competitors == Competitors.NOT_ANCESTORS || !closure.isAncestor(node, other);
  }

  private void add(double[] near, int[] counts) {
    double precision = 0;
    int nearer = 0;
    int from = 0;
    while (from < near.length) {
      int to = from + 1;
      while (to < near.length && near[to] == near[from]) {
        to++;
      }
      nearer += counts[2 * from];
      int tied = counts[2 * from + 1];
      rankSum += (to - from) * (1 + nearer + tied / 2.0);
      nearer += tied;
      precision += (to - from) * ((double) to / (to + nearer));
      from = to;
    }
    precisionSum += precision / near.length;
    nodes++;
    pairs += near.length;
  }

  private static int firstNotBelow(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
