package org.conceptspaces.lorentz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.Arrays;
import java.util.Random;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.curvature.LearnedCurvature;
import org.conceptspaces.poincare.PoincareBall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The hyperboloid against sixty digits, and against the ball, of which it is the same space. */
class HyperboloidTest {

  private static final double[] CURVATURES = {0.1, 1, 2.5};
  private static final int ROWS = 40;
  private static final int D = 3;

  private final NDManager manager =
      NDManager.newBaseManager(Device.fromName(System.getProperty("concepts.device", "cpu")));
  private final Random random = new Random(7);

  @AfterEach
  void close() {
    manager.close();
  }

  /** Tangents at the origin of lengths up to a radius. */
  private NDArray frame(double radius) {
    double[] values = new double[ROWS * D];
    for (int row = 0; row < ROWS; row++) {
      double norm = 0;
      for (int i = 0; i < D; i++) {
        values[row * D + i] = random.nextGaussian();
        norm += values[row * D + i] * values[row * D + i];
      }
      double length = radius * (row + 1) / ROWS / Math.sqrt(norm);
      for (int i = 0; i < D; i++) {
        values[row * D + i] *= length;
      }
    }
    return manager.create(values, new Shape(ROWS, D));
  }

  private static double[] row(NDArray x, int row) {
    int width = Math.toIntExact(x.getShape().get(1));
    return Arrays.copyOfRange(x.toDoubleArray(), row * width, (row + 1) * width);
  }

  /** {@code s/(1 + C)}: the point of the ball that stands for it. */
  private static NDArray inBall(double c, NDArray x) {
    NDList parts = x.split(new long[] {1}, 1);
    NDArray root = x.getManager().create(Math.sqrt(c));
    return parts.get(1).div(parts.get(0).mul(root).add(1));
  }

  private static void assertClose(NDArray want, NDArray got, double tolerance) {
    assertEquals(want.getShape(), got.getShape());
    assertArrayEquals(want.toDoubleArray(), got.toDoubleArray(), tolerance);
  }

  /** Stereographic projection is an isometry: all operations agree with those of the ball. */
  @Test
  void isTheSameSpaceAsTheBall() {
    for (double c : CURVATURES) {
      Geometry sheet = new Hyperboloid(c);
      Geometry ball = new PoincareBall(c);
      NDArray v = frame(2);
      NDArray w = frame(3).flip(0);
      NDArray x = sheet.expOrigin(v);
      NDArray y = sheet.expOrigin(w);
      NDArray p = ball.expOrigin(v);
      NDArray q = ball.expOrigin(w);
      assertClose(p, inBall(c, x), 1e-14);
      assertClose(ball.embed(w), inBall(c, sheet.embed(w)), 1e-14);
      assertClose(ball.translate(p, w), inBall(c, sheet.translate(x, w)), 1e-12);
      assertClose(ball.distance(p, q), sheet.distance(x, y), 1e-12);
      assertClose(ball.distances(p, q), sheet.distances(x, y), 1e-6);
      NDArray weights = manager.create(random.doubles(5 * ROWS).toArray(), new Shape(5, ROWS));
      assertClose(ball.midpoint(p, weights), inBall(c, sheet.midpoint(x, weights)), 1e-12);
      NDArray third = manager.create(1 / 3.0);
      NDArray onWay = sheet.exp(x, sheet.log(x, y).mul(third));
      assertClose(ball.exp(p, ball.log(p, q).mul(third)), inBall(c, onWay), 1e-11);
      // A tangent carried along, by where it leads.
      NDArray carried = sheet.exp(y, sheet.transport(x, y, sheet.log(x, x.flip(0)).mul(third)));
      NDArray inBall = ball.exp(q, ball.transport(p, q, ball.log(p, p.flip(0)).mul(third)));
      assertClose(inBall, inBall(c, carried), 1e-10);
    }
  }

  /** In float64 to a relative 1e-7 of its own length up to the working radius, to ln c as well. */
  @Test
  void gradientOfDistanceIsExactFarOut() {
    for (double c : CURVATURES) {
      double radius = new Hyperboloid(c).workingRadius();
      NDArray x = new Hyperboloid(c).expOrigin(frame(radius));
      NDArray y = new Hyperboloid(c).expOrigin(frame(radius));
      NDArray theta = manager.create(new double[] {0});
      x.setRequiresGradient(true);
      theta.setRequiresGradient(true);
      double byCurvature = 0;
      try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
        Geometry learned = new Hyperboloid(new LearnedCurvature(c, theta), DataType.FLOAT64);
        collector.backward(learned.distance(x, y).sum());
      }
      NDArray points = x.stopGradient();
      for (int row = 0; row < ROWS; row++) {
        double[] want = LorentzReference.gradient(c, row(points, row), row(y, row));
        byCurvature += want[D];
        double[] partial = new double[D + 1];
        System.arraycopy(want, 0, partial, 1, D);
        // As Riemannian gradients, whose lengths are 1: partial ones differ by orders of magnitude.
        NDArray at = manager.create(row(points, row));
        Geometry g = new Hyperboloid(c);
        NDArray off =
            g.riemannianGradient(at, manager.create(partial))
                .sub(g.riemannianGradient(at, manager.create(row(x.getGradient(), row))));
        assertTrue(Math.sqrt(g.inner(at, off, off).getDouble()) < 1e-7, "row " + row);
      }
      assertEquals(
          byCurvature, theta.getGradient().getDouble(0), 1e-9 * Math.abs(byCurvature) + 1e-6);
    }
  }

  /** What algorithms on the raw coordinates lose: neighbours along a ray at every radius. */
  @Test
  void neighboursAlongARayKeepTheirDistance() {
    Geometry g = new Hyperboloid(1);
    for (double r : new double[] {1, 6, 12, 15, 18}) {
      for (double step : new double[] {1e-3, 1e-6, 1e-9}) {
        NDArray x = g.expOrigin(manager.create(new double[] {r, 0}));
        NDArray y = g.expOrigin(manager.create(new double[] {r + step, 0}));
        double want = LorentzReference.distance(1, x.toDoubleArray(), y.toDoubleArray());
        assertEquals(want, g.distance(x, y).getDouble(), 1e-7 * want);
        assertEquals(step, want, 8 * r * 0x1p-52);
      }
    }
  }

  /** Beyond 30/√c the edge is reached, along tangents of any length; time is set right. */
  @Test
  void endsAtTheEdge() {
    for (DataType type : new DataType[] {DataType.FLOAT32, DataType.FLOAT64}) {
      Geometry g = new Hyperboloid(4, type);
      double edge = type == DataType.FLOAT64 ? 15 : 7.5;
      NDArray v = manager.create(new double[] {0, 1e30, 50, 0}, new Shape(2, 2)).toType(type, true);
      NDArray x = g.expOrigin(v);
      NDArray onward = g.exp(x, g.log(x, g.expOrigin(v.zerosLike())).neg());
      for (NDArray y : new NDArray[] {x, onward, g.translate(x, v), g.project(x.mul(3))}) {
        double[] d =
            g.distance(y, g.expOrigin(v.zerosLike()))
                .toType(DataType.FLOAT64, true)
                .toDoubleArray();
        assertArrayEquals(new double[] {edge, edge}, d, 1e-5);
        assertEquals(y, g.project(y));
      }
      NDArray wrong = manager.create(new double[] {-3, 1, 1}).toType(type, true);
      assertArrayEquals(
          new double[] {1.5, 1, 1},
          g.project(wrong).toType(DataType.FLOAT64, true).toDoubleArray());
    }
  }
}
