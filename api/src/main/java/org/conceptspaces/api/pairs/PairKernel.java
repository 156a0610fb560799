package org.conceptspaces.api.pairs;

/**
 * Points of one manifold in a form of its own, {@link #width()} numbers each, one after the other
 * in a plain array. The form may be another chart than the geometry's, where that is quicker or
 * keeps more digits; {@link #place} and {@link #coordinates} translate. Immutable, safe for use by
 * several threads.
 */
public interface PairKernel {

  /**
   * How many numbers a point takes.
   *
   * @return at least 1
   */
  int width();

  /**
   * The length of the geometry's coordinate axis.
   *
   * @return {@code geometry.coordinates(dimension)}
   */
  int coordinates();

  /**
   * Sets a point by its tangent at the origin, as {@link org.conceptspaces.api.Geometry#expOrigin}
   * does.
   *
   * @param tangent components in the orthonormal frame at the origin, {@code [dimension]}
   * @param points where to set it
   * @param at the index of the point's first number there
   */
  void embed(double[] tangent, double[] points, int at);

  /**
   * The tangent at the origin that {@link #embed} takes to a point, as {@link
   * org.conceptspaces.api.Geometry#logOrigin} has it.
   *
   * @param points points
   * @param at the index of the point's first number
   * @param tangent takes the components in the orthonormal frame at the origin, {@code [dimension]}
   */
  void tangent(double[] points, int at, double[] tangent);

  /**
   * Sets a point by the geometry's coordinates.
   *
   * @param coordinates the coordinates of a point of the manifold
   * @param from the index of the first one
   * @param points where to set it
   * @param at the index of the point's first number there
   */
  void place(double[] coordinates, int from, double[] points, int at);

  /**
   * The geometry's coordinates of a point.
   *
   * @param points points
   * @param at the index of the point's first number
   * @param coordinates takes the coordinates
   * @param from the index of the first one
   */
  void coordinates(double[] points, int at, double[] coordinates, int from);

  /**
   * The distance of a point from the origin.
   *
   * @param points points
   * @param at the index of the point's first number
   * @return the geodesic distance
   */
  double norm(double[] points, int at);

  /**
   * How far points may be from the origin: where {@link PairStar#pull} stops them.
   *
   * @return a geodesic distance; infinite unless overridden
   */
  default double limit() {
    return Double.POSITIVE_INFINITY;
  }

  /**
   * A place for one point and its companions, for one thread.
   *
   * @param capacity how many companions it can hold
   * @return a new star
   */
  PairStar star(int capacity);

  /**
   * Points that do not move any more, laid out so that the distances from one to many are quick.
   *
   * @param points points, {@code width} numbers each
   * @return a copy
   */
  PairTable table(double[] points);
}
