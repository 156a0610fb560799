package org.conceptspaces.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.conceptspaces.api.Geometry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The checks change no correct geometry, and name what they refuse. */
class CheckedGeometryTest {

  private final Geometry sphere = new CheckedGeometry(new Sphere());
  private final Geometry flat = new CheckedGeometry(new FlatGeometry());
  private NDManager manager = NDManager.newBaseManager();

  /** Checks read values and leave them alone: gradients, types and managers stay as they were. */
  @Nested
  class KeepsAllLaws implements GeometryContract {
    @Override
    public Geometry geometry() {
      return new CheckedGeometry(new Sphere());
    }

    @Override
    public double injectivityRadius() {
      return Math.PI;
    }
  }

  @BeforeEach
  void open() {
    manager = NDManager.newBaseManager(Devices.fromProperty());
  }

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void namesARowThatIsNotANumber() {
    NDArray x = rows(new double[][] {{1, 2}, {3, Double.NaN}});
    refuses(
        "distance: operand y, row 1 of (2, 2) = [3.0, NaN]: wants finite numbers",
        () -> flat.distance(x.zerosLike(), x));
  }

  @Test
  void namesARowThatIsOffTheManifold() {
    NDArray x = rows(new double[][] {{1, 0}, {0, 2}});
    refuses(
        "logOrigin: operand x, row 1 of (2, 2) = [0.0, 2.0]: wants a point of Sphere, such as"
            + " [0.0, 1.0]",
        () -> sphere.logOrigin(x));
  }

  @Test
  void namesANegativeWeight() {
    NDArray x = rows(new double[][] {{1, 0}, {0, 1}});
    NDArray w = rows(new double[][] {{0.5, -0.5}});
    refuses(
        "midpoint: operand weights, row 0 of (1, 2) = [0.5, -0.5]: wants finite numbers of at"
            + " least 0",
        () -> sphere.midpoint(x, w));
  }

  @Test
  void namesShapesThatDoNotFit() {
    NDArray x = rows(new double[][] {{1, 0}, {0, 1}, {1, 0}});
    NDArray wide = rows(new double[][] {{1, 0, 0}});
    NDArray two = rows(new double[][] {{1, 0}, {0, 1}});
    refuses("log: operand y wants shape [..., 2], not (1, 3)", () -> sphere.log(x, wide));
    refuses(
        "exp: operand v has leading axes [2], which do not broadcast with [3]",
        () -> sphere.exp(x, two));
    refuses(
        "midpoint: operand weights wants shape [..., n, 3], not (2, 2)",
        () -> sphere.midpoint(x, two));
    refuses(
        "distances: operand y wants shape [..., m, 2], not (2)",
        () -> sphere.distances(x, manager.create(new double[] {1, 0})));
  }

  @Test
  void namesAResultThatIsOffTheManifold() {
    Geometry broken =
        new CheckedGeometry(
            new Altered(new Sphere()) {
              @Override
              public NDArray expOrigin(NDArray v) {
                return super.expOrigin(v).add(1);
              }
            });
    NDArray v = rows(new double[][] {{0}});
    Exception refused = assertThrows(IllegalStateException.class, () -> broken.expOrigin(v));
    assertEquals(
        "expOrigin: result, row 0 of (1, 2) = [2.0, 1.0]: wants a point of Altered Sphere, for"
            + " which project gives [0.8944271909999159, 0.4472135954999579]",
        refused.getMessage());
  }

  private static void refuses(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }

  private NDArray rows(double[][] rows) {
    return manager.create(rows);
  }
}
