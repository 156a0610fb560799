package org.conceptspaces.poincare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Distances against sixty digits, on the coordinates as stored. */
class PoincareDistanceTest extends EngineTest {

  @Test
  void accurateFromNanometresToTheEdge() {
    for (double c : CURVATURES) {
      PoincareBall ball = new PoincareBall(c);
      List<double[]> x = new ArrayList<>();
      List<double[]> y = new ArrayList<>();
      pairs(c, ball.workingRadius(), 1e-9, 4e-16, x, y);
      double[] got = doubles(ball.distance(array(rows(x)), array(rows(y))));
      double worst = worst(c, x, y, got);
      assertTrue(worst < 1e-13, "c = " + c + ": relative error " + worst);
    }
  }

  @Test
  void accurateInFloat32() {
    for (double c : CURVATURES) {
      PoincareBall ball = new PoincareBall(c, DataType.FLOAT32);
      assertEquals(6 / Math.sqrt(c), ball.workingRadius());
      List<double[]> x = new ArrayList<>();
      List<double[]> y = new ArrayList<>();
      pairs(c, 12 / Math.sqrt(c), 1e-4, 4e-7, x, y);
      x.replaceAll(EngineTest::rounded);
      y.replaceAll(EngineTest::rounded);
      double[] got = doubles(ball.distance(floats(rows(x)), floats(rows(y))));
      double worst = worst(c, x, y, got);
      assertTrue(worst < 1e-6, "c = " + c + ": relative error " + worst);
    }
  }

  /** The ten defects of peers, 1 and 9: saturation far out, zero close by. */
  @Test
  void neitherSaturatesNorVanishes() {
    PoincareBall ball = new PoincareBall(1);
    NDArray edge = array(new double[][] {{1, 0}, {0, -1}, {0, 0}});
    NDArray x = ball.project(edge);
    NDArray y = ball.project(edge.neg());
    double[] across = doubles(ball.distance(x, y));
    assertEquals(60, across[0], 0.1); // twice the 30 that projection allows
    assertEquals(60, across[1], 0.1);
    double[] close = doubles(ball.distance(array(0.3, 0.4), array(0.3 + 1e-9, 0.4)));
    // λ = 2/(1 − 0.25), times the step as it is stored
    assertEquals((0.3 + 1e-9 - 0.3) * 8 / 3, close[0], 1e-9 * 1e-8);
  }

  private static double worst(double c, List<double[]> x, List<double[]> y, double[] got) {
    double worst = 0;
    for (int i = 0; i < got.length; i++) {
      double want = Digits.ball(c).distance(Digits.of(x.get(i)), Digits.of(y.get(i))).toDouble();
      worst = Math.max(worst, Math.abs(got[i] - want) / want);
    }
    return worst;
  }

  /** From every distance to the origin: far, middling and very close partners. */
  private static void pairs(
      double c, double limit, double close, double least, List<double[]> x, List<double[]> y) {
    Sample sample = new Sample(7);
    for (int dimension : new int[] {1, 2, 16, 100}) {
      for (double radius = 0; radius <= limit; radius += limit / 24) {
        double[] p = sample.point(c, dimension, radius);
        x.add(p);
        y.add(sample.point(c, dimension, limit));
        x.add(p);
        y.add(sample.point(c, dimension, sample.uniform() * limit));
        // The step shrinks with the metric but stays several units of the last place long.
        double step = Math.max(close * Math.exp(-Math.sqrt(c) * radius), least);
        double[] near = sample.vector(dimension, step / Math.sqrt(c));
        for (int i = 0; i < dimension; i++) {
          near[i] = p[i] * (1 - step) + near[i] * 0.5;
        }
        x.add(p);
        y.add(near);
      }
    }
  }

  private static double[][] rows(List<double[]> x) {
    // Rows of different dimensions are filled up with zeros, which change no distance.
    double[][] rows = new double[x.size()][100];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(x.get(i), 0, rows[i], 0, x.get(i).length);
    }
    return rows;
  }

  @Test
  void pairwiseAgreesWithinTheRadiusOfNetworks() {
    for (double c : CURVATURES) {
      PoincareBall ball = new PoincareBall(c);
      Sample sample = new Sample(11);
      double[][] x = new double[6][];
      double[][] y = new double[5][];
      for (int i = 0; i < 6; i++) {
        x[i] = sample.point(c, 4, ball.radius() * i / 5);
      }
      for (int i = 0; i < 5; i++) {
        y[i] = sample.point(c, 4, ball.radius() * sample.uniform());
      }
      NDArray fast = ball.distances(array(x), array(y));
      assertEquals("(6, 5)", fast.getShape().toString());
      double[] got = doubles(fast);
      for (int i = 0; i < 6; i++) {
        for (int j = 0; j < 5; j++) {
          double want = Digits.ball(c).distance(Digits.of(x[i]), Digits.of(y[j])).toDouble();
          assertEquals(want, got[5 * i + j], 1e-6 * want);
        }
      }
    }
  }
}
