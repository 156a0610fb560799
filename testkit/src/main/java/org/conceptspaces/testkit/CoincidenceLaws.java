package org.conceptspaces.testkit;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.conceptspaces.api.Geometry;

/**
 * Derivatives where naive formulas divide by zero: at coincident points, at the origin, at zero
 * tangents. Where the derivative exists it must be right, where it does not (distance) it is 0.
 */
public interface CoincidenceLaws extends GeometryFixture {

  /**
   * The gradient of {@code distance(x, x)} is 0, near the origin, at it, and far out.
   *
   * @param trial the trial
   */
  @Law
  default void gradientOfDistanceIsZeroAtCoincidentPoints(Trial trial) {
    Geometry g = trial.geometry();
    double edge = Math.min(farRadius(), g.radius());
    for (NDArray x : List.of(trial.origin(5), trial.points(5), trial.points(edge, 5))) {
      List<NDArray> gradients =
          Gradients.of(o -> g.distance(o.get(0), o.get(1)), List.of(x, x), trial.normal(5));
      for (NDArray gradient : gradients) {
        Check.same("gradient of distance(x, x)", x.zerosLike(), gradient);
      }
    }
  }

  /**
   * The gradient of {@code distances} is finite where points coincide, and next to nothing where
   * all do: the fast form may take them for points a rounding error apart.
   *
   * @param trial the trial
   */
  @Law
  default void gradientOfDistancesIsZeroAtCoincidentPoints(Trial trial) {
    Geometry g = trial.geometry();
    for (NDArray x : List.of(trial.origin(4, 1), trial.points(4, 1))) {
      List<NDArray> gradients =
          Gradients.of(o -> g.distances(o.get(0), o.get(1)), List.of(x, x), trial.normal(4, 1, 1));
      for (NDArray gradient : gradients) {
        Check.rows("gradient of distances(x, x)", x.zerosLike(), gradient, 1e-2);
      }
    }
    NDArray x = trial.points(6);
    NDArray far = trial.points(Math.min(farRadius(), g.radius()), 6);
    for (NDArray points : List.of(x, far)) {
      List<NDArray> gradients =
          Gradients.of(
              o -> g.distances(o.get(0), o.get(1)), List.of(points, points), trial.normal(6, 6));
      for (NDArray gradient : gradients) {
        Check.finite("gradient of distances(x, x)", gradient);
      }
    }
  }

  /**
   * The derivative of {@code log(x, y)} exists at {@code y = x}, and is right there.
   *
   * @param trial the trial
   */
  @Law
  default void derivativeOfLogAtCoincidentPoints(Trial trial) {
    NDArray x = trial.points(5);
    Derivatives.check(trial, Operation.LOG, List.of(x, x.duplicate()));
    NDArray origin = trial.origin(5);
    Derivatives.check(trial, Operation.LOG, List.of(origin, origin.duplicate()));
  }

  /**
   * The derivatives of {@code exp}, {@code expOrigin} and {@code translate} exist at tangent 0,
   * that of {@code logOrigin} at the origin.
   *
   * @param trial the trial
   */
  @Law
  default void derivativesOfMapsAtZero(Trial trial) {
    NDArray x = trial.points(5);
    NDArray zero = trial.array(new double[5 * trial.dimension()], 5, trial.dimension());
    Derivatives.check(trial, Operation.EXP, List.of(x, x.zerosLike()));
    Derivatives.check(trial, Operation.EXP_ORIGIN, List.of(zero));
    Derivatives.check(trial, Operation.LOG_ORIGIN, List.of(trial.origin(5)));
    Derivatives.check(trial, Operation.TRANSLATE, List.of(x, zero));
    Derivatives.check(trial, Operation.TRANSLATE, List.of(trial.origin(5), zero));
  }

  /**
   * The derivative of {@code transport(x, y, v)} exists at {@code y = x}, and is right there.
   *
   * @param trial the trial
   */
  @Law
  default void derivativeOfTransportAtCoincidentPoints(Trial trial) {
    NDArray x = trial.points(5);
    Derivatives.check(trial, Operation.TRANSPORT, List.of(x, x.duplicate(), trial.tangents(x)));
  }

  /**
   * The derivative of {@code midpoint} exists where all points coincide, at the origin too.
   *
   * @param trial the trial
   */
  @Law
  default void derivativeOfMidpointAtCoincidentPoints(Trial trial) {
    NDArray weights = trial.uniform(0.2, 1, 2, 3, 4);
    NDArray x = trial.points(2, 1).repeat(1, 4);
    Derivatives.check(trial, Operation.MIDPOINT, List.of(x, weights));
    Derivatives.check(trial, Operation.MIDPOINT, List.of(trial.origin(2, 4), weights));
  }

  /**
   * Gradients of {@code midpoint} are finite for one-hot weights and for rows without weight, with
   * points as far out as {@code radius()}.
   *
   * @param trial the trial
   */
  @Law
  default void gradientOfMidpointIsFiniteForDegenerateWeights(Trial trial) {
    Geometry g = trial.geometry();
    NDArray weights = trial.array(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0}, 4, 3);
    double edge = Math.min(farRadius(), g.radius());
    for (NDArray x : List.of(trial.points(3), trial.points(edge, 3))) {
      List<NDArray> gradients =
          Gradients.of(
              o -> g.midpoint(o.get(0), o.get(1)),
              List.of(x, weights),
              trial.normal(4, trial.coordinates()));
      for (NDArray gradient : gradients) {
        Check.finite("gradient of midpoint with one-hot and zero rows", gradient);
      }
    }
  }
}
