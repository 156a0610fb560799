package org.conceptspaces.poincare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.Test;

/** Where formulas divide by nothing: coincident points, the origin, the edge, no weight. */
class PoincareExtremesTest extends EngineTest {

  private final PoincareBall ball = new PoincareBall(1);

  private NDArray typed(double[][] x, DataType type) {
    return array(x).toType(type, true);
  }

  /** Rows that coincide: at the origin, inside, at the working radius, at the very edge. */
  private NDArray rows(DataType type) {
    double working = Math.tanh(type == DataType.FLOAT64 ? 12 : 6);
    NDArray x = typed(new double[][] {{0, 0}, {0.3, -0.2}, {working, 0}, {0, -5}}, type);
    return ball.project(x);
  }

  @Test
  void gradientsAtCoincidentPointsAreFinite() {
    for (DataType type : new DataType[] {DataType.FLOAT32, DataType.FLOAT64}) {
      check("distance", type, (x, y) -> ball.distance(x, y), true);
      check("distances", type, (x, y) -> ball.distances(x, y), false);
      check("log", type, (x, y) -> ball.log(x, y), false);
      check("exp", type, (x, y) -> ball.exp(x, y.sub(y)), false);
      check("transport", type, (x, y) -> ball.transport(x, y, x), false);
      check("midpoint", type, (x, y) -> ball.midpoint(x, y.matMul(y.transpose()).abs()), false);
      check("add", type, (x, y) -> ball.moebiusAdd(x, y.neg()), false);
      check("logOrigin", type, (x, y) -> ball.logOrigin(x).add(y), false);
      check("expOrigin", type, (x, y) -> ball.expOrigin(x.sub(y)), false);
      check("project", type, (x, y) -> ball.project(x.add(y)), false);
      check("linear", type, (x, y) -> HyperbolicLinear.apply(ball, x, y, offsets(y)), false);
    }
  }

  private static NDArray offsets(NDArray y) {
    return y.sum(new int[] {-1});
  }

  private void check(String name, DataType type, BinaryOperator<NDArray> operation, boolean zero) {
    NDArray x = rows(type);
    NDArray y = rows(type);
    NDArray[] result = new NDArray[1];
    double[][] got =
        gradients(
            () -> {
              result[0] = operation.apply(x, y);
              return result[0].sum();
            },
            x,
            y);
    assertEquals(type, result[0].getDataType(), name);
    for (double value : doubles(result[0])) {
      assertTrue(Double.isFinite(value), name + " " + type + ": " + value);
      assertTrue(!zero || value == 0, name + " " + type + ": " + value);
    }
    for (double[] gradient : got) {
      for (double value : gradient) {
        assertTrue(Double.isFinite(value), name + " " + type + ": gradient " + value);
        assertTrue(!zero || value == 0, name + " " + type + ": gradient " + value);
      }
    }
  }

  @Test
  void oneHotMidpointsAreThePointsThemselves() {
    for (double radius : new double[] {0, 1, 6, 12}) {
      double[][] points = {
        new Sample(1).point(1, 3, radius), new Sample(2).point(1, 3, 12), {0, 0, 0}
      };
      double[] got = doubles(ball.midpoint(array(points), array(new double[][] {{7, 0, 0}})));
      double[] distance = doubles(ball.distance(array(points[0]), array(got)));
      assertTrue(distance[0] < 1e-4, "radius " + radius + ": moved by " + distance[0]);
      assertArrayEquals(points[0], got, 1e-9);
    }
  }

  @Test
  void oneHotMidpointsAtTheWorkingRadiusStayFinite() {
    double[][] points = {new Sample(1).point(1, 3, 24), new Sample(2).point(1, 3, 24), {0, 0, 0}};
    NDArray x = array(points);
    NDArray weights = array(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {0, 0, 0}});
    NDArray[] result = new NDArray[1];
    double[][] got =
        gradients(
            () -> {
              result[0] = ball.midpoint(x, weights);
              return result[0].sum();
            },
            x,
            weights);
    double[] middle = doubles(result[0]);
    for (int i = 0; i < 12; i++) {
      assertEquals(i < 9 ? points[i / 3][i % 3] : 0, middle[i], 1e-7);
    }
    assertEquals(result[0], ball.project(result[0]));
    for (double[] gradient : got) {
      for (double value : gradient) {
        assertTrue(Double.isFinite(value), "gradient " + value);
      }
    }
  }

  @Test
  void aRowWithoutWeightIsTheOriginAndPassesNoGradient() {
    NDArray x = rows(DataType.FLOAT64);
    NDArray weights =
        manager()
            .zeros(x.getShape().slice(0, 1).addAll(x.getShape().slice(0, 1)), DataType.FLOAT64);
    double[][] got = gradients(() -> ball.midpoint(x, weights).sum(), x);
    assertArrayEquals(new double[8], doubles(ball.midpoint(x, weights)));
    assertArrayEquals(new double[8], got[0]);
  }

  @Test
  void broadcastsAndKeepsTheFirstOperandsType() {
    for (DataType type : new DataType[] {DataType.FLOAT32, DataType.FLOAT64}) {
      NDArray many = typed(new double[6][2], type).reshape(3, 2, 2);
      NDArray one = typed(new double[][] {{0.1, 0.2}}, DataType.FLOAT64).squeeze(0);
      assertEquals("(3, 2)", ball.distance(many, one).getShape().toString());
      assertEquals("(3, 2, 2)", ball.exp(many, one).getShape().toString());
      assertEquals("(3, 2, 2)", ball.transport(many, one, one).getShape().toString());
      NDArray single = one.toType(type, true);
      assertEquals(type, ball.distance(single, one).getDataType());
      assertEquals(0, ball.distance(single, one).getShape().dimension());
      assertEquals(type, ball.inner(single, one, one).getDataType());
      assertEquals(type, ball.exp(single, many).getDataType());
      assertEquals("(3, 2, 2)", ball.exp(single, many).getShape().toString());
      assertEquals("(3, 2, 2)", ball.log(single, many).getShape().toString());
      assertEquals(type, ball.midpoint(many, array(new double[][] {{1, 1}})).getDataType());
      assertEquals(
          "(3, 1, 2)", ball.midpoint(many, array(new double[][] {{1, 1}})).getShape().toString());
    }
  }

  @Test
  void refusesShapesThatDoNotFit() {
    NDArray two = array(new double[][] {{0.1, 0.2}});
    NDArray one = array(new double[][] {{0.1}});
    assertThrows(IllegalArgumentException.class, () -> ball.distance(two, one));
    assertThrows(IllegalArgumentException.class, () -> ball.distances(two, one));
    assertThrows(IllegalArgumentException.class, () -> ball.distances(array(1, 2), two));
    assertThrows(IllegalArgumentException.class, () -> ball.exp(two, one));
    assertThrows(IllegalArgumentException.class, () -> ball.transport(two, two, one));
    assertThrows(IllegalArgumentException.class, () -> ball.midpoint(two, two));
    assertThrows(
        IllegalArgumentException.class, () -> HyperbolicLinear.scores(ball, two, two, two));
    assertThrows(IllegalArgumentException.class, () -> ball.project(manager().create(0.5)));
  }
}
