package org.conceptspaces.encoder.objective;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Random;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.encoder.Small;
import org.conceptspaces.euclidean.EuclideanGeometry;
import org.conceptspaces.poincare.PoincareBall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Five nodes: 0 is the root of 1 and 2, 1 is the parent of 3, and 4 stands alone. */
class HierarchyRankingTest {

  private static final int N = 5;
  private static final float[] RELATED = {
    1, 1, 1, 1, 0,
    1, 1, 0, 1, 0,
    1, 0, 1, 0, 0,
    1, 1, 0, 1, 0,
    0, 0, 0, 0, 1
  };
  private static final float[] PULL = {
    0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0.25f, 0.75f, 0, 0, 0, 0, 0, 0, 0, 0
  };
  private static final double SHARPNESS = 1.7;

  private final NDManager manager = Small.manager();
  private final Geometry flat = new EuclideanGeometry(DataType.FLOAT64);
  private final Geometry ball = new PoincareBall(1);

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void isTheDistanceSoftmaxOfNickelAndKielaInFlatSpace() {
    double[] x = coordinates(1);
    assertEquals(flatLoss(x, SHARPNESS), loss(flat, x, SHARPNESS, RELATED, PULL), 1e-9);
  }

  @Test
  void isTheDistanceSoftmaxOfNickelAndKielaInTheBall() {
    double[] x = coordinates(0.4);
    double[][] distances = new double[N][N];
    for (int i = 0; i < N; i++) {
      for (int j = 0; j < N; j++) {
        distances[i][j] = ballDistance(x, i, j);
      }
    }
    double wanted = softmaxLoss(distances, SHARPNESS);
    assertEquals(wanted, loss(ball, x, SHARPNESS, RELATED, PULL), 1e-6);
  }

  @Test
  void gradientOfPointsIsTheDerivative() {
    double[] x = coordinates(1);
    double[] gradient = gradient(flat, x, SHARPNESS, RELATED, PULL, false);
    for (int i = 0; i < x.length; i++) {
      double step = 1e-5;
      double[] up = x.clone();
      up[i] += step;
      double[] down = x.clone();
      down[i] -= step;
      double wanted = (flatLoss(up, SHARPNESS) - flatLoss(down, SHARPNESS)) / (2 * step);
      assertEquals(wanted, gradient[i], 1e-8, "coordinate " + i);
    }
  }

  @Test
  void gradientOfSharpnessIsTheDerivative() {
    double[] x = coordinates(1);
    double step = 1e-5;
    double wanted = (flatLoss(x, SHARPNESS + step) - flatLoss(x, SHARPNESS - step)) / (2 * step);
    assertEquals(wanted, gradient(flat, x, SHARPNESS, RELATED, PULL, true)[0], 1e-6);
  }

  @Test
  void withoutAnAncestorInTheBatchThereIsNothingToLearn() {
    double[] x = coordinates(1);
    float[] none = new float[N * N];
    assertEquals(0, loss(ball, coordinates(0.4), SHARPNESS, RELATED, none));
    for (double g : gradient(flat, x, SHARPNESS, RELATED, none, false)) {
      assertEquals(0, g);
    }
  }

  @Test
  void relatedNodesAreNeverNegatives() {
    // Node 3 alone is pulled, to its parent 1 alone; its other ancestor 0 must not be pushed off.
    float[] pull = new float[N * N];
    pull[3 * N + 1] = 1;
    double[] x = coordinates(1);
    double[] gradient = gradient(flat, x, SHARPNESS, RELATED, pull, false);
    assertEquals(0, gradient[0]);
    assertEquals(0, gradient[1]);
    // Nodes 2 and 4 are unrelated to 3: these are.
    assertNotEquals(0, gradient[2 * 2]);
    assertNotEquals(0, gradient[4 * 2]);
    double[] moved = x.clone();
    moved[0] += 100;
    assertEquals(
        loss(flat, x, SHARPNESS, RELATED, pull), loss(flat, moved, SHARPNESS, RELATED, pull));
  }

  @Test
  void negativesArePushedOff() {
    float[] pull = new float[N * N];
    pull[3 * N + 1] = 1;
    double[] near = {0, 0, 1, 0, 9, 9, 2, 0, 2, 1};
    double[] far = {0, 0, 1, 0, 9, 9, 2, 0, 2, 8};
    assertTrue(
        loss(flat, near, SHARPNESS, RELATED, pull) > loss(flat, far, SHARPNESS, RELATED, pull));
  }

  @Test
  void aNodeWithoutNegativesCostsNothingAndIsFinite() {
    float[] all = new float[N * N];
    Arrays.fill(all, 1);
    double[] x = coordinates(1);
    assertEquals(0, loss(flat, x, SHARPNESS, all, PULL));
    for (double g : gradient(flat, x, SHARPNESS, all, PULL, false)) {
      assertEquals(0, g);
    }
  }

  @Test
  void coincidingPointsHaveFiniteGradients() {
    double[] x = new double[2 * N];
    // All distances are 0: each softmax is uniform over the ancestor and the negatives.
    // Node 1 has negatives 2 and 4, node 2 has 1, 3 and 4, node 3 has 2 and 4.
    double wanted = (Math.log(3) + Math.log(4) + Math.log(3)) / 3;
    assertEquals(wanted, loss(ball, x, SHARPNESS, RELATED, PULL), 1e-9);
    for (double g : gradient(ball, x, SHARPNESS, RELATED, PULL, false)) {
      assertTrue(Double.isFinite(g));
    }
  }

  private double loss(
      Geometry geometry, double[] x, double sharpness, float[] related, float[] pull) {
    return loss(geometry, points(x), scale(sharpness), related, pull).getDouble();
  }

  private NDArray loss(
      Geometry geometry, NDArray x, NDArray sharpness, float[] related, float[] pull) {
    Shape square = new Shape(N, N);
    return HierarchyRanking.loss(
        geometry, x, sharpness, manager.create(related, square), manager.create(pull, square));
  }

  private double[] gradient(
      Geometry geometry,
      double[] x,
      double sharpness,
      float[] related,
      float[] pull,
      boolean ofSharpness) {
    NDArray points = points(x);
    NDArray scale = scale(sharpness);
    NDArray wanted = ofSharpness ? scale : points;
    wanted.setRequiresGradient(true);
    Small.backward(() -> loss(geometry, points, scale, related, pull));
    return wanted.getGradient().toDoubleArray();
  }

  private NDArray points(double[] x) {
    return manager.create(x, new Shape(N, 2));
  }

  private NDArray scale(double sharpness) {
    return manager.create(new double[] {sharpness});
  }

  private static double[] coordinates(double spread) {
    Random random = new Random(4);
    return random.doubles(2 * N).map(u -> spread * (2 * u - 1)).toArray();
  }

  private static double flatLoss(double[] x, double sharpness) {
    double[][] distances = new double[N][N];
    for (int i = 0; i < N; i++) {
      for (int j = 0; j < N; j++) {
        distances[i][j] = Math.hypot(x[2 * i] - x[2 * j], x[2 * i + 1] - x[2 * j + 1]);
      }
    }
    return softmaxLoss(distances, sharpness);
  }

  private static double ballDistance(double[] x, int i, int j) {
    double between = squared(x[2 * i] - x[2 * j], x[2 * i + 1] - x[2 * j + 1]);
    double product = (1 - squared(x[2 * i], x[2 * i + 1])) * (1 - squared(x[2 * j], x[2 * j + 1]));
    double cosh = 1 + 2 * between / product;
    return Math.log(cosh + Math.sqrt(cosh * cosh - 1));
  }

  private static double squared(double a, double b) {
    return a * a + b * b;
  }

  /** The formula as in the paper, ancestor by ancestor, term by term. */
  private static double softmaxLoss(double[][] distances, double sharpness) {
    double sum = 0;
    int nodes = 0;
    for (int u = 0; u < N; u++) {
      boolean pulled = false;
      for (int v = 0; v < N; v++) {
        double weight = PULL[u * N + v];
        if (weight > 0) {
          pulled = true;
          double positive = Math.exp(-sharpness * distances[u][v]);
          double all = positive;
          for (int w = 0; w < N; w++) {
            all += RELATED[u * N + w] == 0 ? Math.exp(-sharpness * distances[u][w]) : 0;
          }
          sum -= weight * Math.log(positive / all);
        }
      }
      nodes += pulled ? 1 : 0;
    }
    return sum / nodes;
  }
}
