package org.conceptspaces.encoder.regularize;

import java.util.Arrays;

/**
 * The minimum spanning tree of some of a few points (Prim, 1957), in {@code O(n²)}. Of equal
 * distances the one between earlier points is taken, so that equal input gives equal trees.
 */
final class PrimTree {

  private final int points;
  private final double[] distances;
  private final int offset;
  private final boolean[] live;

  /** The edges, from point to point; after them, zeros. */
  private final int[] from;

  private final int[] to;
  private int edges;

  /**
   * Finds a tree.
   *
   * @param distances symmetric, row by row, from {@code offset} on; NaN counts as infinite
   * @param live which points are to be joined, {@code [points]}
   */
  PrimTree(double[] distances, int offset, boolean[] live) {
    this.points = live.length;
    this.distances = distances;
    this.offset = offset;
    this.live = live;
    from = new int[Math.max(0, points - 1)];
    to = new int[from.length];
    grow();
  }

  private void grow() {
    int first = 0;
    while (first < points && !live[first]) {
      first++;
    }
    boolean[] joined = new boolean[points];
    int[] nearest = new int[points];
    double[] reach = new double[points];
    Arrays.fill(reach, Double.POSITIVE_INFINITY);
    int next = first;
    while (next >= 0 && next < points) {
      joined[next] = true;
      int closest = -1;
      for (int other = 0; other < points; other++) {
        if (live[other] && !joined[other]) {
          double distance = distance(next, other);
          // The first point joins all, so that those infinitely far away have an edge too.
          if (distance < reach[other] || next == first) {
            reach[other] = Double.isNaN(distance) ? Double.POSITIVE_INFINITY : distance;
            nearest[other] = next;
          }
          if (closest < 0 || reach[other] < reach[closest]) {
            closest = other;
          }
        }
      }
      if (closest >= 0) {
        from[edges] = nearest[closest];
        to[edges++] = closest;
      }
      next = closest;
    }
  }

  private double distance(int one, int other) {
    return distances[offset + one * points + other];
  }

  /** How many edges there are: one less than live points, or none. */
  int edges() {
    return edges;
  }

  int from(int edge) {
    return from[edge];
  }

  int to(int edge) {
    return to[edge];
  }

  /**
   * The mean distance to the nearest other point, as a share of the mean distance.
   *
   * @return from 0, where points lie in pairs or clusters far from each other, to 1, where all are
   *     equally far apart; 1 of less than two points, and of points that coincide 0
   */
  double nearestShare() {
    if (edges == 0) {
      return 1;
    }
    double nearestSum = 0;
    double sum = 0;
    for (int one = 0; one < points; one++) {
      double nearest = Double.POSITIVE_INFINITY;
      for (int other = 0; other < points && live[one]; other++) {
        if (other != one && live[other]) {
          nearest = Math.min(nearest, distance(one, other));
          sum += distance(one, other);
        }
      }
      nearestSum += live[one] ? nearest : 0;
    }
    return sum > 0 ? nearestSum * edges / sum : Double.isNaN(sum) ? Double.NaN : 0;
  }
}
