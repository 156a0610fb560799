package org.conceptspaces.poincare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import java.util.Map;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.GeometryContext;
import org.conceptspaces.api.Initial;
import org.conceptspaces.api.Pass;
import org.conceptspaces.api.Scope;
import org.conceptspaces.api.SpaceConfig;
import org.conceptspaces.api.Values;
import org.hipparchus.dfp.Dfp;
import org.junit.jupiter.api.Test;

class LearnedCurvatureTest extends EngineTest {

  /** Keeps the one parameter that a ball declares. */
  private static final class OneParameter implements GeometryContext {
    private int declared;

    @Override
    public Parameter parameter(String name, DataType type, Initial initial, long... shape) {
      declared++;
      assertEquals("logCurvature", name);
      assertEquals(DataType.FLOAT64, type);
      assertEquals(Initial.constant(0), initial);
      assertEquals(new Shape(1), new Shape(shape));
      return Parameter.builder()
          .setName(name)
          .setType(Parameter.Type.OTHER)
          .optShape(new Shape(1))
          .build();
    }

    @Override
    public Parameter points(
        String name, Geometry geometry, Initial initial, int d, long... leading) {
      throw new AssertionError("a ball declares no points");
    }

    @Override
    public Geometry geometry(String key, SpaceConfig config) {
      throw new AssertionError("wants a geometry " + key);
    }

    @Override
    public Scope in(String name) {
      throw new AssertionError("a ball has no scope below its own");
    }
  }

  /** A pass in which θ has a given value. */
  private record Fixed(NDManager manager, NDArray theta) implements Pass {
    @Override
    public boolean training() {
      return true;
    }

    @Override
    public NDArray value(Parameter parameter) {
      return theta;
    }
  }

  private PoincareBall ball(double c, DataType type, NDArray theta) {
    OneParameter scope = new OneParameter();
    Values values =
        Values.of(
            Map.of(
                "curvature",
                c,
                "learnCurvature",
                true,
                "precision",
                type == DataType.FLOAT32 ? "float32" : "float64"));
    Geometry unbound = new PoincareProvider().create(values, scope);
    assertEquals(1, scope.declared);
    Geometry bound = unbound.bind(new Fixed(manager(), theta));
    assertEquals(unbound.radius(), bound.radius());
    assertEquals(type, bound.type());
    return (PoincareBall) bound;
  }

  @Test
  void startsAtExactlyItsInitialValueInBothPrecisions() {
    for (double c : new double[] {1, 0.1, 2.5, 1e-3, 7.3}) {
      for (DataType type : new DataType[] {DataType.FLOAT32, DataType.FLOAT64}) {
        PoincareBall learned = ball(c, type, array(0.0));
        PoincareBall fixed = new PoincareBall(c, type);
        assertEquals(Map.of("curvature", c), learned.parameters());
        assertEquals(-c, learned.sectionalCurvature());
        double[][] rows = new double[20][];
        for (int i = 0; i < 20; i++) {
          rows[i] = new Sample(i).point(c, 3, i * fixed.workingRadius() / 20);
        }
        NDArray x = fixed.project(array(rows).toType(type, true));
        NDArray y = x.flip(0);
        // bit for bit
        assertEquals(fixed.distance(x, y), learned.distance(x, y));
        assertEquals(fixed.distances(x, y), learned.distances(x, y));
        assertEquals(fixed.log(x, y), learned.log(x, y));
        assertEquals(fixed.exp(x, y), learned.exp(x, y));
        assertEquals(fixed.expOrigin(x), learned.expOrigin(x));
        assertEquals(fixed.logOrigin(x), learned.logOrigin(x));
        assertEquals(fixed.project(x.mul(3)), learned.project(x.mul(3)));
        NDArray weights = x.matMul(y.transpose()).abs();
        assertEquals(fixed.midpoint(x, weights), learned.midpoint(x, weights));
        assertEquals(type, learned.distance(x, y).getDataType());
      }
    }
  }

  @Test
  void distanceStaysAccurateWhereverCurvatureMoves() {
    for (double theta : new double[] {-6, -0.3, 0.7, 5}) {
      double c = doubles(array(theta).exp())[0]; // as the engine rounds it
      PoincareBall ball = ball(1, DataType.FLOAT64, array(theta));
      for (double radius : new double[] {1, 12, 24}) {
        double[] x = new Sample(1).point(c, 3, radius / Math.sqrt(c));
        double[] y = new Sample(2).point(c, 3, radius / Math.sqrt(c));
        double want = Digits.ball(c).distance(Digits.of(x), Digits.of(y)).toDouble();
        assertEquals(want, doubles(ball.distance(array(x), array(y)))[0], 1e-13 * want);
      }
    }
  }

  /** Central differences of the reference, in sixty digits, in both precisions of the points. */
  @Test
  void gradientReachesTheParameter() {
    double c = 0.7;
    double[] x = rounded(new Sample(1).point(c, 3, 2));
    double[] y = rounded(new Sample(2).point(c, 3, 3));
    Dfp h = Digits.of(1e-15);
    Dfp up = distance(Digits.of(c).multiply(h.exp()), x, y);
    Dfp down = distance(Digits.of(c).multiply(h.negate().exp()), x, y);
    double want = up.subtract(down).divide(h.multiply(2)).toDouble();
    for (DataType type : new DataType[] {DataType.FLOAT32, DataType.FLOAT64}) {
      NDArray theta = array(0.0);
      NDArray a = array(x).toType(type, true);
      NDArray b = array(y).toType(type, true);
      double[][] got = gradients(() -> ball(c, type, theta).distance(a, b), theta);
      assertEquals(want, got[0][0], (type == DataType.FLOAT32 ? 1e-5 : 1e-13) * Math.abs(want));
      NDArray rows = a.expandDims(0);
      NDArray columns = b.expandDims(0);
      NDArray again = array(0.0);
      got = gradients(() -> ball(c, type, again).distances(rows, columns).sum(), again);
      assertEquals(want, got[0][0], (type == DataType.FLOAT32 ? 1e-5 : 1e-13) * Math.abs(want));
    }
    assertTrue(Math.abs(want) > 0.01);
  }

  private static Dfp distance(Dfp c, double[] x, double[] y) {
    return new PoincareReference<>(c).distance(Digits.of(x), Digits.of(y));
  }

  @Test
  void unboundIsTheBallBeforeTraining() {
    LearnedPoincareBall unbound = new LearnedPoincareBall(2, DataType.FLOAT64, new OneParameter());
    PoincareBall fixed = new PoincareBall(2);
    NDArray x = array(new double[][] {{0.1, 0.2}, {3, 4}});
    NDArray p = unbound.project(x);
    NDArray q = unbound.expOrigin(array(new double[][] {{0.4, -1}, {2, 0}}));
    assertEquals(fixed.project(x), p);
    assertEquals(fixed.radius(), unbound.radius());
    assertEquals(fixed.workingRadius(), unbound.workingRadius());
    assertEquals(fixed.parameters(), unbound.parameters());
    assertEquals(fixed.exp(p, q), unbound.exp(p, q));
    assertEquals(fixed.log(p, q), unbound.log(p, q));
    assertEquals(fixed.distance(p, q), unbound.distance(p, q));
    assertEquals(fixed.distances(p, q), unbound.distances(p, q));
    assertEquals(fixed.inner(p, q, q), unbound.inner(p, q, q));
    assertEquals(fixed.transport(p, q, q), unbound.transport(p, q, q));
    assertEquals(fixed.translate(p, q), unbound.translate(p, q));
    assertEquals(fixed.riemannianGradient(p, q), unbound.riemannianGradient(p, q));
    assertEquals(fixed.logOrigin(p), unbound.logOrigin(p));
    assertEquals(fixed.midpoint(p, q.abs()), unbound.midpoint(p, q.abs()));
    assertEquals("PoincareBall(curvature=2.0, learned, float64)", unbound.toString());
  }
}
