package org.conceptspaces.poincare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import org.junit.jupiter.api.Test;

class PoincareProjectTest extends EngineTest {

  private static double[] norms(NDArray x) {
    return doubles(x.toType(DataType.FLOAT64, true).norm(new int[] {-1}, false));
  }

  @Test
  void landsInsideFromEverywhereAndStaysThere() {
    for (double c : CURVATURES) {
      PoincareBall ball = new PoincareBall(c);
      for (int dimension : new int[] {1, 2, 3, 64, 1000}) {
        Sample sample = new Sample(dimension);
        double[][] rows = new double[200][];
        for (int i = 0; i < rows.length; i++) {
          // from near the edge to 1e300
          rows[i] = sample.vector(dimension, 1 / Math.sqrt(c));
          double factor = i < 100 ? 1 + (i - 50) * 1e-15 : Math.pow(10, 3 * (i - 100));
          for (int k = 0; k < dimension; k++) {
            rows[i][k] *= factor;
          }
        }
        for (NDArray x : new NDArray[] {array(rows), floats(rows).clip(-3e38f, 3e38f)}) {
          NDArray once = ball.project(x);
          assertEquals(once, ball.project(once));
          boolean wide = x.getDataType() == DataType.FLOAT64;
          assertEquals(x.getDataType(), once.getDataType());
          double limit = Math.tanh(wide ? 15 : 7.5) / Math.sqrt(c);
          for (double norm : norms(once)) {
            assertTrue(norm <= limit * (1 + 1e-15) && norm > limit * (1 - 1e-6), "norm " + norm);
          }
          // distance from the origin, and so the gap itself, is finite and what is promised
          for (double d : doubles(ball.distance(once, once.zerosLike()))) {
            double most = (wide ? 30 : 15) / Math.sqrt(c);
            assertTrue(d <= most * 1.001 && d > most * 0.97, "distance " + d);
          }
        }
      }
    }
  }

  @Test
  void leavesInsideRowsAloneBitForBit() {
    PoincareBall ball = new PoincareBall(1);
    double[][] rows = {
      {0, -0.1}, {-2, 0}, {0.3, 0.1}, {-0.0, 0}, {1e-320, 1e-310}, {0, -1e300}, {0.999999, 0}
    };
    double[] got = doubles(ball.project(array(rows)));
    for (int i : new int[] {0, 2, 3, 4, 6}) {
      assertEquals(rows[i][0], got[2 * i]);
      assertEquals(rows[i][1], got[2 * i + 1]);
    }
    assertEquals(-1, got[2], 1e-12);
    assertEquals(0, got[3]);
    assertEquals(0, got[10]);
    assertEquals(-1, got[11], 1e-12);
  }

  @Test
  void keepsTheDirection() {
    PoincareBall ball = new PoincareBall(4);
    double[] got = doubles(ball.project(array(3e200, -4e200)));
    assertArrayEquals(new double[] {0.3, -0.4}, got, 1e-12);
  }

  @Test
  void limitsTangentsOfAnyLength() {
    PoincareBall ball = new PoincareBall(1);
    double[][] tangents = {{1e308, -1e308}, {0, 1e200}, {40, 0}};
    NDArray points = ball.expOrigin(array(tangents));
    assertEquals(points, ball.project(points));
    for (double d : doubles(ball.distance(points, points.zerosLike()))) {
      assertEquals(29.9, d, 0.01);
    }
    NDArray far = ball.exp(array(new double[3][2]), array(tangents));
    assertEquals(far, ball.project(far));
    for (double d : doubles(ball.distance(far, far.zerosLike()))) {
      assertEquals(30, d, 0.1);
    }
    NDArray small =
        ball.expOrigin(array(tangents).clip(-3e38f, 3e38f).toType(DataType.FLOAT32, true));
    assertEquals(small, ball.project(small));
    for (double d : doubles(ball.distance(small, small.zerosLike()))) {
      assertEquals(14.5, d, 0.2);
    }
  }
}
