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

  // Below these the series are used: their first omitted term is below 1e-16 (1e-9 in float32) of
  // the result. Above, the closed forms of the derivatives lose two digits (one) to cancellation.
  private static final float SMALL64 = 1e-2f;
  private static final float SMALL32 = 0.1f;

  /** Taylor coefficients of tanh(√q)/√q. */
  private static final double[] TANHC = {
    1,
    -1. / 3,
    2. / 15,
    -17. / 315,
    62. / 2835,
    -1382. / 155925,
    21844. / 6081075,
    -929569. / 638512875
  };

  /** Taylor coefficients of asinh(√q)/√q. */
  private static final double[] ASINHC = {
    1, -1. / 6, 3. / 40, -15. / 336, 105. / 3456, -945. / 42240, 10395. / 599040, -135135. / 9676800
  };

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
    NDArray small = small(s);
    NDArray safe = awayFromZero(s, small);
    NDArray root = safe.sqrt();
    NDArray ratio = root.tanh().div(root);
    NDArray value = choose(small, series(s, TANHC), ratio);
    // d/dq tanh(r)/r = (1 - tanh² r - tanh(r)/r) / 2q
    NDArray slope = ratio.square().mul(safe).neg().add(1).sub(ratio).div(safe.add(safe));
    return Derivative.attach(value, q, choose(small, series(s, differentiate(TANHC)), slope));
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
    NDArray small = small(s);
    NDArray safe = awayFromZero(s, small);
    NDArray root = safe.sqrt();
    NDArray ratio = asinhValue(root).div(root);
    NDArray value = choose(small, series(s, ASINHC), ratio);
    // d/dq asinh(r)/r = (1/√(1+q) - asinh(r)/r) / 2q
    NDArray slope = inverse(safe.add(1).sqrt()).sub(ratio).div(safe.add(safe));
    return Derivative.attach(value, q, choose(small, series(s, differentiate(ASINHC)), slope));
  }

  /** An array without axes would be promoted to float64 by the constants it meets. */
  private static NDArray withAxis(NDArray x, UnaryOperator<NDArray> function) {
    return x.getShape().dimension() == 0
        ? function.apply(x.reshape(1)).reshape(x.getShape())
        : function.apply(x);
  }

  private static double[] differentiate(double[] coefficients) {
    double[] derivative = new double[coefficients.length - 1];
    for (int i = 0; i < derivative.length; i++) {
      derivative[i] = (i + 1) * coefficients[i + 1];
    }
    return derivative;
  }

  private static NDArray small(NDArray q) {
    return q.lt(q.getDataType() == DataType.FLOAT64 ? SMALL64 : SMALL32);
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

  /** Horner's scheme over the given coefficients, lowest first. */
  private static NDArray series(NDArray x, double... coefficients) {
    NDArray sum = x.zerosLike().add(Constants.of(x, coefficients[coefficients.length - 1]));
    for (int i = coefficients.length - 2; i >= 0; i--) {
      sum = sum.mul(x).add(Constants.of(x, coefficients[i]));
    }
    return sum;
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
