package org.conceptspaces.multiscale;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import com.example.sphere.Sphere;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.Level;
import org.conceptspaces.api.LevelSpec;
import org.conceptspaces.euclidean.EuclideanGeometry;
import org.conceptspaces.lorentz.Hyperboloid;
import org.conceptspaces.poincare.PoincareBall;
import org.conceptspaces.product.ProductGeometry;
import org.conceptspaces.product.Share;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Points of fewer dimensions inside the same geometry are those of the geometry of fewer: the
 * submanifold that is left is totally geodesic.
 */
class TruncationTest {

  private static final int DIMENSION = 5;
  private static final int POINTS = 6;

  private final NDManager manager = NDManager.newBaseManager(Fixture.device());

  @AfterEach
  void close() {
    manager.close();
  }

  /**
   * A geometry, and the one of its first dimensions.
   *
   * @param name for the test's name
   * @param of the geometry of so many dimensions
   */
  record Family(String name, IntFunction<Geometry> of) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Family> families() {
    return Stream.of(
        new Family("flat", d -> new EuclideanGeometry(DataType.FLOAT64)),
        new Family("ball", d -> new PoincareBall(0.7)),
        new Family("hyperboloid", d -> new Hyperboloid(1.3)),
        new Family("sphere", d -> new Sphere()),
        // two flat dimensions, then hyperbolic ones
        new Family("product", TruncationTest::product));
  }

  private static Geometry product(int dimension) {
    List<Geometry> factors = List.of(new EuclideanGeometry(DataType.FLOAT64), new PoincareBall(1));
    return dimension <= 2
        ? factors.get(0)
        : new ProductGeometry(factors, List.of(new Share(2, 1), new Share(dimension - 2, 1)));
  }

  private double[] tangents() {
    Random random = new Random(11);
    return random.doubles(POINTS * DIMENSION, -0.6, 0.6).toArray();
  }

  private Level level(Geometry geometry, double[] tangents) {
    NDArray v = manager.create(tangents, new Shape(1, POINTS, DIMENSION));
    NDArray points = geometry.expOrigin(v);
    NDArray mask = manager.ones(new Shape(1, POINTS));
    return new Level(
        new LevelSpec("level", POINTS, DIMENSION, geometry), geometry, points, mask, mask, mask);
  }

  /** The first components of each tangent. */
  private static double[] first(double[] tangents, int dimension) {
    double[] first = new double[POINTS * dimension];
    for (int i = 0; i < POINTS; i++) {
      System.arraycopy(tangents, i * DIMENSION, first, i * dimension, dimension);
    }
    return first;
  }

  private static double[] distances(Geometry geometry, NDArray points) {
    return geometry.distance(points.expandDims(2), points.expandDims(1)).toDoubleArray();
  }

  @ParameterizedTest
  @MethodSource("families")
  void distancesAreThoseOfTheGeometryOfFewerDimensions(Family family) {
    double[] tangents = tangents();
    Geometry whole = family.of().apply(DIMENSION);
    for (int d = 1; d < DIMENSION; d++) {
      Geometry small = family.of().apply(d);
      NDArray v = manager.create(first(tangents, d), new Shape(1, POINTS, d));
      double[] wanted = distances(small, small.expOrigin(v));
      NDArray cut = level(whole, tangents).truncated(d).points();
      assertArrayEquals(wanted, distances(whole, cut), 1e-6, d + " dimensions");
    }
  }

  @ParameterizedTest
  @MethodSource("families")
  void cutPointsAreInsideAndCutOnce(Family family) {
    Geometry geometry = family.of().apply(DIMENSION);
    Level level = level(geometry, tangents());
    for (int d = 1; d <= DIMENSION; d++) {
      Level cut = level.truncated(d);
      double[] points = cut.points().toDoubleArray();
      assertArrayEquals(points, geometry.project(cut.points()).toDoubleArray(), 1e-9);
      assertArrayEquals(points, cut.truncated(d).points().toDoubleArray(), 1e-9);
      double[] pooled = geometry.logOrigin(cut.pooled()).toDoubleArray();
      for (int i = d; i < DIMENSION; i++) {
        assertEquals(0, pooled[i], 1e-9, "what reads the points stays among them");
      }
    }
    assertArrayEquals(
        level.points().toDoubleArray(),
        level.truncated(DIMENSION).points().toDoubleArray(),
        1e-9,
        "all dimensions");
  }
}
