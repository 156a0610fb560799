package org.conceptspaces.poincare;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Activation;
import org.conceptspaces.api.numeric.Casts;
import org.conceptspaces.api.numeric.Constants;
import org.conceptspaces.api.numeric.Derivative;
import org.conceptspaces.api.numeric.Functions;

/**
 * {@code d = (2/√c) asinh √q} with {@code q = c‖x − y‖²/(m_x m_y)}. The better-known {@code
 * arcosh(1 + 2q)} loses small {@code q} in the 1; {@code artanh ‖−x ⊕ y‖} saturates for far points.
 */
final class BallDistances {

  private BallDistances() {}

  /** Accurate, {@code [..., D]} and {@code [..., D]} to {@code [...]}. */
  static NDArray rows(Curvature curvature, NDArray x, NDArray y) {
    NDArray norm = Functions.sqrt(Rows.squaredNorm(x.sub(y)));
    NDArray gaps = BallNorms.gap(curvature, x).mul(BallNorms.gap(curvature, y));
    NDArray ratio = norm.div(gaps.sqrt()).mul(curvature.root(x));
    return Rows.drop(Functions.asinh(ratio).mul(curvature.twiceInverseRoot(x)));
  }

  /**
   * Fast, {@code [..., n, D]} and {@code [..., m, D]} to {@code [..., n, m]}: {@code ‖x − y‖²}
   * comes from one matrix product, and all else is by row or by pair.
   */
  static NDArray pairs(Curvature curvature, NDArray x, NDArray y) {
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
    return asinhOfRoot(q).mul(curvature.twiceInverseRoot(x));
  }

  /**
   * {@code asinh √q = ln(√q + √(1 + q))}: good to an absolute 1e-16, which is all that {@code q} is
   * worth here. The derivative is {@code ½/r}, {@code r = √(q(1 + q))}, written {@code ½r/(r² + ε)}
   * to be 0 at 0.
   */
  private static NDArray asinhOfRoot(NDArray q) {
    NDArray s = q.stopGradient();
    NDArray more = s.add(1);
    NDArray root = s.sqrt();
    NDArray hypotenuse = more.sqrt();
    NDArray value = root.add(hypotenuse).log();
    double tiny = q.getDataType() == DataType.FLOAT64 ? 1e-300 : 1e-37;
    NDArray twiceSquare = s.add(s).mul(more).add(Constants.of(q, tiny));
    return Derivative.attach(value, q, root.mul(hypotenuse).div(twiceSquare));
  }

  private static NDArray inverseGap(Curvature curvature, NDArray square) {
    return square.onesLike().div(square.mul(curvature.c(square)).neg().add(1));
  }

  private static NDArray transposed(NDArray x) {
    int axes = x.getShape().dimension();
    return x.swapAxes(axes - 2, axes - 1);
  }
}
