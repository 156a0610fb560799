package org.conceptspaces.poincare;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import org.conceptspaces.api.numeric.Casts;
import org.conceptspaces.api.numeric.Constants;
import org.conceptspaces.api.numeric.Rows;
import org.conceptspaces.api.numeric.Temporaries;

/**
 * {@code m = 1 − c‖x‖²}, on which every formula of the ball stands ({@code λ = 2/m}). Near the edge
 * it is a small difference of numbers near 1: at distance 24 from the origin {@code m} is 1.5e-10,
 * of which the plain formula keeps six digits, and every distance to the point is as wrong as m.
 */
final class BallNorms {

  private static final int[] LAST = {-1};

  private BallNorms() {}

  /**
   * {@code 1 − c‖x‖²}, of the coordinates as they are stored: to its last place but for an absolute
   * 4e-23 (4e-16 in float32), which at distance 24 from the origin is a relative 3e-13.
   *
   * @param curvature the curvature
   * @param x {@code [..., D]}
   * @return {@code [..., 1]}; the gradient is {@code −2c·x} towards {@code x}, {@code −‖x‖²}
   *     towards {@code c}
   */
  static NDArray gap(BallCurvature curvature, NDArray x) {
    // The value of one formula with the gradient of another, which keeps nothing but x.
    NDArray plain = Rows.finiteSquaredNorm(x).mul(curvature.c(x)).neg();
    NDArray value =
        x.getDataType() == DataType.FLOAT64
            ? split(curvature, x)
            : Casts.detached(Rows.wideValue(x).mul(curvature.c(x)).neg().add(1), x.getDataType());
    return plain.sub(plain.stopGradient()).add(value.stopGradient());
  }

  /**
   * With {@code x = a + b}, {@code a} a multiple of a coarse grid: {@code ‖x‖² = ‖a‖² + 2⟨b, x⟩ −
   * ‖b‖²}. The first sum is exact, the others are small, and so are their errors. In one array:
   * what this costs is memory that is read and written.
   */
  private static NDArray split(BallCurvature curvature, NDArray x) {
    try (Temporaries temporaries = Temporaries.below(x.getManager())) {
      NDArray own = temporaries.use(x.stopGradient());
      NDArray rounder = curvature.rounder(x);
      NDArray coordinates = own.add(rounder).subi(rounder);
      NDArray exact = onGrid(coordinates.norm(LAST, true).square(), curvature.squareRounder(x));
      coordinates.subi(own);
      NDArray square = coordinates.norm(LAST, true).square();
      NDArray dot = coordinates.muli(own).sum(LAST, true);
      NDArray rest = dot.add(dot).add(square).neg();
      NDArray product = exact.mul(curvature.c(x));
      // Exact where it is small: between numbers within a factor of 2 of each other.
      NDArray gap = product.neg().add(1);
      if (!curvature.powerOfTwo()) {
        gap = gap.sub(productError(curvature, exact, product));
      }
      return temporaries.keep(gap.sub(rest.mul(curvature.c(x))));
    }
  }

  /** The norm has rounded its root; the sum below it was a multiple of the grid's square. */
  private static NDArray onGrid(NDArray square, NDArray rounder) {
    return square.add(rounder).sub(rounder);
  }

  /** {@code c·h − fl(c·h)} by Dekker's product, exact. */
  private static NDArray productError(BallCurvature curvature, NDArray h, NDArray product) {
    NDArray t = h.mul(Constants.of(h, Splitting.HALF));
    NDArray high = t.sub(t.sub(h));
    NDArray low = h.sub(high);
    NDArray c1 = curvature.high(h);
    NDArray c2 = curvature.low(h);
    return high.mul(c1).sub(product).add(low.mul(c1)).add(high.mul(c2)).add(low.mul(c2));
  }
}
