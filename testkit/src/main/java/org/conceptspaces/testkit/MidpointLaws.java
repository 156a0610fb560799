package org.conceptspaces.testkit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import org.conceptspaces.api.Geometry;

/** Laws of weighted midpoints. */
public interface MidpointLaws extends GeometryFixture {

  /**
   * The order of points does not matter.
   *
   * @param trial the trial
   */
  @Law
  default void midpointIsSymmetric(Trial trial) {
    Geometry g = trial.geometry();
    NDArray a = trial.points(3, 2);
    NDArray b = trial.points(3, 3);
    NDArray wa = trial.uniform(0.1, 1, 3, 4, 2);
    NDArray wb = trial.uniform(0.1, 1, 3, 4, 3);
    NDArray forth = g.midpoint(joined(1, a, b), joined(2, wa, wb));
    NDArray back = g.midpoint(joined(1, b, a), joined(2, wb, wa));
    Check.shape("midpoint(points, weights)", forth, 3, 4, trial.coordinates());
    Check.rows("midpoint of reordered points", forth, back, trial.tolerance());
  }

  /**
   * Weights count up to a common factor only.
   *
   * @param trial the trial
   */
  @Law
  default void midpointIgnoresScaleOfWeights(Trial trial) {
    Geometry g = trial.geometry();
    NDArray x = trial.points(5);
    NDArray w = trial.uniform(0.1, 1, 4, 5);
    NDArray wanted = g.midpoint(x, w);
    for (double factor : new double[] {7.5, 1e-6}) {
      NDArray actual = g.midpoint(x, trial.scaled(w, factor));
      Check.rows("midpoint with weights × " + factor, wanted, actual, trial.tolerance());
    }
  }

  /**
   * All weight on one point gives that point.
   *
   * @param trial the trial
   */
  @Law
  default void midpointOfOneHotWeightsIsThePoint(Trial trial) {
    NDArray x = trial.points(3);
    NDArray w = trial.array(new double[] {1, 0, 0, 0, 0.3, 0, 0, 0, 1}, 3, 3);
    Check.rows("midpoint, one-hot", x, trial.geometry().midpoint(x, w), trial.tolerance());
  }

  /**
   * A row without weight gives the origin.
   *
   * @param trial the trial
   */
  @Law
  default void midpointWithoutWeightIsTheOrigin(Trial trial) {
    NDArray x = trial.points(3);
    NDArray w = trial.array(new double[] {0, 0, 0, 1, 1, 1}, 2, 3);
    NDArray actual = trial.geometry().midpoint(x, w);
    Check.finite("midpoint, beside a row without weight", actual);
    Check.rows("midpoint without weight", trial.origin(1), actual.get("0:1"), trial.tolerance());
  }

  /**
   * Two points of equal weight are equally far from their midpoint, half the way each.
   *
   * @param trial the trial
   */
  @Law
  default void midpointOfTwoIsHalfway(Trial trial) {
    Geometry g = trial.geometry();
    NDArray x = trial.points(20);
    NDArray y = trial.points(20);
    NDArray both = NDArrays.stack(new NDList(x, y), 1);
    NDArray middle = g.midpoint(both, both.get(":, :, 0").expandDims(1).onesLike()).squeeze(1);
    NDArray half = trial.scaled(g.distance(x, y), 0.5);
    Check.each("distance to the midpoint", half, g.distance(x, middle), trial.tolerance());
    Check.each("distance from the midpoint", half, g.distance(middle, y), trial.tolerance());
  }

  /**
   * More weight on a point draws the midpoint nearer to it.
   *
   * @param trial the trial
   */
  @Law
  default void midpointFollowsWeights(Trial trial) {
    Geometry g = trial.geometry();
    NDArray x = trial.points(2);
    NDArray w = trial.array(new double[] {1, 4, 1, 1, 4, 1}, 3, 2);
    double[] d = Check.numbers(g.distance(g.midpoint(x, w), x.get("0:1")));
    Check.that("distance to a point of weight 1 of 5, 1 of 2, 4 of 5", d[0] > d[1], "falling", d);
    Check.that("distance to a point of weight 1 of 5, 1 of 2, 4 of 5", d[1] > d[2], "falling", d);
  }

  /**
   * Midpoints are inside, of points as far out as {@code radius()} too.
   *
   * @param trial the trial
   */
  @Law
  default void midpointIsInside(Trial trial) {
    Geometry g = trial.geometry();
    NDArray w = trial.uniform(0, 1, 6, 5);
    Check.inside("midpoint", trial, g.midpoint(trial.points(5), w));
    NDArray far = trial.points(Math.min(farRadius(), g.radius()), 5);
    Check.inside("midpoint of far points", trial, g.midpoint(far, w));
  }

  private static NDArray joined(int axis, NDArray a, NDArray b) {
    return NDArrays.concat(new NDList(a, b), axis);
  }
}
