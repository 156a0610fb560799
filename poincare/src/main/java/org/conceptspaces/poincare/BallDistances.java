package org.conceptspaces.poincare;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Activation;
import org.conceptspaces.api.numeric.Casts;
import org.conceptspaces.api.numeric.Constants;
import org.conceptspaces.api.numeric.Functions;
import org.conceptspaces.api.numeric.Rows;
import org.conceptspaces.api.numeric.Temporaries;

/**
 * {@code d = (2/√c) asinh √q} with {@code q = c‖x − y‖²/(m_x m_y)}. The better-known {@code
 * arcosh(1 + 2q)} loses small {@code q} in the 1; {@code artanh ‖−x ⊕ y‖} saturates for far points.
 */
final class BallDistances {

  private BallDistances() {}

  /** Accurate, {@code [..., D]} and {@code [..., D]} to {@code [...]}. */
  static NDArray rows(BallCurvature curvature, NDArray x, NDArray y) {
    try (Temporaries temporaries = Temporaries.below(x.getManager())) {
      NDArray own = temporaries.use(x);
      NDArray other = temporaries.use(y);
      NDArray norm = Functions.sqrt(difference(own, other));
      NDArray gaps = BallNorms.gap(curvature, own).mul(BallNorms.gap(curvature, other));
      NDArray ratio = norm.div(gaps.sqrt()).mul(curvature.root(x));
      NDArray distance = Functions.asinh(ratio).mul(curvature.twiceInverseRoot(x));
      return temporaries.keep(Rows.drop(distance));
    }
  }

  private static NDArray difference(NDArray x, NDArray y) {
    try (Temporaries temporaries = Temporaries.below(x.getManager())) {
      return temporaries.keep(Rows.finiteSquaredNorm(temporaries.use(x).sub(y)));
    }
  }

  /**
   * Fast, {@code [..., n, D]} and {@code [..., m, D]} to {@code [..., n, m]}: {@code ‖x − y‖²}
   * comes from one matrix product, and all else is by row or by pair.
   */
  static NDArray pairs(BallCurvature curvature, NDArray x, NDArray y) {
    DataType type = x.getDataType();
    NDArray xx = Rows.wideSquaredNorm(x);
    NDArray yy = Rows.wideSquaredNorm(y);
    NDArray left = inverseGap(curvature, xx).mul(curvature.c(x));
    NDArray right = inverseGap(curvature, yy);
    // In place: of a product autograd keeps the operands alone.
    NDArray product = x.matMul(transposed(y)).muli(Constants.of(x, -2));
    NDArray squares = product.addi(Casts.to(xx, type)).addi(Casts.to(transposed(yy), type));
    NDArray q =
        Activation.relu(squares).mul(Casts.to(left, type)).mul(Casts.to(transposed(right), type));
    return Functions.asinhOfRoot(q).mul(curvature.twiceInverseRoot(x));
  }

  private static NDArray inverseGap(BallCurvature curvature, NDArray square) {
    return square.onesLike().div(square.mul(curvature.c(square)).neg().add(1));
  }

  private static NDArray transposed(NDArray x) {
    int axes = x.getShape().dimension();
    return x.swapAxes(axes - 2, axes - 1);
  }
}
