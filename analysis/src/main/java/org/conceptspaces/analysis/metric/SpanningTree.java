package org.conceptspaces.analysis.metric;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * A minimum spanning tree of some points (Prim, 1957), in {@code O(n²)} time and {@code O(n)}
 * memory beside the distances. Of equal distances the one between earlier points is taken, so that
 * equal input gives equal trees. A distance that is NaN counts as infinite, and its point is joined
 * all the same.
 */
public final class SpanningTree {

  private final int[] from;
  private final int[] to;
  private final double[] lengths;

  private SpanningTree(int[] from, int[] to, double[] lengths) {
    this.from = from;
    this.to = to;
    this.lengths = lengths;
  }

  /**
   * Finds the tree of some of the points.
   *
   * @param distances of all points
   * @param live which of them are to be joined
   * @return the tree; without edges if fewer than two are live
   */
  public static SpanningTree of(Distances distances, IntPredicate live) {
    int size = distances.size();
    int most = Math.max(0, size - 1);
    int[] from = new int[most];
    int[] to = new int[most];
    double[] lengths = new double[most];
    boolean[] waiting = new boolean[size];
    int first = -1;
    for (int i = size - 1; i >= 0; i--) {
      waiting[i] = live.test(i);
      first = waiting[i] ? i : first;
    }
    int[] nearest = new int[size];
    Arrays.fill(nearest, first);
    double[] reach = new double[size];
    Arrays.fill(reach, Double.POSITIVE_INFINITY);
    double[] row = new double[size];
    int edges = 0;
    int next = first;
    while (next >= 0) {
      waiting[next] = false;
      distances.from(next, row);
      int closest = -1;
      for (int other = 0; other < size; other++) {
        if (waiting[other]) {
          if (row[other] < reach[other]) {
            reach[other] = row[other];
            nearest[other] = next;
          }
          if (closest < 0 || reach[other] < reach[closest]) {
            closest = other;
          }
        }
      }
      if (closest >= 0) {
        from[edges] = nearest[closest];
        to[edges] = closest;
        lengths[edges++] = reach[closest];
      }
      next = closest;
    }
    return new SpanningTree(
        Arrays.copyOf(from, edges), Arrays.copyOf(to, edges), Arrays.copyOf(lengths, edges));
  }

  /**
   * The lengths of the edges of a tree of all points. Their sum is the same for every minimum
   * spanning tree.
   *
   * @param distances of at least one point
   * @return one for each point but the first, in the order in which points join
   */
  public static double[] edges(Distances distances) {
    return of(distances, point -> true).lengths;
  }

  /**
   * The length of a tree of all points.
   *
   * @param distances of at least one point
   * @return the sum of its edges
   */
  public static double length(Distances distances) {
    return Arrays.stream(edges(distances)).sum();
  }

  /**
   * How many edges there are.
   *
   * @return one less than live points, or none
   */
  public int size() {
    return lengths.length;
  }

  /**
   * Where an edge begins.
   *
   * @param edge its number, in the order in which points join
   * @return a point that had joined before
   */
  public int from(int edge) {
    return from[edge];
  }

  /**
   * Where an edge ends.
   *
   * @param edge its number, in the order in which points join
   * @return the point that joins
   */
  public int to(int edge) {
    return to[edge];
  }
}
