package org.conceptspaces.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.tracker.Tracker;
import org.conceptspaces.api.Geometry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RiemannianSgdTest {

  private static final float RATE = 0.05f;

  @Test
  void isGradientDescentInFlatSpace() {
    Geometry flat = Geometries.flat();
    try (NDManager manager = Support.manager();
        RiemannianSgd optimizer = new RiemannianSgd(Tracker.fixed(RATE), id -> flat)) {
      NDArray weight = Support.row(manager, 1, -2, 3);
      optimizer.update("w", weight, Support.row(manager, 0.5, 4, -1));
      double rate = RATE;
      double[] wanted = {1 - rate * 0.5, -2 - rate * 4, 3 + rate};
      assertArrayEquals(wanted, weight.toDoubleArray(), 1e-15);
    }
  }

  /**
   * Under a constant gradient g the k-th step is η·g·(1 − μᵏ)/(1 − μ) long, by the geometric
   * series. Momentum that is not written back stays at the first step's length.
   */
  @Test
  void defect05_momentumIsWrittenBack() {
    double momentum = 0.9;
    Geometry flat = Geometries.flat();
    try (NDManager manager = Support.manager();
        RiemannianSgd optimizer =
            new RiemannianSgd(
                Tracker.fixed(RATE), momentum, Double.POSITIVE_INFINITY, id -> flat)) {
      NDArray weight = Support.row(manager, 0, 0);
      double before = 0;
      for (int k = 1; k <= 200; k++) {
        optimizer.update("w", weight, Support.row(manager, -2, 0));
        double after = weight.toDoubleArray()[0];
        double wanted = 2 * (double) RATE * (1 - Math.pow(momentum, k)) / (1 - momentum);
        assertEquals(wanted, after - before, 1e-12, "step " + k);
        before = after;
      }
    }
  }

  /** The same in the ball: the distance to a far point has a gradient of length 1 everywhere. */
  @Test
  void defect05_momentumIsWrittenBackInTheBall() {
    double momentum = 0.8;
    Geometry ball = Geometries.ball(1);
    try (NDManager manager = Support.manager();
        RiemannianSgd optimizer = new RiemannianSgd(Tracker.fixed(RATE), momentum, 1, id -> ball)) {
      NDArray target = ball.expOrigin(Support.row(manager, 6, 8));
      NDArray weight = ball.expOrigin(Support.row(manager, -0.6, -0.8));
      double before = 11;
      for (int k = 1; k <= 35; k++) {
        Support.descend(optimizer, weight, x -> ball.distance(x, target).sum(), 1);
        double after = ball.distance(weight.stopGradient(), target).toDoubleArray()[0];
        double wanted = (double) RATE * (1 - Math.pow(momentum, k)) / (1 - momentum);
        assertEquals(wanted, before - after, 1e-7, "step " + k);
        before = after;
      }
      assertTrue(before > 2, "the target was not reached yet");
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5})
  void convergesToAPointInEveryGeometry(double momentum) {
    for (Geometry geometry : Geometries.all()) {
      try (NDManager manager = Support.manager();
          RiemannianSgd optimizer =
              new RiemannianSgd(Tracker.fixed(RATE), momentum, 1, id -> geometry)) {
        NDArray weight =
            geometry.expOrigin(
                manager.create(new double[] {1, -0.5, 0.3, -1, 0.2, 0.1}, new Shape(2, 3)));
        NDArray target =
            geometry.expOrigin(
                manager.create(new double[] {-0.4, 0.9, 0.2, 0.7, 0.7, -1}, new Shape(2, 3)));
        Support.descend(optimizer, weight, x -> geometry.distance(x, target).square().sum(), 400);
        NDArray left = geometry.distance(weight.stopGradient(), target);
        assertArrayEquals(new double[2], left.toDoubleArray(), 1e-9, geometry.toString());
      }
    }
  }

  /**
   * Points on one geodesic through the origin: their Fréchet mean is at the mean of their signed
   * distances from the origin, as a geodesic is a line of its own.
   */
  @ParameterizedTest
  @MethodSource("org.conceptspaces.optim.Geometries#all")
  void convergesToTheFrechetMean(Geometry geometry) {
    try (NDManager manager = Support.manager();
        RiemannianSgd optimizer = new RiemannianSgd(Tracker.fixed(0.02f), id -> geometry)) {
      NDArray direction = Support.row(manager, 0.48, -0.6, 0.64);
      NDArray places = manager.create(new double[] {-1, -0.2, 0.5, 1.2}, new Shape(4, 1));
      NDArray points = geometry.expOrigin(places.mul(direction));
      NDArray weight = geometry.expOrigin(Support.row(manager, 0.3, 0.4, -0.1));
      Support.descend(optimizer, weight, x -> geometry.distance(x, points).square().sum(), 600);
      NDArray mean = geometry.expOrigin(direction.mul(0.125));
      NDArray left = geometry.distance(weight.stopGradient(), mean);
      assertEquals(0, left.toDoubleArray()[0], 1e-9);
    }
  }

  @ParameterizedTest
  @MethodSource("org.conceptspaces.optim.Geometries#all")
  void neverStepsFartherThanTheBound(Geometry geometry) {
    try (NDManager manager = Support.manager();
        RiemannianSgd optimizer = new RiemannianSgd(Tracker.fixed(1), 0, 0.25, id -> geometry)) {
      NDArray weight = geometry.expOrigin(Support.row(manager, 0.3, 0.4));
      NDArray before = weight.duplicate();
      NDArray gradient = weight.onesLike();
      optimizer.update("w", weight, gradient.mul(1e6));
      assertEquals(0.25, geometry.distance(before, weight).toDoubleArray()[0], 1e-12);
      before = weight.duplicate();
      optimizer.update("w", weight, gradient.mul(1e-3));
      NDArray descent = geometry.riemannianGradient(before, gradient.mul(1e-3));
      double wanted = geometry.inner(before, descent, descent).sqrt().toDoubleArray()[0];
      assertEquals(wanted, geometry.distance(before, weight).toDoubleArray()[0], 1e-12);
    }
  }

  @Test
  void refusesSettingsOutOfRange() {
    Geometry flat = Geometries.flat();
    Tracker rate = Tracker.fixed(RATE);
    for (double wrong : new double[] {-0.1, 1, Double.NaN}) {
      assertThrows(
          IllegalArgumentException.class, () -> new RiemannianSgd(rate, wrong, 1, id -> flat));
    }
    for (double wrong : new double[] {-0.1, 0, Double.NaN}) {
      assertThrows(
          IllegalArgumentException.class, () -> new RiemannianSgd(rate, 0, wrong, id -> flat));
    }
  }
}
