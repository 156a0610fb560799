package org.conceptspaces.testkit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import org.conceptspaces.api.Geometry;

/** Laws of the pairwise forms, {@link Geometry#distances} and {@link Geometry#affinity}. */
public interface PairwiseLaws extends GeometryFixture {

  /**
   * The fast form agrees with the accurate one, for points that are not close: to 1e-6, or 1e-3 in
   * float32.
   *
   * @param trial the trial
   */
  @Law
  default void distancesAgreeWithDistance(Trial trial) {
    Geometry g = trial.geometry();
    NDArray x = trial.points(2, 5);
    NDArray y = trial.points(2, 4);
    NDArray wanted = g.distance(x.expandDims(-2), y.expandDims(-3));
    NDArray actual = g.distances(x, y);
    Check.shape("distances(x, y)", actual, 2, 5, 4);
    double tolerance = trial.type() == DataType.FLOAT32 ? 1e-3 : 1e-6;
    // Beside the relative error, what cancelling squares leave: the root of an ulp.
    Check.each("distances(x, y) against distance", wanted, actual, tolerance);
  }

  /**
   * Where points coincide the fast form is at least 0, and at most what cancelling squares leave.
   *
   * @param trial the trial
   */
  @Law
  default void distancesOfCoincidentPointsAreNearZero(Trial trial) {
    NDArray x = trial.points(6);
    double[] all = Check.numbers(trial.geometry().distances(x, x));
    double bound = 40 * Math.sqrt(trial.epsilon());
    for (int i = 0; i < all.length; i++) {
      Check.that("distances(x, x), entry " + i, all[i] >= 0, "a number of at least 0", all[i]);
      if (i % 7 == 0) {
        Check.that("distances(x, x), entry " + i, all[i] <= bound, "at most " + bound, all[i]);
      }
    }
  }

  /**
   * The nearer, the stronger: along a ray, {@code affinity} falls strictly.
   *
   * @param trial the trial
   */
  @Law
  default void affinityFallsWithDistance(Trial trial) {
    Geometry g = trial.geometry();
    NDArray x = trial.points(5, 1);
    NDArray unit = trial.unitTangents(x);
    double reach = moderateRadius();
    NDArray steps = trial.array(new double[] {0.1, 0.2, 0.4, 0.6, 0.8, 1}, 6, 1);
    NDArray along = g.exp(x, unit.mul(trial.scaled(steps, reach)));
    double[] scores = Check.numbers(g.affinity(x, along));
    for (int i = 0; i < scores.length; i++) {
      if (i % 6 > 0) {
        Check.that(
            "affinity along a ray, entry " + i,
            scores[i] < scores[i - 1],
            "less than " + scores[i - 1],
            scores[i]);
      }
    }
  }
}
