package org.conceptspaces.testkit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.numeric.Functions;

/** Laws of {@link Geometry#riemannianGradient}. */
public interface RiemannianGradientLaws extends GeometryFixture {

  /**
   * Its definition: {@code inner(x, r, v) = Σ gradient·v} for tangents {@code v}.
   *
   * @param trial the trial
   */
  @Law
  default void riemannianGradientRepresentsTheDerivative(Trial trial) {
    Geometry g = trial.geometry();
    NDArray x = trial.points(20);
    NDArray partial = trial.normal(20, trial.coordinates());
    NDArray v = trial.tangents(x);
    Check.each(
        "inner(x, r, v) against Σ gradient·v",
        Functions.dot(partial, v),
        g.inner(x, g.riemannianGradient(x, partial), v),
        trial.tolerance());
  }

  /**
   * It is a tangent: {@code log(x, exp(x, r)) = r} for a short one.
   *
   * @param trial the trial
   */
  @Law
  default void riemannianGradientIsTangent(Trial trial) {
    Geometry g = trial.geometry();
    NDArray x = trial.points(20);
    NDArray r = g.riemannianGradient(x, trial.normal(20, trial.coordinates()));
    NDArray length = g.inner(x, r, r).sqrt().expandDims(-1);
    r = trial.scaled(r.div(length), 0.5 * moderateRadius());
    Check.rows("log(x, exp(x, r))", r, g.log(x, g.exp(x, r)), trial.tolerance());
  }

  /**
   * Along geodesics, a smooth function changes as its Riemannian gradient says: against central
   * differences of {@code f(x) = Σ sin(aᵢxᵢ) + bᵢxᵢ}.
   *
   * @param trial the trial
   */
  @Law
  default void riemannianGradientAgreesWithCentralDifferences(Trial trial) {
    Geometry g = trial.geometry();
    NDArray x = trial.points(20);
    NDArray a = trial.normal(20, trial.coordinates());
    NDArray b = trial.normal(20, trial.coordinates());
    NDArray partial = a.mul(x).cos().mul(a).add(b);
    NDArray v = trial.tangents(x);
    double step = trial.type() == DataType.FLOAT32 ? 3e-2 : 1e-4;
    NDArray ahead = smooth(g.exp(x, trial.scaled(v, step)), a, b);
    NDArray behind = smooth(g.exp(x, trial.scaled(v, -step)), a, b);
    NDArray slope = trial.scaled(ahead.sub(behind), 0.5 / step);
    // Errors of the difference: about step²·f''' and ε·f/step.
    double tolerance = trial.type() == DataType.FLOAT32 ? 5e-2 : 1e-6;
    Check.each(
        "inner(x, r, v) against central differences",
        slope,
        g.inner(x, g.riemannianGradient(x, partial), v),
        tolerance);
  }

  private static NDArray smooth(NDArray x, NDArray a, NDArray b) {
    return a.mul(x).sin().add(b.mul(x)).sum(new int[] {-1});
  }
}
