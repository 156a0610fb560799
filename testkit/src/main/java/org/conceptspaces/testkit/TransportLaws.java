package org.conceptspaces.testkit;

import ai.djl.ndarray.NDArray;
import org.conceptspaces.api.Geometry;

/** Laws of parallel transport and the inner product. */
public interface TransportLaws extends GeometryFixture {

  /**
   * Lengths and angles stay: {@code inner(y, Tu, Tv) = inner(x, u, v)}.
   *
   * @param trial the trial
   */
  @Law
  default void transportKeepsInnerProduct(Trial trial) {
    Geometry g = trial.geometry();
    NDArray x = trial.points(20);
    NDArray y = trial.points(20);
    NDArray u = trial.tangents(x);
    NDArray v = trial.tangents(x);
    Check.each(
        "inner(y, Tu, Tv) against inner(x, u, v)",
        g.inner(x, u, v),
        g.inner(y, g.transport(x, y, u), g.transport(x, y, v)),
        trial.tolerance());
  }

  /**
   * There and back changes nothing, nor does staying.
   *
   * @param trial the trial
   */
  @Law
  default void transportThereAndBackIsIdentity(Trial trial) {
    Geometry g = trial.geometry();
    NDArray x = trial.points(20);
    NDArray y = trial.points(20);
    NDArray v = trial.tangents(x);
    Check.rows("there and back", v, g.transport(y, x, g.transport(x, y, v)), trial.tolerance());
    Check.rows("transport(x, x, v)", v, g.transport(x, x, v), trial.tolerance());
  }

  /**
   * A geodesic's velocity is parallel along it: {@code transport(x, y, log(x, y)) = -log(y, x)}.
   * This tells parallel transport from other maps that keep inner products.
   *
   * @param trial the trial
   */
  @Law
  default void transportCarriesGeodesicVelocity(Trial trial) {
    Geometry g = trial.geometry();
    NDArray x = trial.points(20);
    NDArray y = trial.points(20);
    Check.rows(
        "transport(x, y, log(x, y))",
        g.log(y, x).neg(),
        g.transport(x, y, g.log(x, y)),
        trial.tolerance());
  }

  /**
   * Transport is linear: {@code T(2u - v) = 2Tu - Tv}.
   *
   * @param trial the trial
   */
  @Law
  default void transportIsLinear(Trial trial) {
    Geometry g = trial.geometry();
    NDArray x = trial.points(20);
    NDArray y = trial.points(20);
    NDArray u = trial.tangents(x);
    NDArray v = trial.tangents(x);
    Check.rows(
        "T(2u - v)",
        g.transport(x, y, u).add(g.transport(x, y, u)).sub(g.transport(x, y, v)),
        g.transport(x, y, u.add(u).sub(v)),
        trial.tolerance());
  }

  /**
   * The inner product is symmetric, linear and positive.
   *
   * @param trial the trial
   */
  @Law
  default void innerIsAnInnerProduct(Trial trial) {
    Geometry g = trial.geometry();
    NDArray x = trial.points(20);
    NDArray u = trial.tangents(x);
    NDArray v = trial.tangents(x);
    NDArray w = trial.tangents(x);
    Check.each("inner(x, v, u)", g.inner(x, u, v), g.inner(x, v, u), trial.tolerance());
    Check.each(
        "inner(x, u + w, v)",
        g.inner(x, u, v).add(g.inner(x, w, v)),
        g.inner(x, u.add(w), v),
        trial.tolerance());
    for (double square : Check.numbers(g.inner(x, u, u))) {
      Check.that("inner(x, u, u)", square > 0, "a number above 0", square);
    }
  }
}
