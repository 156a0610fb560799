package org.conceptspaces.testkit;

import ai.djl.ndarray.NDArray;
import org.conceptspaces.api.Geometry;

/** Laws of the exponential and logarithmic maps, at any point and at the origin. */
public interface MapLaws extends GeometryFixture {

  /**
   * {@code exp(x, log(x, y)) = y}.
   *
   * @param trial the trial
   */
  @Law
  default void expInvertsLog(Trial trial) {
    NDArray x = trial.points(20);
    NDArray y = trial.points(20);
    Geometry g = trial.geometry();
    Check.rows("exp(x, log(x, y))", y, g.exp(x, g.log(x, y)), trial.tolerance());
  }

  /**
   * {@code log(x, exp(x, v)) = v}, for tangents that are not themselves a logarithm.
   *
   * @param trial the trial
   */
  @Law
  default void logInvertsExp(Trial trial) {
    NDArray x = trial.points(20);
    Geometry g = trial.geometry();
    NDArray v = trial.scaled(trial.tangents(x), 0.7);
    Check.rows("log(x, exp(x, v))", v, g.log(x, g.exp(x, v)), trial.tolerance());
  }

  /**
   * No tangent, no way: {@code exp(x, 0) = x} and {@code log(x, x) = 0}.
   *
   * @param trial the trial
   */
  @Law
  default void mapsAreTrivialAtThePointItself(Trial trial) {
    NDArray x = trial.points(20);
    Geometry g = trial.geometry();
    Check.rows("exp(x, 0)", x, g.exp(x, x.zerosLike()), trial.tolerance());
    Check.rows("log(x, x)", x.zerosLike(), g.log(x, x), trial.tolerance());
  }

  /**
   * What {@code exp} yields is inside, at everyday places and from there out to {@code radius()}.
   *
   * @param trial the trial
   */
  @Law
  default void expLandsInside(Trial trial) {
    Geometry g = trial.geometry();
    NDArray x = trial.points(20);
    Check.inside("exp(x, v)", trial, g.exp(x, trial.tangents(x)));
    NDArray far = trial.points(Math.min(farRadius(), g.radius()), 20);
    Check.inside("expOrigin(v)", trial, far);
  }

  /**
   * {@code expOrigin} and {@code logOrigin} undo each other, from {@code d} components to {@code
   * coordinates(d)} and back.
   *
   * @param trial the trial
   */
  @Law
  default void logOriginInvertsExpOrigin(Trial trial) {
    Geometry g = trial.geometry();
    NDArray v = trial.frame(moderateRadius(), 20);
    NDArray x = g.expOrigin(v);
    Check.shape("expOrigin(v)", x, 20, trial.coordinates());
    Check.rows("logOrigin(expOrigin(v))", v, g.logOrigin(x), trial.tolerance());
    Check.rows("expOrigin(logOrigin(x))", x, g.expOrigin(g.logOrigin(x)), trial.tolerance());
  }

  /**
   * The frame at the origin is orthonormal: {@code distance(origin, expOrigin(v)) = ‖v‖}, and inner
   * products of tangents at the origin are dot products of their components.
   *
   * @param trial the trial
   */
  @Law
  default void frameAtOriginIsOrthonormal(Trial trial) {
    Geometry g = trial.geometry();
    NDArray u = trial.frame(moderateRadius(), 20);
    NDArray v = trial.frame(moderateRadius(), 20);
    NDArray origin = trial.origin(20);
    NDArray length = u.square().sum(new int[] {-1}).sqrt();
    Check.each(
        "distance(origin, expOrigin(v)) against ‖v‖",
        length,
        g.distance(origin, g.expOrigin(u)),
        trial.tolerance());
    NDArray inner = g.inner(origin, g.log(origin, g.expOrigin(u)), g.log(origin, g.expOrigin(v)));
    Check.each(
        "inner product at the origin against the dot product",
        u.mul(v).sum(new int[] {-1}),
        inner,
        trial.tolerance());
  }

  /**
   * {@code translate(x, v)} is {@code exp} at {@code x} of {@code v} carried there.
   *
   * @param trial the trial
   */
  @Law
  default void translateIsExpOfTransported(Trial trial) {
    Geometry g = trial.geometry();
    NDArray x = trial.points(20);
    NDArray v = trial.frame(moderateRadius(), 20);
    NDArray origin = trial.origin(20);
    NDArray carried = g.transport(origin, x, g.log(origin, g.expOrigin(v)));
    Check.rows("translate(x, v)", g.exp(x, carried), g.translate(x, v), trial.tolerance());
  }
}
