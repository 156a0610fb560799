package org.conceptspaces.poincare;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import org.hipparchus.analysis.differentiation.FieldGradient;
import org.hipparchus.dfp.Dfp;
import org.junit.jupiter.api.Test;

/**
 * Every operation, its gradients and the gradient of the curvature against {@link GradientOracle},
 * at several curvatures and distances from the origin.
 */
class PoincareGradientTest extends EngineTest {

  /** Distances from the origin for c = 1. */
  private static final double[] RADII = {1, 3, 6, 12, 24};

  /** Rows at (about) a distance from the origin; tangents have a geodesic length near 2. */
  private static final class Rows {
    final double c;
    final double radius;
    final double[] x;
    final double[] y;
    final double[] z;
    final double[] v;

    Rows(double c, double radius) {
      this.c = c;
      this.radius = radius;
      Sample sample = new Sample(5);
      double far = radius / Math.sqrt(c);
      x = sample.point(c, 3, far);
      y = sample.point(c, 3, far * 0.9);
      z = sample.point(c, 3, far * 0.7);
      v = sample.vector(3, 1 / Math.cosh(radius / 2) / Math.cosh(radius / 2) / Math.sqrt(c));
    }
  }

  private interface Operands {
    double[][] of(Rows rows);
  }

  /** Wants {@code tolerance}, growing by {@code exp(growth·radius)}. */
  private void check(
      double tolerance,
      double growth,
      Operands operands,
      GradientOracle.Engine engine,
      GradientOracle.Reference reference) {
    for (double c : CURVATURES) {
      for (double radius : RADII) {
        double worst =
            new GradientOracle(manager())
                .worst(c, engine, reference, operands.of(new Rows(c, radius)));
        assertTrue(
            worst < tolerance * Math.exp(growth * radius),
            "c = " + c + ", radius " + radius + ": relative error " + worst);
      }
    }
  }

  @Test
  void distance() {
    check(
        2e-13,
        0,
        r -> new double[][] {r.x, r.y},
        (ball, o) -> ball.distance(o[0], o[1]).expandDims(0),
        PoincareGradientTest::distanceReference);
  }

  @Test
  void pairwiseDistanceLosesDigitsFarOut() {
    check(
        5e-14,
        0.8,
        r -> new double[][] {r.x, r.y},
        (ball, o) -> ball.distances(o[0].expandDims(0), o[1].expandDims(0)).reshape(1),
        PoincareGradientTest::distanceReference);
  }

  private static FieldGradient<Dfp>[] distanceReference(
      PoincareReference<FieldGradient<Dfp>> ball, FieldGradient<Dfp>[][] o) {
    return single(ball.distance(o[0], o[1]), o[0]);
  }

  /** A row of one. */
  private static FieldGradient<Dfp>[] single(FieldGradient<Dfp> x, FieldGradient<Dfp>[] like) {
    FieldGradient<Dfp>[] row = Arrays.copyOf(like, 1);
    row[0] = x;
    return row;
  }

  /** A tangent is good to 1e-16 of its direction, which exp spreads by the conformal factor. */
  @Test
  void exp() {
    check(
        2e-13,
        0.8,
        r -> new double[][] {r.x, r.v},
        (ball, o) -> ball.exp(o[0], o[1]),
        (ball, o) -> ball.exp(o[0], o[1]));
  }

  @Test
  void log() {
    check(
        2e-13,
        0,
        r -> new double[][] {r.x, r.y},
        (ball, o) -> ball.log(o[0], o[1]),
        (ball, o) -> ball.log(o[0], o[1]));
  }

  @Test
  void moebiusAddition() {
    Sample sample = new Sample(9);
    check(
        5e-14,
        0.8,
        r -> new double[][] {r.x, sample.point(r.c, 3, 1.5 / Math.sqrt(r.c))},
        (ball, o) -> ball.moebiusAdd(o[0], o[1]),
        (ball, o) -> ball.add(o[0], o[1]));
  }

  @Test
  void translationIsExpOfTheTransportedFrame() {
    Sample sample = new Sample(9);
    check(
        5e-14,
        0.8,
        r -> new double[][] {r.x, sample.vector(3, 1.5 / Math.sqrt(r.c))},
        (ball, o) -> ball.translate(o[0], o[1]),
        (ball, o) -> {
          FieldGradient<Dfp> zero = o[0][0].getField().getZero();
          // Coordinates at the origin are half of the components in its orthonormal frame.
          FieldGradient<Dfp>[] v = ball.scale(o[1], zero.add(0.5));
          return ball.exp(o[0], ball.transport(ball.scale(o[0], zero), o[0], v));
        });
  }

  @Test
  void transport() {
    check(
        5e-13,
        0,
        r -> new double[][] {r.x, r.y, r.v},
        (ball, o) -> ball.transport(o[0], o[1], o[2]),
        (ball, o) -> ball.transport(o[0], o[1], o[2]));
  }

  @Test
  void inner() {
    check(
        5e-13,
        0,
        r -> new double[][] {r.x, r.v, r.z},
        (ball, o) -> ball.inner(o[0], o[1], o[2]).expandDims(0),
        (ball, o) -> single(ball.inner(o[0], o[1], o[2]), o[0]));
  }

  @Test
  void expOrigin() {
    Sample sample = new Sample(13);
    check(
        5e-14,
        0,
        r -> new double[][] {sample.vector(3, r.radius / Math.sqrt(r.c))},
        (ball, o) -> ball.expOrigin(o[0]),
        (ball, o) -> ball.expOrigin(o[0]));
  }

  @Test
  void logOrigin() {
    check(
        2e-13,
        0,
        r -> new double[][] {r.x},
        (ball, o) -> ball.logOrigin(o[0]),
        (ball, o) -> ball.logOrigin(o[0]));
  }

  @Test
  void midpoint() {
    check(
        2e-13,
        0,
        r -> new double[][] {r.x, r.y, r.z, {0.4, 1, 0.6}},
        (ball, o) -> {
          NDArray points = o[0].stack(o[1]).concat(o[2].expandDims(0));
          return ball.midpoint(points, o[3].expandDims(0)).squeeze(0);
        },
        (ball, o) -> ball.midpoint(Arrays.copyOf(o, 3), o[3]));
  }

  @Test
  void linearMap() {
    Sample sample = new Sample(17);
    check(
        2e-13,
        0,
        r -> new double[][] {r.x, sample.vector(3, 0.3), sample.vector(3, 0.2), {0.1, -0.2}},
        (ball, o) -> HyperbolicLinear.apply(ball, o[0], o[1].stack(o[2]), o[3]),
        (ball, o) -> ball.linear(o[0], Arrays.copyOfRange(o, 1, 3), o[3]));
  }

  @Test
  void linearScores() {
    Sample sample = new Sample(19);
    check(
        2e-13,
        0,
        r -> new double[][] {r.x, sample.vector(3, 1), sample.vector(3, 2), {0.7, -1.1}},
        (ball, o) -> HyperbolicLinear.scores(ball, o[0], o[1].stack(o[2]), o[3]),
        (ball, o) -> ball.linearScores(o[0], Arrays.copyOfRange(o, 1, 3), o[3]));
  }
}
