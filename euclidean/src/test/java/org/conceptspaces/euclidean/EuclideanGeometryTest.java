package org.conceptspaces.euclidean;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against closed forms: a 3-4-5 triangle, weighted means, unit gradients. */
class EuclideanGeometryTest {

  private static final DataType[] TYPES = {DataType.FLOAT32, DataType.FLOAT64};

  private final NDManager manager =
      NDManager.newBaseManager(Device.fromName(System.getProperty("concepts.device", "cpu")));
  private final EuclideanGeometry flat = new EuclideanGeometry();

  @AfterEach
  void close() {
    manager.close();
  }

  private NDArray array(DataType type, double[][] x) {
    return manager.create(x).toType(type, true);
  }

  private static double[] doubles(NDArray x) {
    return x.toType(DataType.FLOAT64, true).toDoubleArray();
  }

  private static double[][] gradients(Supplier<NDArray> function, NDArray... operands) {
    for (NDArray operand : operands) {
      operand.setRequiresGradient(true);
    }
    try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      collector.backward(function.get().sum());
    }
    return Stream.of(operands).map(x -> doubles(x.getGradient())).toArray(double[][]::new);
  }

  @Test
  void distanceIsTheNormOfTheDifference() {
    for (DataType type : TYPES) {
      NDArray x = array(type, new double[][] {{1, 2}, {3, 3}, {1e-9, 0}});
      NDArray y = array(type, new double[][] {{4, 6}, {3, 3}, {0, 0}});
      assertEquals(type, flat.distance(x, y).getDataType());
      assertArrayEquals(new double[] {5, 0, 1e-9}, doubles(flat.distance(x, y)), 1e-16);
      double[][] got = gradients(() -> flat.distance(x, y), x, y);
      // the unit vector from y to x; 0 at coincident points
      assertArrayEquals(new double[] {-0.6, -0.8, 0, 0, 1, 0}, got[0], 1e-6);
      assertArrayEquals(new double[] {0.6, 0.8, 0, 0, -1, 0}, got[1], 1e-6);
    }
  }

  @Test
  void pairwiseDistancesAgreeAndHaveFiniteGradients() {
    for (DataType type : TYPES) {
      double[][] rows = {{1, 2}, {4, 6}, {1, 2}, {1e3, -1e3}, {0, 0}};
      NDArray x = array(type, rows);
      NDArray y = array(type, rows);
      NDArray pairs = flat.distances(x, y);
      assertEquals("(5, 5)", pairs.getShape().toString());
      double[] got = doubles(pairs);
      double tolerance = type == DataType.FLOAT32 ? 1e-4 : 1e-12;
      for (int i = 0; i < 5; i++) {
        for (int j = 0; j < 5; j++) {
          double want = Math.hypot(rows[i][0] - rows[j][0], rows[i][1] - rows[j][1]);
          assertEquals(want, got[5 * i + j], tolerance * Math.max(1, want));
        }
      }
      for (double[] gradient : gradients(() -> flat.distances(x, y), x, y)) {
        for (double value : gradient) {
          assertTrue(Math.abs(value) <= 5, "gradient " + value);
        }
      }
    }
  }

  @Test
  void midpointIsTheWeightedMean() {
    for (DataType type : TYPES) {
      NDArray points = array(type, new double[][] {{1, 2}, {4, 6}, {-3, 0}});
      NDArray weights = array(type, new double[][] {{1, 1, 0}, {0, 6, 2}, {0, 0, 0}, {0, 7, 0}});
      double[] want = {2.5, 4, 2.25, 4.5, 0, 0, 4, 6};
      assertArrayEquals(want, doubles(flat.midpoint(points, weights)), 1e-6);
      double[][] got = gradients(() -> flat.midpoint(points, weights), points, weights);
      // Σ of the weights' shares; by a weight: Σ over coordinates of (point − mean)/total
      assertArrayEquals(new double[] {0.5, 0.5, 2.25, 2.25, 0.25, 0.25}, got[0], 1e-6);
      assertEquals((3 - 6.5) / 2, got[1][0], 1e-6);
      assertEquals((10 - 6.75) / 8, got[1][4], 1e-6);
      for (double value : got[1]) {
        assertTrue(Double.isFinite(value));
      }
    }
  }

  @Test
  void mapsAreSumsAndDifferences() {
    for (DataType type : TYPES) {
      NDArray x = array(type, new double[][] {{1, 2}, {0, 0}});
      NDArray y = array(type, new double[][] {{4, 6}, {1, 1}});
      assertEquals(x.add(y), flat.exp(x, y));
      assertEquals(x.add(y), flat.translate(x, y));
      assertEquals(y.sub(x), flat.log(x, y));
      assertEquals(y, flat.transport(x, x, y));
      assertEquals(y, flat.riemannianGradient(x, y));
      assertEquals(x, flat.expOrigin(x));
      assertEquals(x, flat.logOrigin(x));
      assertEquals(x, flat.project(x));
      assertArrayEquals(new double[] {16, 0}, doubles(flat.inner(x, x, y)));
    }
  }

  @Test
  void broadcastsAndKeepsTheFirstOperandsType() {
    for (DataType type : TYPES) {
      NDArray many = manager.zeros(new Shape(3, 2, 2), type);
      NDArray one = manager.create(new double[] {1, 2});
      assertEquals(type, flat.distance(many, one).getDataType());
      assertEquals("(3, 2)", flat.distance(many, one).getShape().toString());
      assertEquals(type, flat.exp(many, one).getDataType());
      assertEquals(type, flat.log(many, one).getDataType());
      assertEquals("(3, 2, 2)", flat.log(one, many).getShape().toString());
      assertEquals("(3, 2, 2)", flat.transport(one, many, one).getShape().toString());
      assertEquals(type, flat.transport(many, one, one).getDataType());
      assertEquals(type, flat.inner(many, one, one).getDataType());
      NDArray weights = manager.create(new double[][] {{1, 1}});
      assertEquals(type, flat.midpoint(many, weights).getDataType());
      assertEquals("(3, 1, 2)", flat.midpoint(many, weights).getShape().toString());
    }
  }

  @Test
  void refusesShapesThatDoNotFit() {
    NDArray two = manager.create(new double[][] {{1, 2}});
    NDArray one = manager.create(new double[][] {{1}});
    assertThrows(IllegalArgumentException.class, () -> flat.distance(two, one));
    assertThrows(IllegalArgumentException.class, () -> flat.distances(two, one));
    assertThrows(IllegalArgumentException.class, () -> flat.exp(two, one));
    assertThrows(IllegalArgumentException.class, () -> flat.log(two, one));
    assertThrows(IllegalArgumentException.class, () -> flat.inner(two, two, one));
    assertThrows(IllegalArgumentException.class, () -> flat.transport(two, one, two));
    assertThrows(IllegalArgumentException.class, () -> flat.midpoint(two, two));
    assertThrows(IllegalArgumentException.class, () -> flat.project(manager.create(1.0)));
  }

  @Test
  void describesItself() {
    assertEquals(new EuclideanGeometry(DataType.FLOAT32), flat);
    assertEquals(flat.hashCode(), new EuclideanGeometry(DataType.FLOAT32).hashCode());
    assertEquals("Euclidean(float32)", flat.toString());
    assertEquals(Double.POSITIVE_INFINITY, flat.radius());
    assertEquals(Double.POSITIVE_INFINITY, flat.workingRadius());
    assertEquals(7, flat.coordinates(7));
    assertEquals(flat, flat.bind(new NoPass()));
    assertThrows(IllegalArgumentException.class, () -> new EuclideanGeometry(DataType.INT32));
  }
}
