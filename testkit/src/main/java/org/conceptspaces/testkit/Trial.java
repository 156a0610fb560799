package org.conceptspaces.testkit;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.numeric.Constants;
import org.conceptspaces.api.numeric.Functions;
import org.jspecify.annotations.Nullable;

/**
 * One run of a law: a geometry in one dimension and floating type, a manager for its arrays, and
 * random points. Opened at first use; JUnit closes it after the law.
 */
public final class Trial implements AutoCloseable {

  private final GeometryFixture fixture;
  private final int dimension;
  private final DataType type;
  private final Random random;
  private @Nullable NDManager manager;
  private @Nullable Geometry geometry;

  /**
   * A trial.
   *
   * @param fixture the geometry under test
   * @param dimension the dimension of the manifold
   * @param type the floating type of points
   */
  public Trial(GeometryFixture fixture, int dimension, DataType type) {
    this.fixture = fixture;
    this.dimension = dimension;
    this.type = type;
    this.random =
        new Random(fixture.seed() + 1009L * dimension + (type == DataType.FLOAT32 ? 32 : 64));
  }

  /**
   * The same trial in another type, with random numbers of its own.
   *
   * @param other the type
   * @return a trial to be closed by the caller
   */
  public Trial in(DataType other) {
    return new Trial(fixture, dimension, other);
  }

  /**
   * What the law is about.
   *
   * @return the fixture
   */
  public GeometryFixture fixture() {
    return fixture;
  }

  /**
   * The geometry under test, bound for inference.
   *
   * @return the geometry
   */
  public Geometry geometry() {
    if (geometry == null) {
      geometry = fixture.geometry().bind(new StandalonePass(manager(), false));
    }
    return geometry;
  }

  /**
   * The manager of the trial's arrays, on {@link GeometryFixture#device()}.
   *
   * @return the manager
   */
  public NDManager manager() {
    if (manager == null) {
      Device device = fixture.device();
      manager = NDManager.newBaseManager(device);
    }
    return manager;
  }

  /**
   * The dimension of the manifold.
   *
   * @return {@code d}
   */
  public int dimension() {
    return dimension;
  }

  /**
   * The number of coordinates of a point.
   *
   * @return {@code D}
   */
  public int coordinates() {
    return geometry().coordinates(dimension);
  }

  /**
   * The floating type of this trial.
   *
   * @return {@code FLOAT32} or {@code FLOAT64}
   */
  public DataType type() {
    return type;
  }

  /**
   * The spacing of numbers just above 1.
   *
   * @return 1.2e-7 in float32, 2.2e-16 in float64
   */
  public double epsilon() {
    return type == DataType.FLOAT32 ? Math.ulp(1f) : Math.ulp(1.0);
  }

  /**
   * How far identities may be off.
   *
   * @return the fixture's tolerance for this type
   */
  public double tolerance() {
    return fixture.tolerance(type);
  }

  /**
   * An array of this trial's type.
   *
   * @param values the numbers
   * @param shape the shape
   * @return the array
   */
  public NDArray array(double[] values, long... shape) {
    if (type == DataType.FLOAT64) {
      return manager().create(values, new Shape(shape));
    }
    float[] narrow = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      narrow[i] = (float) values[i];
    }
    return manager().create(narrow, new Shape(shape));
  }

  /**
   * Independent standard normal numbers.
   *
   * @param shape the shape
   * @return the array
   */
  public NDArray normal(long... shape) {
    return filled(random::nextGaussian, shape);
  }

  /**
   * Independent uniform numbers.
   *
   * @param minimum the least
   * @param maximum the bound
   * @param shape the shape
   * @return the array
   */
  public NDArray uniform(double minimum, double maximum, long... shape) {
    return filled(() -> minimum + (maximum - minimum) * random.nextDouble(), shape);
  }

  private NDArray filled(DoubleSupplier source, long... shape) {
    double[] values = new double[Math.toIntExact(new Shape(shape).size())];
    for (int i = 0; i < values.length; i++) {
      values[i] = source.getAsDouble();
    }
    return array(values, shape);
  }

  /**
   * Random directions in the orthonormal frame at the origin.
   *
   * @param leading the leading axes
   * @return unit vectors, {@code [leading..., d]}
   */
  public NDArray directions(long... leading) {
    NDArray v = normal(append(leading, dimension));
    return v.div(Functions.norm(v).expandDims(-1));
  }

  /**
   * Random tangents in the orthonormal frame at the origin, in all directions.
   *
   * @param radius their greatest length; the least is a twentieth of it
   * @param leading the leading axes
   * @return tangents, {@code [leading..., d]}
   */
  public NDArray frame(double radius, long... leading) {
    return directions(leading).mul(uniform(0.05 * radius, radius, append(leading, 1)));
  }

  /**
   * Random points.
   *
   * @param radius their greatest distance from the origin
   * @param leading the leading axes
   * @return points, {@code [leading..., D]}
   */
  public NDArray points(double radius, long... leading) {
    return geometry().expOrigin(frame(radius, leading));
  }

  /**
   * Random points within {@link GeometryFixture#moderateRadius()}.
   *
   * @param leading the leading axes
   * @return points, {@code [leading..., D]}
   */
  public NDArray points(long... leading) {
    return points(fixture.moderateRadius(), leading);
  }

  /**
   * The origin.
   *
   * @param leading the leading axes
   * @return the origin over and over, {@code [leading..., D]}
   */
  public NDArray origin(long... leading) {
    return geometry()
        .expOrigin(array(new double[size(append(leading, dimension))], append(leading, dimension)));
  }

  /**
   * Random tangents, by the logarithm of random points.
   *
   * @param x points, {@code [..., D]}
   * @return tangents at {@code x}, {@code [..., D]}
   */
  public NDArray tangents(NDArray x) {
    return geometry().log(x, points(leading(x)));
  }

  /**
   * Random tangents of geodesic length 1.
   *
   * @param x points, {@code [..., D]}
   * @return tangents at {@code x}, {@code [..., D]}
   */
  public NDArray unitTangents(NDArray x) {
    NDArray v = tangents(x);
    return v.div(geometry().inner(x, v, v).sqrt().expandDims(-1));
  }

  /**
   * An array times a number.
   *
   * @param x the array
   * @param factor one of few numbers, kept for good
   * @return the product
   */
  public NDArray scaled(NDArray x, double factor) {
    return x.mul(Constants.of(x, factor));
  }

  /** The axes of an array of rows but the last. */
  static long[] leading(NDArray x) {
    long[] shape = x.getShape().getShape();
    return Arrays.copyOf(shape, shape.length - 1);
  }

  static long[] append(long[] leading, long... last) {
    long[] shape = Arrays.copyOf(leading, leading.length + last.length);
    System.arraycopy(last, 0, shape, leading.length, last.length);
    return shape;
  }

  private static int size(long... shape) {
    return Math.toIntExact(new Shape(shape).size());
  }

  @Override
  public void close() {
    if (manager != null) {
      manager.close();
      manager = null;
      geometry = null;
    }
  }

  @Override
  public String toString() {
    return "dimension " + dimension + ", " + (type == DataType.FLOAT32 ? "float32" : "float64");
  }
}
