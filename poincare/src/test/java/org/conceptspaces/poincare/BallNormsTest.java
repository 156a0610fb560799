package org.conceptspaces.poincare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import org.junit.jupiter.api.Test;

/** 1 − c‖x‖² up to the edge, against sixty digits. */
class BallNormsTest extends EngineTest {

  @Test
  void accurateToTheEdge() {
    for (double c : new double[] {1e-6, 0.013, 0.1, 1, 2.5, 4, 777, 1e6}) {
      BallCurvature curvature = new FixedBallCurvature(c);
      for (int dimension : new int[] {1, 2, 16, 500}) {
        for (double radius = 0; radius <= 30; radius += 2.5) {
          double[] x = new Sample(dimension).point(c, dimension, radius / Math.sqrt(c));
          check(c, x, BallNorms.gap(curvature, array(x)), 1e-15, 4e-23);
          if (radius <= 15) {
            float[] rounded = new float[dimension];
            for (int i = 0; i < dimension; i++) {
              rounded[i] = (float) x[i];
              x[i] = rounded[i];
            }
            check(c, x, BallNorms.gap(curvature, manager().create(rounded)), 1e-7, 0);
          }
        }
      }
    }
  }

  private static void check(double c, double[] x, NDArray gap, double relative, double absolute) {
    double exact = Digits.ball(c).gap(Digits.of(x)).toDouble();
    assertEquals(exact, doubles(gap)[0], relative * Math.abs(exact) + absolute);
  }

  @Test
  void gradientIsExact() {
    double[] x = new Sample(4).point(2.5, 5, 20 / Math.sqrt(2.5));
    NDArray row = array(x);
    NDArray theta = array(0.0);
    double[][] got =
        gradients(() -> BallNorms.gap(new LearnedBallCurvature(2.5, theta), row).sum(), row, theta);
    double square = 0;
    for (int i = 0; i < 5; i++) {
      assertEquals(-5 * x[i], got[0][i], 1e-15);
      square += x[i] * x[i];
    }
    assertEquals(-2.5 * square, got[1][0], 1e-15);
    assertEquals(DataType.FLOAT64, theta.getDataType());
  }
}
