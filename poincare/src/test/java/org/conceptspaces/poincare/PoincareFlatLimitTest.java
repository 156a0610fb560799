package org.conceptspaces.poincare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import org.junit.jupiter.api.Test;

/**
 * As the curvature tends to 0 the ball tends to flat space, with lengths twice the coordinates'.
 */
class PoincareFlatLimitTest extends EngineTest {

  private static final double[] X = {0.3, -0.5, 0.2};
  private static final double[] Y = {-0.4, 0.1, 0.6};

  private static double apart() {
    return Math.sqrt(0.7 * 0.7 + 0.6 * 0.6 + 0.4 * 0.4);
  }

  @Test
  void distanceTendsToTwiceTheFlatOne() {
    double before = Double.POSITIVE_INFINITY;
    for (double c : new double[] {1e-1, 1e-2, 1e-4, 1e-6}) {
      double error = doubles(new PoincareBall(c).distance(array(X), array(Y)))[0] - 2 * apart();
      // the next term of the series: c times a number near 1
      assertEquals(0, error, 2 * c);
      assertEquals(true, Math.abs(error) < before);
      before = Math.abs(error);
    }
  }

  @Test
  void fromTheOrthonormalFrameDistanceTendsToTheFlatOne() {
    for (double c : new double[] {1e-1, 1e-2, 1e-4, 1e-6}) {
      PoincareBall ball = new PoincareBall(c);
      NDArray x = ball.expOrigin(array(X));
      NDArray y = ball.expOrigin(array(Y));
      assertEquals(apart(), doubles(ball.distance(x, y))[0], c);
    }
  }

  @Test
  void mapsTendToSumsAndDifferences() {
    PoincareBall ball = new PoincareBall(1e-6);
    NDArray x = array(X);
    NDArray y = array(Y);
    assertArrayEquals(doubles(x.add(y)), doubles(ball.exp(x, y)), 2e-6);
    assertArrayEquals(doubles(y.sub(x)), doubles(ball.log(x, y)), 2e-6);
    assertArrayEquals(Y, doubles(ball.transport(x, y, y)), 2e-6);
    assertArrayEquals(doubles(y.div(2)), doubles(ball.expOrigin(y)), 2e-6);
    NDArray middle = ball.midpoint(x.stack(y), array(new double[][] {{1, 3}}));
    assertArrayEquals(doubles(x.add(y.mul(3)).div(4).expandDims(0)), doubles(middle), 2e-6);
  }

  @Test
  void linearMapTendsToTwiceTheInnerProduct() {
    PoincareBall ball = new PoincareBall(1e-6);
    NDArray z = array(new double[][] {{1, 2, -1}, {0.5, 0, 0}});
    NDArray r = array(0.0, 0.25);
    NDArray x = array(X);
    double first = 0.3 - 1 - 0.2;
    double second = 0.15 - 0.5 * 0.25;
    assertArrayEquals(
        new double[] {4 * first, 4 * second},
        doubles(HyperbolicLinear.scores(ball, x, z, r)),
        1e-4);
    assertArrayEquals(
        new double[] {2 * first, 2 * second}, doubles(HyperbolicLinear.apply(ball, x, z, r)), 1e-4);
  }
}
