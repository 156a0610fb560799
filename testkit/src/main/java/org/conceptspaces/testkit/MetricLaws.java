package org.conceptspaces.testkit;

import ai.djl.ndarray.NDArray;
import org.conceptspaces.api.Geometry;

/** Laws of {@link Geometry#distance} as a metric. */
public interface MetricLaws extends GeometryFixture {

  /**
   * A point is at distance 0 from itself, exactly, wherever it is.
   *
   * @param trial the trial
   */
  @Law
  default void distanceToItselfIsZero(Trial trial) {
    NDArray x = trial.points(Math.min(farRadius(), geometry().radius()), 20);
    NDArray d = trial.geometry().distance(x, x.duplicate());
    Check.same("distance(x, x)", d.zerosLike(), d);
  }

  /**
   * Different points are at a distance above 0.
   *
   * @param trial the trial
   */
  @Law
  default void distanceIsPositive(Trial trial) {
    NDArray d = trial.geometry().distance(trial.points(20), trial.points(20));
    for (double value : Check.numbers(d)) {
      Check.that("distance of two random points", value > 0, "a number above 0", value);
    }
  }

  /**
   * The way back is as long.
   *
   * @param trial the trial
   */
  @Law
  default void distanceIsSymmetric(Trial trial) {
    NDArray x = trial.points(20);
    NDArray y = trial.points(20);
    Geometry g = trial.geometry();
    Check.each("distance(y, x)", g.distance(x, y), g.distance(y, x), trial.tolerance());
  }

  /**
   * No detour is shorter.
   *
   * @param trial the trial
   */
  @Law
  default void distanceSatisfiesTriangleInequality(Trial trial) {
    NDArray x = trial.points(50);
    NDArray y = trial.points(50);
    NDArray z = trial.points(50);
    Geometry g = trial.geometry();
    double[] direct = Check.numbers(g.distance(x, z));
    double[] detour = Check.numbers(g.distance(x, y).add(g.distance(y, z)));
    for (int i = 0; i < direct.length; i++) {
      Check.that(
          "triangle inequality, row " + i,
          direct[i] <= detour[i] * (1 + trial.tolerance()) + trial.tolerance(),
          "at most " + detour[i],
          direct[i]);
    }
  }

  /**
   * A point on the geodesic is no detour: {@code distance(x, m) + distance(m, y) = distance(x, y)}
   * for {@code m = exp(x, log(x, y)/2)}, half-way.
   *
   * @param trial the trial
   */
  @Law
  default void geodesicsAreShortest(Trial trial) {
    NDArray x = trial.points(20);
    NDArray y = trial.points(20);
    Geometry g = trial.geometry();
    NDArray middle = g.exp(x, trial.scaled(g.log(x, y), 0.5));
    NDArray half = trial.scaled(g.distance(x, y), 0.5);
    Check.each("distance to the middle", half, g.distance(x, middle), trial.tolerance());
    Check.each("distance from the middle", half, g.distance(middle, y), trial.tolerance());
  }

  /**
   * The distance is the length of the logarithm: {@code distance(x, y)² = inner(x, log, log)}.
   *
   * @param trial the trial
   */
  @Law
  default void distanceIsNormOfLog(Trial trial) {
    NDArray x = trial.points(20);
    NDArray y = trial.points(20);
    Geometry g = trial.geometry();
    NDArray v = g.log(x, y);
    Check.each("‖log(x, y)‖", g.distance(x, y), g.inner(x, v, v).sqrt(), trial.tolerance());
  }

  /**
   * No tangent has a negative square, wherever it sits: {@code inner(x, v, v) ≥ 0} from the origin
   * to the far radius, or lengths and gradients become NaN there. A difference of large numbers,
   * such as the Minkowski product of coordinates far out on a hyperboloid, rounds below 0.
   *
   * @param trial the trial
   */
  @LawInOwnType
  default void innerIsNotNegative(Trial trial) {
    Geometry g = trial.geometry();
    for (double r : Far.radii(trial)) {
      NDArray x = g.expOrigin(trial.scaled(trial.directions(20), r));
      NDArray v = g.riemannianGradient(x, trial.normal(x.getShape().getShape()));
      for (double square : Check.numbers(g.inner(x, v, v))) {
        Check.that("inner(x, v, v) at " + r, square >= 0, "a number of at least 0", square);
      }
    }
  }
}
