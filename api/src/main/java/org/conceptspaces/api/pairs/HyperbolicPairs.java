package org.conceptspaces.api.pairs;

/**
 * Hyperbolic space of curvature {@code −c} for single pairs of points, in whatever chart. Points
 * are kept on the hyperboloid {@code x₀² − ‖x‖² = 1}, space coordinates first and {@code x₀} last,
 * the time coordinate recomputed from the others after every move, so that rounding never leaves
 * the manifold. Distances are computed as on the ball, {@code cosh d − 1 = ½(1+x₀)(1+y₀)‖x/(1+x₀) −
 * y/(1+y₀)‖²}, which does not cancel where {@code x₀y₀ − ⟨x, y⟩} does: two points at distance
 * {@code r} from the origin keep their distance to about {@code 10⁻¹⁶·eʳ}.
 */
public abstract class HyperbolicPairs implements PairKernel {

  /** Where the squares of coordinates still have many digits to spare in float64. */
  private static final double LARGEST_RADIUS = 32;

  final int dimension;

  /** √c: distances on the unit hyperboloid are this times those in the geometry. */
  final double scale;

  final double largestSinh;

  private final double limit;

  /**
   * A space.
   *
   * @param dimension its dimension
   * @param curvature c, above 0, for curvature −c
   * @param radius how far points may go from the origin, as geodesic length
   */
  protected HyperbolicPairs(int dimension, double curvature, double radius) {
    this.dimension = dimension;
    this.scale = Math.sqrt(curvature);
    double longest = Math.min(radius * scale, LARGEST_RADIUS);
    this.largestSinh = Math.sinh(longest);
    this.limit = longest / scale;
  }

  /**
   * √c.
   *
   * @return what turns distances of the geometry into those of curvature −1
   */
  protected final double scale() {
    return scale;
  }

  @Override
  public final int width() {
    return dimension + 1;
  }

  @Override
  public final void embed(double[] tangent, double[] points, int at) {
    double length = 0;
    for (int k = 0; k < dimension; k++) {
      length += tangent[k] * tangent[k];
    }
    length = Math.sqrt(length) * scale;
    double factor = length == 0 ? scale : Math.sinh(length) / length * scale;
    for (int k = 0; k < dimension; k++) {
      points[at + k] = tangent[k] * factor;
    }
    settle(points, at);
  }

  @Override
  public final void tangent(double[] points, int at, double[] tangent) {
    double square = square(points, at);
    double factor = square > 0 ? norm(points, at) / Math.sqrt(square) : 1 / scale;
    for (int k = 0; k < dimension; k++) {
      tangent[k] = points[at + k] * factor;
    }
  }

  @Override
  public final double norm(double[] points, int at) {
    double square = square(points, at);
    // asinh, which keeps its digits near 0
    return Math.log1p(Math.sqrt(square) + square / (1 + Math.sqrt(1 + square))) / scale;
  }

  @Override
  public final double limit() {
    return limit;
  }

  @Override
  public final PairStar star(int capacity) {
    return new HyperbolicStar(this, capacity);
  }

  @Override
  public final PairTable table(double[] points) {
    return new HyperbolicTable(this, points);
  }

  /**
   * The time coordinate of a point, from its space coordinates. What is stored may be of another
   * thread's step.
   *
   * @param points points
   * @param at the index of the point's first number
   * @return at least 1
   */
  protected final double time(double[] points, int at) {
    return Math.sqrt(1 + square(points, at));
  }

  /**
   * Shortens the space coordinates of a point that is too far out, and sets the time coordinate.
   *
   * @param points points
   * @param at the index of the point's first number
   */
  protected final void settle(double[] points, int at) {
    double square = square(points, at);
    if (square > largestSinh * largestSinh) {
      double factor = largestSinh / Math.sqrt(square);
      for (int k = 0; k < dimension; k++) {
        points[at + k] *= factor;
      }
      square = largestSinh * largestSinh;
    }
    points[at + dimension] = Math.sqrt(1 + square);
  }

  private double square(double[] points, int at) {
    double square = 0;
    for (int k = 0; k < dimension; k++) {
      square += points[at + k] * points[at + k];
    }
    return square;
  }
}
