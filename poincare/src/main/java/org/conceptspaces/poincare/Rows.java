package org.conceptspaces.poincare;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import org.conceptspaces.api.numeric.Casts;
import org.conceptspaces.api.numeric.Constants;
import org.conceptspaces.api.numeric.Functions;

/**
 * Sums over coordinates. The last axis is kept, with length 1: the results broadcast against
 * coordinates, and having an axis they keep float32 where they meet constants.
 */
final class Rows {

  private static final int[] LAST = {-1};

  private Rows() {}

  /** {@code ‖x‖²}, {@code [..., D]} to {@code [..., 1]}. */
  static NDArray squaredNorm(NDArray x) {
    return x.square().sum(LAST, true);
  }

  /** {@code ⟨x, y⟩}, {@code [..., D]} to {@code [..., 1]}. */
  static NDArray dot(NDArray x, NDArray y) {
    return x.mul(y).sum(LAST, true);
  }

  /** Takes the kept axis away, {@code [..., 1]} to {@code [...]}. */
  static NDArray drop(NDArray x) {
    return x.squeeze(-1);
  }

  /**
   * Shortens rows that are too long and leaves the others as they are, bit for bit. Right for any
   * finite coordinates, however large.
   *
   * @param x rows, {@code [..., D]}
   * @param radius the unit of length, broadcast against {@code [..., 1]}
   * @param bound the greatest norm that is left alone, in radii
   * @param target the norm that longer rows get, in radii
   * @return rows, {@code [..., D]}; gradients pass
   */
  static NDArray limit(NDArray x, NDArray radius, double bound, double target) {
    // Norms in float64, whose rounding is far below any margin between bound and target.
    NDArray wide = Casts.to(x, DataType.FLOAT64);
    NDArray largest = wide.stopGradient().abs().max(LAST, true);
    NDArray zeroRow = Functions.isZero(largest);
    // Divided by their largest coordinate, rows have squares that neither overflow nor vanish. The
    // divisor drops out of the result, so no gradient need flow through it.
    NDArray scale = largest.add(zeroRow);
    NDArray unit = wide.div(scale);
    NDArray norm = squaredNorm(unit).add(zeroRow).sqrt();
    NDArray most = scale.onesLike().div(scale).mul(radius).stopGradient();
    NDArray outside = norm.stopGradient().sub(zeroRow).gt(most.mul(Constants.of(x, bound)));
    NDArray shortened = unit.div(norm).mul(radius).mul(Constants.of(x, target));
    return Functions.choose(
        outside.broadcast(x.getShape()), Casts.to(shortened, x.getDataType()), x);
  }
}
