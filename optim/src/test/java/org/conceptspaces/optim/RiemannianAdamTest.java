package org.conceptspaces.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.tracker.Tracker;
import java.util.Random;
import org.conceptspaces.api.Geometry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RiemannianAdamTest {

  private static final float RATE = 0.01f;
  private static final AdamSettings SETTINGS = AdamSettings.of(Tracker.fixed(RATE));

  @Test
  void followsTheFormulaInFlatSpace() {
    Geometry flat = Geometries.flat();
    Random random = new Random(21);
    try (NDManager manager = Support.manager();
        RiemannianAdam optimizer = new RiemannianAdam(SETTINGS, id -> flat)) {
      double[] x = Support.gaussian(random, 3);
      NDArray weight = Support.row(manager, x);
      double[] m = new double[3];
      double v = 0;
      for (int t = 1; t <= 40; t++) {
        double[] g = Support.gaussian(random, 3);
        optimizer.update("x", weight, Support.row(manager, g));
        v = 0.999 * v + 0.001 * (g[0] * g[0] + g[1] * g[1] + g[2] * g[2]);
        double vHat = v / (1 - Math.pow(0.999, t));
        for (int i = 0; i < 3; i++) {
          m[i] = 0.9 * m[i] + 0.1 * g[i];
          double mHat = m[i] / (1 - Math.pow(0.9, t));
          x[i] -= RATE * mHat / (Math.sqrt(vHat) + 1e-8);
        }
        assertArrayEquals(x, weight.toDoubleArray(), 1e-13, "update " + t);
      }
    }
  }

  @Test
  void isAdamWhereRowsHaveOneCoordinate() {
    Geometry flat = Geometries.flat();
    Random random = new Random(22);
    Shape shape = new Shape(4, 3, 1);
    try (NDManager manager = Support.manager();
        RiemannianAdam riemannian = new RiemannianAdam(SETTINGS, id -> flat);
        AdamW plain = new AdamW(SETTINGS)) {
      NDArray one = Support.gaussian(manager, random, DataType.FLOAT64, shape);
      NDArray other = one.duplicate();
      for (int t = 1; t <= 40; t++) {
        NDArray gradient = Support.gaussian(manager, random, DataType.FLOAT64, shape);
        riemannian.update("x", one, gradient);
        plain.update("x", other, gradient);
      }
      assertArrayEquals(other.toDoubleArray(), one.toDoubleArray(), 1e-13);
    }
  }

  /** The first step is η long in geodesic units, whatever the gradient and wherever the point. */
  @ParameterizedTest
  @MethodSource("org.conceptspaces.optim.Geometries#all")
  void firstStepHasTheLengthOfTheLearningRate(Geometry geometry) {
    Random random = new Random(23);
    try (NDManager manager = Support.manager();
        RiemannianAdam optimizer = new RiemannianAdam(SETTINGS, id -> geometry)) {
      NDArray tangents =
          Support.gaussian(manager, random, DataType.FLOAT64, new Shape(6, 3)).mul(0.7);
      NDArray weight = geometry.expOrigin(tangents);
      NDArray before = weight.duplicate();
      NDArray gradient =
          Support.gaussian(manager, random, DataType.FLOAT64, weight.getShape()).mul(100);
      optimizer.update("x", weight, gradient);
      double[] lengths = geometry.distance(before, weight).toDoubleArray();
      double[] wanted = {RATE, RATE, RATE, RATE, RATE, RATE};
      assertArrayEquals(wanted, lengths, 1e-9);
    }
  }

  @ParameterizedTest
  @MethodSource("org.conceptspaces.optim.Geometries#all")
  void convergesToTheFrechetMean(Geometry geometry) {
    try (NDManager manager = Support.manager();
        RiemannianAdam optimizer =
            new RiemannianAdam(
                AdamSettings.of(Schedules.warmUpCosine(0.05, 0, 10, 600)), id -> geometry)) {
      NDArray direction = Support.row(manager, 0.48, -0.6, 0.64);
      NDArray places = manager.create(new double[] {-1, -0.2, 0.5, 1.2}, new Shape(4, 1));
      NDArray points = geometry.expOrigin(places.mul(direction));
      NDArray weight = geometry.expOrigin(Support.row(manager, 0.3, 0.4, -0.1));
      Support.descend(optimizer, weight, x -> geometry.distance(x, points).square().sum(), 600);
      NDArray mean = geometry.expOrigin(direction.mul(0.125));
      NDArray left = geometry.distance(weight.stopGradient(), mean);
      assertEquals(0, left.toDoubleArray()[0], 1e-6);
    }
  }

  /** On the sphere a vector that is not orthogonal to its point is no tangent. */
  @Test
  void momentsStayTangent() {
    Sphere sphere = new Sphere();
    Random random = new Random(24);
    Shape shape = new Shape(5, 4);
    try (NDManager manager = Support.manager();
        RiemannianAdam adam =
            new RiemannianAdam(AdamSettings.of(Tracker.fixed(0.3f)), id -> sphere);
        RiemannianSgd sgd = new RiemannianSgd(Tracker.fixed(0.1f), 0.9, 1, id -> sphere)) {
      NDArray one = sphere.project(Support.gaussian(manager, random, DataType.FLOAT64, shape));
      NDArray other = one.duplicate();
      for (int step = 0; step < 1500; step++) {
        try (NDArray gradient = Support.gaussian(manager, random, DataType.FLOAT64, shape)) {
          adam.update("x", one, gradient);
          sgd.update("x", other, gradient);
        }
      }
      assertTangent(sphere, one, adam.state().getOrDefault("x/first-moment", one));
      assertTangent(sphere, other, sgd.state().getOrDefault("x/momentum", other));
    }
  }

  private static void assertTangent(Geometry geometry, NDArray point, NDArray tangent) {
    double[] along = point.mul(tangent).sum(new int[] {-1}).toDoubleArray();
    assertArrayEquals(new double[along.length], along, 1e-12);
    double[] squares = geometry.inner(point, tangent, tangent).toDoubleArray();
    for (double square : squares) {
      assertTrue(square > 1e-6, "there is a moment to speak of: " + square);
    }
  }
}
