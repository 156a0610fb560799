package org.conceptspaces.api.numeric;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.function.UnaryOperator;

/**
 * Elementwise functions, accurate to a few units in the last place over their whole domain, with
 * exact first derivatives, in float32 and float64. The engine has some of them only without, or
 * loses digits near 0.
 *
 * <p>The {@code ...c} functions ("cardinal", as in {@code sinc}) take the <em>square</em> of their
 * argument. {@code tanh(‖v‖)/‖v‖} as a function of {@code ‖v‖²} is smooth at 0, where {@code ‖v‖}
 * itself has no derivative; maps built from them need no guard at coincident points.
 */
public final class Functions {

  private Functions() {}

  /**
   * The square root, with gradient 0 at 0 instead of infinity.
   *
   * @param x at least 0
   * @return {@code √x}
   */
  public static NDArray sqrt(NDArray x) {
    NDArray fixed = x.stopGradient();
    NDArray isZero = fixed.eq(0f);
    NDArray one = fixed.onesLike();
    // Where x is 0, the root of a constant 1 instead: no gradient passes.
    return choose(isZero, one, x).sqrt().sub(choose(isZero, one, fixed.zerosLike()));
  }

  /**
   * Where numbers are 0: what to add to a divisor that may vanish.
   *
   * @param x any shape
   * @return 1 where {@code x} is 0, else 0, in the type of {@code x}; no gradient passes
   */
  public static NDArray isZero(NDArray x) {
    NDArray fixed = x.stopGradient();
    return choose(fixed.eq(0f), fixed.onesLike(), fixed.zerosLike());
  }

  /**
   * The Euclidean norm along the last axis, with gradient 0 at 0.
   *
   * @param x {@code [..., D]}
   * @return {@code ‖x‖}, {@code [...]}
   */
  public static NDArray norm(NDArray x) {
    return sqrt(squaredNorm(x));
  }

  /**
   * The squared Euclidean norm along the last axis.
   *
   * @param x {@code [..., D]}
   * @return {@code ‖x‖²}, {@code [...]}
   */
  public static NDArray squaredNorm(NDArray x) {
    return x.square().sum(new int[] {-1});
  }

  /**
   * Shortens rows that are too long; the others stay as they are.
   *
   * @param x {@code [..., D]}, with squares that do not overflow
   * @param longest the greatest norm, above 0; may be infinite
   * @return rows of norm {@code min(‖x‖, longest)}, {@code [..., D]}
   */
  public static NDArray shorten(NDArray x, double longest) {
    if (Double.isInfinite(longest)) {
      return x;
    }
    NDArray norm = norm(x).expandDims(-1);
    NDArray limit = norm.onesLike().mul(Constants.of(norm, longest));
    return x.mul(limit.div(norm.maximum(limit)));
  }

  /**
   * The dot product along the last axis.
   *
   * @param x {@code [..., D]}
   * @param y {@code [..., D]}
   * @return {@code Σ x·y}, {@code [...]}
   */
  public static NDArray dot(NDArray x, NDArray y) {
    return x.mul(y).sum(new int[] {-1});
  }

  /**
   * {@code ln(1 + x)}.
   *
   * @param x above -1
   * @return the logarithm
   */
  public static NDArray log1p(NDArray x) {
    NDArray s = x.stopGradient();
    return Derivative.attach(log1pValue(s), x, inverse(s.add(1)));
  }

  /**
   * The inverse hyperbolic sine.
   *
   * @param x any number; beyond 1e150 (1e18 in float32) the square overflows
   * @return {@code asinh(x)}
   */
  public static NDArray asinh(NDArray x) {
    NDArray s = x.stopGradient();
    return Derivative.attach(asinhValue(s), x, inverse(s.square().add(1).sqrt()));
  }

  /**
   * The inverse hyperbolic tangent.
   *
   * @param x between -1 and 1
   * @return {@code artanh(x)}
   */
  public static NDArray artanh(NDArray x) {
    return withAxis(x, Functions::artanhWithAxis);
  }

  private static NDArray artanhWithAxis(NDArray x) {
    NDArray s = x.stopGradient();
    return Derivative.attach(artanhValue(s), x, inverse(s.square().neg().add(1)));
  }

  /**
   * {@code tanh(√q)/√q}.
   *
   * @param q at least 0
   * @return 1 at 0, falling
   */
  public static NDArray tanhc(NDArray q) {
    return withAxis(q, Functions::tanhcWithAxis);
  }

  private static NDArray tanhcWithAxis(NDArray q) {
    NDArray s = q.stopGradient();
    NDArray small = Series.converges(s);
    NDArray safe = awayFromZero(s, small);
    NDArray root = safe.sqrt();
    NDArray ratio = root.tanh().div(root);
    NDArray value = choose(small, Series.TANHC.value(s), ratio);
    // d/dq tanh(r)/r = (1 - tanh² r - tanh(r)/r) / 2q
    NDArray slope = ratio.square().mul(safe).neg().add(1).sub(ratio).div(safe.add(safe));
    return Derivative.attach(value, q, choose(small, Series.TANHC.slope(s), slope));
  }

  /**
   * {@code 1/cosh²(√q) = 1 − tanh²(√q)}, to {@code 1 + √q} units in the last place.
   *
   * @param q at least 0; beyond 1.2e5 (1.9e3 in float32) the cosine's square overflows
   * @return 1 at 0, falling
   */
  public static NDArray squaredSech(NDArray q) {
    return withAxis(q, Functions::squaredSechWithAxis);
  }

  private static NDArray squaredSechWithAxis(NDArray q) {
    NDArray s = q.stopGradient();
    NDArray root = s.sqrt();
    NDArray value = inverse(root.cosh().square());
    // d/dq 1/cosh² r = −tanh(r)/r / cosh² r, of which tanh(0)/0 is 1
    NDArray zero = isZero(s);
    NDArray ratio = root.tanh().add(zero).div(root.add(zero));
    return Derivative.attach(value, q, value.mul(ratio).neg());
  }

  /**
   * {@code asinh(√q)/√q}.
   *
   * @param q at least 0
   * @return 1 at 0, falling
   */
  public static NDArray asinhc(NDArray q) {
    return withAxis(q, Functions::asinhcWithAxis);
  }

  private static NDArray asinhcWithAxis(NDArray q) {
    NDArray s = q.stopGradient();
    NDArray small = Series.converges(s);
    NDArray safe = awayFromZero(s, small);
    NDArray root = safe.sqrt();
    NDArray ratio = asinhValue(root).div(root);
    NDArray value = choose(small, Series.ASINHC.value(s), ratio);
    // d/dq asinh(r)/r = (1/√(1+q) - asinh(r)/r) / 2q
    NDArray slope = inverse(safe.add(1).sqrt()).sub(ratio).div(safe.add(safe));
    return Derivative.attach(value, q, choose(small, Series.ASINHC.slope(s), slope));
  }

  /**
   * {@code sinh(√q)/√q}.
   *
   * @param q at least 0; beyond 5e5 (7e3 in float32) the sine overflows
   * @return 1 at 0, rising
   */
  public static NDArray sinhc(NDArray q) {
    return withAxis(q, Functions::sinhcWithAxis);
  }

  private static NDArray sinhcWithAxis(NDArray q) {
    NDArray s = q.stopGradient();
    NDArray small = Series.converges(s);
    NDArray safe = awayFromZero(s, small);
    NDArray root = safe.sqrt();
    NDArray ratio = root.sinh().div(root);
    NDArray value = choose(small, Series.SINHC.value(s), ratio);
    // d/dq sinh(r)/r = (cosh r - sinh(r)/r) / 2q
    NDArray slope = root.cosh().sub(ratio).div(safe.add(safe));
    return Derivative.attach(value, q, choose(small, Series.SINHC.slope(s), slope));
  }

  /**
   * {@code asinh √q = ln(√q + √(1 + q))}, in the fast form: good to a few units in the last place
   * of 1, absolute. The derivative is {@code ½/r}, {@code r = √(q(1 + q))}, written {@code ½r/(r² +
   * ε)} to be 0 at 0.
   *
   * @param q at least 0
   * @return at least 0
   */
  public static NDArray asinhOfRoot(NDArray q) {
    NDArray s = q.stopGradient();
    NDArray more = s.add(1);
    NDArray root = s.sqrt();
    NDArray hypotenuse = more.sqrt();
    NDArray value = root.add(hypotenuse).log();
    double tiny = q.getDataType() == DataType.FLOAT64 ? 1e-300 : 1e-37;
    NDArray twiceSquare = s.add(s).mul(more).add(Constants.of(q, tiny));
    return Derivative.attach(value, q, root.mul(hypotenuse).div(twiceSquare));
  }

  /** An array without axes would be promoted to float64 by the constants it meets. */
  private static NDArray withAxis(NDArray x, UnaryOperator<NDArray> function) {
    return x.getShape().dimension() == 0
        ? function.apply(x.reshape(1)).reshape(x.getShape())
        : function.apply(x);
  }

  private static NDArray awayFromZero(NDArray q, NDArray small) {
    return choose(small, q.onesLike(), q);
  }

  /**
   * One of two numbers each. Gradients pass to the chosen ones alone; a NaN or infinity in the
   * derivative of the others still turns theirs into NaN, so keep their arguments in order.
   *
   * @param condition a boolean array of the shape of both
   * @param yes what to take where it is true
   * @param no what to take where it is false, of the same type
   * @return an array in the manager of {@code yes}
   */
  public static NDArray choose(NDArray condition, NDArray yes, NDArray no) {
    return yes.getNDArrayInternal().where(condition, no);
  }

  private static NDArray inverse(NDArray x) {
    return x.onesLike().div(x);
  }

  /** Kahan's form: the error of {@code 1 + x} cancels in {@code x / ((1 + x) - 1)}. */
  private static NDArray log1pValue(NDArray x) {
    NDArray sum = x.add(1);
    NDArray lost = sum.eq(1f);
    NDArray step = choose(lost, x.onesLike(), sum.sub(1));
    NDArray direct = sum.log().mul(x.div(step));
    return choose(lost, x, direct);
  }

  private static NDArray asinhValue(NDArray x) {
    NDArray a = x.abs();
    NDArray q = a.square();
    // asinh a = log1p(a + a²/(1 + √(1 + a²)))
    NDArray inner = a.add(q.div(q.add(1).sqrt().add(1)));
    return log1pValue(inner).mul(x.sign());
  }

  private static NDArray artanhValue(NDArray x) {
    NDArray a = x.abs();
    // artanh a = log1p(2a/(1 - a))/2
    NDArray inner = a.add(a).div(a.neg().add(1));
    return log1pValue(inner).mul(Constants.of(x, 0.5)).mul(x.sign());
  }
}
