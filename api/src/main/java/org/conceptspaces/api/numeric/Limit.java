package org.conceptspaces.api.numeric;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;

/**
 * What rows are to be multiplied by so that none is too long, and how long they are then. Numbers
 * by row alone: to work on these instead of on coordinates is what makes maps cheap.
 *
 * @param factor exactly 1 for rows that are short enough, {@code [..., 1]}
 * @param norm the norm after the multiplication, {@code [..., 1]}
 */
public record Limit(NDArray factor, NDArray norm) {

  // Powers of two, so that they scale exactly; squares of what they have scaled do not overflow.
  private static final double DOWN64 = 0x1p-600;
  private static final double DOWN32 = 0x1p-75;

  /**
   * Looks at rows.
   *
   * @param x rows, {@code [..., D]}, finite
   * @param square the squared norms, {@code [..., 1]}; infinite where they overflow
   * @param radius the unit of length, broadcast against {@code [..., 1]}
   * @param bound the greatest norm that is left alone, in radii
   * @param target the norm that longer rows get, in radii
   * @return factor and norm in the type of {@code square}; gradients pass, but where squares
   *     overflow
   */
  public static Limit of(NDArray x, NDArray square, NDArray radius, double bound, double target) {
    NDArray zeroRow = Functions.isZero(square);
    NDArray norm = square.add(zeroRow).sqrt().sub(zeroRow);
    NDArray one = zeroRow.onesLike();
    NDArray most = one.mul(radius).mul(Constants.of(x, bound)).stopGradient();
    NDArray outside = norm.stopGradient().gt(most);
    NDArray limit = one.mul(radius).mul(Constants.of(x, target));
    // Of long rows alone: that of a very short one has an infinite slope, and 0 times that is NaN.
    NDArray inverse = one.div(Functions.choose(outside, square, one).sqrt());
    NDArray overflows = square.stopGradient().isInfinite();
    NDArray shorten = limit.mul(Functions.choose(overflows, inverseOfLong(x, zeroRow), inverse));
    return new Limit(
        Functions.choose(outside, shorten, one), Functions.choose(outside, limit, norm));
  }

  /** {@code 1/‖x‖} of rows whose squares overflow. */
  private static NDArray inverseOfLong(NDArray x, NDArray zeroRow) {
    double down = x.getDataType() == DataType.FLOAT64 ? DOWN64 : DOWN32;
    NDArray small = x.stopGradient().mul(Constants.of(x, down));
    NDArray norm = small.norm(new int[] {-1}, true).add(zeroRow);
    return zeroRow.onesLike().div(norm).mul(Constants.of(x, down));
  }
}
