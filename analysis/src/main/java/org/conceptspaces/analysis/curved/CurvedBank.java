package org.conceptspaces.analysis.curved;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.conceptspaces.analysis.metric.Distances;
import org.conceptspaces.analysis.metric.Rows;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.numeric.Constants;
import org.conceptspaces.api.numeric.Functions;

/**
 * Points of a geometry, seen from their Fréchet mean. Computed in float64, by any engine; results
 * are plain arrays.
 */
public final class CurvedBank {

  /** Farther out than this share of what is useful, a point is at the edge. */
  private static final double EDGE = 0.95;

  private static final double ROUNDING = 1e-12;

  /** Numbers that an operation may broadcast to. */
  private static final long BLOCK = 1L << 21;

  private final Geometry geometry;
  private final NDManager manager;
  private final Rows points;
  private final int dimension;
  private final double[] mean;

  private CurvedBank(
      Geometry geometry, NDManager manager, Rows points, int dimension, double[] mean) {
    this.geometry = geometry;
    this.manager = manager;
    this.points = points;
    this.dimension = dimension;
    this.mean = mean;
  }

  /**
   * Finds the mean of some points.
   *
   * @param geometry where they live, bound
   * @param dimension its dimension
   * @param points at least one, {@code [N, coordinates(dimension)]}
   * @param manager on the device to compute on; must stay open while this is used
   * @return the bank
   */
  public static CurvedBank of(Geometry geometry, int dimension, Rows points, NDManager manager) {
    if (points.width() != geometry.coordinates(dimension) || points.count() == 0) {
      throw new IllegalArgumentException(
          points.count()
              + " points of "
              + points.width()
              + " coordinates, not "
              + geometry.coordinates(dimension));
    }
    double[] mean = FrechetMean.of(geometry, points, manager);
    return new CurvedBank(geometry, manager, points, dimension, mean);
  }

  /**
   * Some of the points, every choice equally likely, seen from the mean of all.
   *
   * @param most how many at most
   * @param random what chooses
   * @return this bank, if it has no more
   */
  public CurvedBank sample(int most, RandomGenerator random) {
    return new CurvedBank(geometry, manager, points.sample(most, random), dimension, mean);
  }

  /**
   * How many points there are.
   *
   * @return above 0
   */
  public int size() {
    return points.count();
  }

  /**
   * The logarithms of all points at their mean, in an orthonormal frame there: that of the origin,
   * transported.
   *
   * @return {@code [N, dimension]}; lengths are distances from the mean
   */
  public Rows tangents() {
    double[] tangents = new double[Math.multiplyExact(points.count(), dimension)];
    int step = step(points.width());
    for (int from = 0; from < points.count(); from += step) {
      try (NDManager scratch = manager.newSubManager()) {
        NDArray at = scratch.create(mean, new Shape(1, points.width()));
        NDArray logarithms = geometry.log(at, block(scratch, from, step));
        double[] part = inFrame(scratch, at, logarithms).toDoubleArray();
        System.arraycopy(part, 0, tangents, from * dimension, part.length);
      }
    }
    return new Rows(tangents, points.count(), dimension);
  }

  /**
   * Components of tangents at a point. Transported to the origin, they are what the origin's maps
   * say: of short tangents there, which lead to no edge, and scaled again.
   */
  private NDArray inFrame(NDManager scratch, NDArray at, NDArray tangents) {
    NDArray origin = geometry.expOrigin(scratch.zeros(new Shape(1, dimension), DataType.FLOAT64));
    NDArray moved = geometry.transport(at, origin, tangents);
    NDArray squares = geometry.inner(origin, moved, moved).expandDims(-1);
    // what is 0 stays 0, whatever its scale
    NDArray lengths = NDArrays.where(squares.gt(0), squares, squares.onesLike()).sqrt();
    NDArray scale = lengths.div(Constants.of(lengths, Math.min(1, geometry.radius() / 2)));
    return geometry.logOrigin(geometry.exp(origin, moved.div(scale))).mul(scale);
  }

  /**
   * Whether coordinates are those of flat space, as far as these points tell: they are tangents at
   * the origin, and distances from the mean are those of differences.
   *
   * @return true for Euclidean space, whatever its type or parts
   */
  public boolean isFlat() {
    double scale = 0;
    for (double value : points.values()) {
      scale = Math.max(scale, Math.abs(value));
    }
    double slack = ROUNDING * scale * points.width();
    Rows tangents = atOrigin();
    if (tangents.width() != points.width() || off(tangents.values(), points.values()) > slack) {
      return false;
    }
    double[] flat = new double[points.count()];
    for (int row = 0; row < flat.length; row++) {
      double squares = 0;
      for (int i = 0; i < points.width(); i++) {
        squares += Math.pow(points.get(row, i) - mean[i], 2);
      }
      flat[row] = Math.sqrt(squares);
    }
    try (NDManager scratch = manager.newSubManager()) {
      NDArray at = scratch.create(mean, new Shape(1, points.width()));
      NDArray distances = geometry.distance(at, block(scratch, 0, points.count()));
      return off(distances.toDoubleArray(), flat) <= slack;
    }
  }

  private static double off(double[] some, double[] others) {
    double most = 0;
    for (int i = 0; i < some.length; i++) {
      most = Math.max(most, Math.abs(some[i] - others[i]));
    }
    return most;
  }

  private NDArray block(NDManager scratch, int from, int rows) {
    int width = points.width();
    int to = Math.min(points.count(), from + rows);
    double[] part = Arrays.copyOfRange(points.values(), from * width, to * width);
    return scratch.create(part, new Shape(to - from, width));
  }

  private int step(long each) {
    return (int) Math.max(1, BLOCK / each);
  }

  /**
   * The distances of all points from the origin.
   *
   * @return {@code [N]}
   */
  public double[] radii() {
    Rows tangents = atOrigin();
    double[] radii = new double[tangents.count()];
    for (int i = 0; i < radii.length; i++) {
      radii[i] = tangents.norm(i);
    }
    return radii;
  }

  private Rows atOrigin() {
    try (NDManager scratch = manager.newSubManager()) {
      double[] flat = geometry.logOrigin(block(scratch, 0, points.count())).toDoubleArray();
      return new Rows(flat, points.count(), flat.length / points.count());
    }
  }

  /**
   * How far the mean is from the origin.
   *
   * @return a length
   */
  public double meanRadius() {
    try (NDManager scratch = manager.newSubManager()) {
      double[] tangent =
          geometry.logOrigin(scratch.create(mean, new Shape(1, mean.length))).toDoubleArray();
      return new Rows(tangent, 1, tangent.length).norm(0);
    }
  }

  /**
   * The share of points farther out than 95% of the geometry's useful radius.
   *
   * @return 0 to 1; 0 in a geometry without edge
   */
  public double edgeShare() {
    if (!Double.isFinite(geometry.radius())) {
      return 0;
    }
    double[] further = Arrays.stream(atOrigin().values()).map(x -> x / EDGE).toArray();
    try (NDManager scratch = manager.newSubManager()) {
      Shape shape = new Shape(points.count(), further.length / points.count());
      NDArray tangents = scratch.create(further, shape);
      NDArray kept = Functions.norm(geometry.shorten(tangents)).div(Functions.norm(tangents));
      return (double) kept.lt(1 - ROUNDING).countNonzero().getLong() / points.count();
    }
  }

  /**
   * All geodesic distances, in the form that is accurate for close points.
   *
   * @return a table in memory, {@code [N][N]} numbers
   */
  public Distances distances() {
    int n = points.count();
    double[][] table = new double[n][n];
    int step = step((long) n * points.width());
    for (int from = 0; from < n; from += step) {
      try (NDManager scratch = manager.newSubManager()) {
        NDArray some = block(scratch, from, step);
        NDArray all = block(scratch, 0, n);
        double[] part = geometry.distance(some.expandDims(1), all.expandDims(0)).toDoubleArray();
        for (int i = 0; i < part.length / n; i++) {
          System.arraycopy(part, i * n, table[from + i], 0, n);
          table[from + i][from + i] = 0;
        }
      }
    }
    return new Table(table);
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Table(double[][] rows) implements Distances {

    @Override
    public int size() {
      return rows.length;
    }

    @Override
    public void from(int point, double[] out) {
      System.arraycopy(rows[point], 0, out, 0, rows.length);
    }
  }
}
