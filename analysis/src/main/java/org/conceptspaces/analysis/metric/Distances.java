package org.conceptspaces.analysis.metric;

/** All distances between some points, a row at a time. Rows may be asked for by several threads. */
public interface Distances {

  /**
   * How many points there are.
   *
   * @return 0 or more
   */
  int size();

  /**
   * The distances from one point to all.
   *
   * @param point from 0 to {@link #size()} − 1
   * @param out is filled, {@code [size]}; 0 at the point itself
   */
  void from(int point, double[] out);
}
