package org.conceptspaces.poincare;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Activation;
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
   * Fast, {@code [..., n, D]} and {@code [..., m, D]} to {@code [..., n, m]}. One matrix product
   * gives {@code q}: {@code c/m_x·[−2x, ‖x‖², 1]} times {@code 1/m_y·[y, 1, ‖y‖²]}.
   */
  static NDArray pairs(Curvature curvature, NDArray x, NDArray y) {
    NDArray xx = Rows.squaredNorm(x);
    NDArray yy = Rows.squaredNorm(y);
    NDArray left = x.mul(Constants.of(x, -2)).concat(xx, -1).concat(xx.onesLike(), -1);
    NDArray right = y.concat(yy.onesLike(), -1).concat(yy, -1);
    NDArray scaledLeft = left.div(BallNorms.fastGap(curvature, x)).mul(curvature.c(x));
    NDArray scaledRight = right.div(BallNorms.fastGap(curvature, y));
    NDArray q = Activation.relu(scaledLeft.matMul(transposed(scaledRight)));
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

  private static NDArray transposed(NDArray x) {
    int axes = x.getShape().dimension();
    return x.swapAxes(axes - 2, axes - 1);
  }
}
