package org.conceptspaces.testkit;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.GradientCollector;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.numeric.Functions;

/**
 * Defects that were reproduced in other libraries for learning in curved spaces, each as a test
 * that a geometry must pass. They are stated for any geometry, within its working and injectivity
 * radius, and bite where it is hyperbolic.
 *
 * <p>The fifth, momentum of Riemannian SGD stuck on the first gradient, is about optimisers and is
 * tested with them, as {@code defect05_…}; so is the part of the tenth about optimiser state that
 * leaves the tangent space.
 */
public interface PeerDefectsContract extends GeometryFixture {

  /**
   * The same geometry with nothing learned, to compare the start of a learned one with: its
   * curvature must be exactly the one asked for.
   *
   * @return {@link #geometry()} itself unless overridden
   */
  default Geometry sameButFixed() {
    return geometry();
  }

  /**
   * A peer's ball distance stops at 16.81 though its ball holds pairs 24.42 apart.
   *
   * @param trial the trial
   */
  @LawInOwnType
  default void defect01_distanceDoesNotSaturate(Trial trial) {
    Geometry g = trial.geometry();
    NDArray u = trial.directions(4);
    for (double r : within(farRadius(), 0.3, 0.7, 1.5, 4, 8, 10, 12, 16, 20, 24)) {
      NDArray x = g.expOrigin(trial.scaled(u, -r));
      NDArray y = g.expOrigin(trial.scaled(u, r));
      for (double d : Check.numbers(g.distance(x, y))) {
        Check.number("distance of opposite points at " + r, 2 * r, d, fine(trial));
      }
    }
  }

  /**
   * A peer's float32 ball ends at radius 6.21: tangents of length 8 to 24 all lead there. Ours go
   * on to the working radius in the geometry's type, and to 12 in float32.
   *
   * @param trial the trial
   */
  @Law
  default void defect02_radiusDoesNotEndEarly(Trial trial) {
    Geometry g = trial.geometry();
    boolean own = trial.type() == g.type();
    double end = own || trial.type() == DataType.FLOAT64 ? farRadius() : Math.min(12, farRadius());
    for (double r : within(end, 0.5, 1.2, 6, 7, 8, 10, 12, 16, 20, 24)) {
      NDArray x = g.expOrigin(trial.scaled(trial.directions(4), r));
      for (double d : Check.numbers(g.distance(trial.origin(4), x))) {
        Check.number("distance from the origin of expOrigin at " + r, r, d, own ? 1e-5 : 1e-2);
      }
    }
  }

  /**
   * A peer's Lorentz distance of a point to itself is −17.27 far out, or NaN, or above 0.
   *
   * @param trial the trial
   */
  @Law
  default void defect03_selfDistanceIsZeroFarOut(Trial trial) {
    Geometry g = trial.geometry();
    for (double r : within(farRadius(), 0.1, 1, 1.5, 6, 10, 12, 20, 24)) {
      NDArray x = g.expOrigin(trial.scaled(trial.directions(32), r));
      for (double d : Check.numbers(g.distance(x, x.duplicate()))) {
        Check.that("distance of a point at " + r + " to itself", d == 0, 0, d);
      }
      for (double d : Check.numbers(g.distances(x, x))) {
        Check.that("distances of points at " + r, d >= 0, "numbers of at least 0", d);
      }
    }
  }

  /**
   * A peer's curvature 1 is 0.99999996 after a float32 softplus, another's 1.3133: at its start a
   * learned geometry is exactly what was asked for.
   *
   * @param trial the trial
   */
  @Law
  default void defect04_learnedParametersStartExactly(Trial trial) {
    Geometry g = trial.geometry();
    Geometry fixed = sameButFixed();
    NDArray v = trial.frame(moderateRadius(), 20);
    NDArray x = fixed.expOrigin(v);
    NDArray y = trial.points(20);
    double tolerance = 16 * trial.epsilon();
    Check.rows("expOrigin of the learned geometry", x, g.expOrigin(v), tolerance);
    Check.each(
        "distance in the learned geometry", fixed.distance(x, y), g.distance(x, y), tolerance);
    fixed
        .parameters()
        .forEach(
            (name, value) ->
                Check.that(
                    "parameter " + name + " at the start",
                    value.equals(g.parameters().get(name)),
                    value,
                    String.valueOf(g.parameters().get(name))));
  }

  /**
   * A peer projects by an elementwise minimum: (0, −2) stays where it is, and (−0.1, 0) moves to
   * (−1, 0) when another row is outside.
   *
   * @param trial the trial
   */
  @Law
  default void defect06_projectionKnowsSignsAndRows(Trial trial) {
    Geometry g = trial.geometry();
    int coordinates = trial.coordinates();
    double[] far = new double[coordinates];
    far[coordinates - 1] = -2; // the last: on a sphere, the first leads to the antipode
    NDArray outside = trial.array(far, 1, coordinates);
    NDArray inside = g.expOrigin(trial.scaled(trial.directions(1), 0.1));
    NDArray both = g.project(NDArrays.concat(new NDList(outside, inside)));
    Check.inside("projected (…, 0, -2)", trial, both);
    Check.same("a row inside, beside (…, 0, -2)", inside, both.get("1:2"));
  }

  /**
   * A peer's distance has a wrong sign in it and is 0.00138 at radius 1, 3 and 6 alike.
   *
   * @param trial the trial
   */
  @LawInOwnType
  default void defect07_distanceGrowsWithRadius(Trial trial) {
    Geometry g = trial.geometry();
    NDArray u = trial.directions(4);
    NDArray x = g.expOrigin(trial.scaled(u, -0.5 * moderateRadius()));
    double before = 0;
    for (double r : within(Math.min(farRadius(), injectivityRadius() / 2.2), 0.2, 0.6, 1, 3, 6)) {
      NDArray y = g.expOrigin(trial.scaled(u, r));
      double wanted = 0.5 * moderateRadius() + r;
      for (double d : Check.numbers(g.distance(x, y))) {
        Check.number("distance to a point at " + r, wanted, d, fine(trial));
        Check.that("distance to a point at " + r, d > before, "more than " + before, d);
      }
      before = wanted;
    }
  }

  /**
   * A peer clips each coordinate by itself, so that the reach depends on direction and dimension:
   * 10.3 instead of 12.2 at dimension 50.
   *
   * @param trial the trial
   */
  @LawInOwnType
  default void defect08_reachIsTheSameInEveryDirectionAndDimension(Trial trial) {
    try (Trial wide = new Trial(this, 50, trial.type())) {
      Geometry g = wide.geometry();
      double[] axis = new double[50];
      axis[7] = 1;
      double[] diagonal = new double[50];
      Arrays.fill(diagonal, 1 / Math.sqrt(50));
      for (double r : within(farRadius(), 0.5, 1.5, 6, 12, 16, 24)) {
        for (double[] direction : List.of(axis, diagonal)) {
          NDArray v = wide.scaled(wide.array(direction, 1, 50), r);
          NDArray x = g.project(g.expOrigin(v));
          for (double d : Check.numbers(g.distance(wide.origin(1), x))) {
            Check.number("distance from the origin at " + r, r, d, 1e-5);
          }
        }
      }
    }
  }

  /**
   * A peer's arcosh is 0 for points 1e-9 apart.
   *
   * @param trial the trial
   */
  @Law
  default void defect09_smallDistancesSurvive(Trial trial) {
    Geometry g = trial.geometry();
    NDArray tiny = g.expOrigin(trial.scaled(trial.directions(8), 1e-9));
    for (double d : Check.numbers(g.distance(trial.origin(8), tiny))) {
      Check.number("distance from the origin of a point 1e-9 away", 1e-9, d, 1e-5);
    }
    if (trial.type() == DataType.FLOAT64) {
      NDArray x = trial.points(8);
      NDArray y = g.exp(x, trial.scaled(trial.unitTangents(x), 1e-7));
      for (double d : Check.numbers(g.distance(x, y))) {
        Check.number("distance of points 1e-7 apart", 1e-7, d, 1e-5);
      }
    }
  }

  /**
   * Peers end in NaN after many epochs: arguments outside of a domain, gradients at coincident
   * points, points that leave the manifold. Here 300 Riemannian gradient steps draw some points
   * together until they meet and drive others apart as far as the geometry goes.
   *
   * @param trial the trial
   */
  @Law
  default void defect10_noNaNAfterManySteps(Trial trial) {
    NDArray x = trial.points(8);
    for (int step = 0; step < 300; step++) {
      try (NDManager scratch = trial.manager().newSubManager()) {
        NDArray here = x.duplicate();
        here.attach(scratch);
        NDArray moved = Descent.step(trial.geometry(), here);
        moved.attach(trial.manager());
        x.close();
        x = moved;
      }
      if (step % 50 == 49) {
        Check.finite("points after " + (step + 1) + " steps", x);
        Check.inside("points after " + (step + 1) + " steps", trial, x);
      }
    }
  }

  private static double fine(Trial trial) {
    return trial.type() == DataType.FLOAT64 ? 1e-6 : 1e-5;
  }

  private static double[] within(double end, double... radii) {
    return DoubleStream.concat(DoubleStream.of(radii), DoubleStream.of(end))
        .filter(r -> r <= end)
        .sorted()
        .distinct()
        .toArray();
  }

  /** Gradient descent that draws half of the points together and drives the others apart. */
  final class Descent {

    private Descent() {}

    static NDArray step(Geometry g, NDArray x) {
      x.setRequiresGradient(true);
      try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
        NDList halves = x.split(2);
        NDArray drawn = g.distances(halves.get(0), halves.get(0)).sum();
        NDArray driven = g.distances(halves.get(1), halves.get(1)).sum();
        NDArray paired = g.distance(halves.get(0), halves.get(0).stopGradient()).sum();
        collector.backward(drawn.sub(driven).add(paired));
      }
      NDArray here = x.stopGradient();
      NDArray gradient = g.riemannianGradient(here, x.getGradient().stopGradient());
      // Every step is 0.1 long, however steep, or 0 where there is no gradient.
      NDArray length = Functions.sqrt(g.inner(here, gradient, gradient)).expandDims(-1);
      NDArray tangent = gradient.div(length.add(1e-12)).neg();
      NDArray tenth = here.onesLike().div(here.onesLike().add(9));
      return g.project(g.exp(here, tangent.mul(tenth)));
    }
  }
}
