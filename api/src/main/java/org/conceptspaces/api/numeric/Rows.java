package org.conceptspaces.api.numeric;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;

/**
 * Sums over coordinates. The last axis is kept, with length 1: the results broadcast against
 * coordinates, and having an axis they keep float32 where they meet constants.
 */
public final class Rows {

  private static final int[] LAST = {-1};

  private Rows() {}

  /**
   * {@code ‖x‖²}.
   *
   * @param x {@code [..., D]}
   * @return {@code [..., 1]}
   */
  public static NDArray squaredNorm(NDArray x) {
    return x.square().sum(LAST, true);
  }

  /**
   * {@code ‖x‖²} of rows whose squares do not overflow. To the last place as {@link #squaredNorm},
   * but the backward pass takes one product of coordinates instead of three.
   *
   * @param x {@code [..., D]}
   * @return {@code [..., 1]}; NaN where squares overflow
   */
  public static NDArray finiteSquaredNorm(NDArray x) {
    try (Temporaries temporaries = Temporaries.below(x.getManager())) {
      NDArray own = temporaries.use(x);
      // Half of the gradient; what is added to the value is exactly 0.
      NDArray half = own.mul(own.stopGradient()).sum(LAST, true);
      return temporaries.keep(half.sub(half.stopGradient()).add(half));
    }
  }

  /**
   * {@code ⟨x, y⟩}.
   *
   * @param x {@code [..., D]}
   * @param y {@code [..., D]}
   * @return {@code [..., 1]}
   */
  public static NDArray dot(NDArray x, NDArray y) {
    return x.mul(y).sum(LAST, true);
  }

  /**
   * Takes the kept axis away.
   *
   * @param x {@code [..., 1]}
   * @return {@code [...]}
   */
  public static NDArray drop(NDArray x) {
    return x.squeeze(-1);
  }

  /**
   * {@code ‖x‖²} in float64, of which squares of float32 are exact, with the gradient of the plain
   * sum. For float32 nothing of float64 but the result is kept for the backward pass.
   *
   * @param x {@code [..., D]}
   * @return {@code [..., 1]}, float64; infinite where squares overflow, without gradient there
   */
  public static NDArray wideSquaredNorm(NDArray x) {
    NDArray plain = squaredNorm(x);
    if (x.getDataType() == DataType.FLOAT64) {
      return plain;
    }
    NDArray fixed = plain.stopGradient();
    NDArray zero = plain.sub(fixed);
    NDArray finite = Functions.choose(fixed.isInfinite(), zero.zerosLike(), zero);
    return Casts.to(finite, DataType.FLOAT64).add(wideValue(x));
  }

  /**
   * {@code ‖x‖²} in float64, of which squares of float32 are exact.
   *
   * @param x {@code [..., D]}, float32 or float64
   * @return {@code [..., 1]}, float64; no gradient passes
   */
  public static NDArray wideValue(NDArray x) {
    try (Temporaries temporaries = Temporaries.below(x.getManager())) {
      NDArray wide = Casts.detached(temporaries.use(x), DataType.FLOAT64);
      return temporaries.keep(wide.norm(LAST, true).square());
    }
  }
}
