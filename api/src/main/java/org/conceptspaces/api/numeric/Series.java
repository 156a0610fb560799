package org.conceptspaces.api.numeric;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;

/** Taylor series about 0, where the closed forms of {@link Functions} divide 0 by 0. */
final class Series {

  /** Of {@code tanh(√q)/√q}. */
  static final Series TANHC =
      new Series(
          1,
          -1. / 3,
          2. / 15,
          -17. / 315,
          62. / 2835,
          -1382. / 155925,
          21844. / 6081075,
          -929569. / 638512875);

  /** Of {@code asinh(√q)/√q}. */
  static final Series ASINHC =
      new Series(
          1,
          -1. / 6,
          3. / 40,
          -15. / 336,
          105. / 3456,
          -945. / 42240,
          10395. / 599040,
          -135135. / 9676800);

  /** Of {@code sinh(√q)/√q}. */
  static final Series SINHC =
      new Series(1, 1. / 6, 1. / 120, 1. / 5040, 1. / 362880, 1. / 39916800, 1. / 6227020800.);

  // Below these the series are used: their first omitted term is below 1e-16 (1e-9 in float32) of
  // the result. Above, the closed forms of the derivatives lose two digits (one) to cancellation.
  private static final float SMALL64 = 1e-2f;
  private static final float SMALL32 = 0.1f;

  private final double[] coefficients;
  private final double[] derivative;

  private Series(double... coefficients) {
    this.coefficients = coefficients;
    derivative = new double[coefficients.length - 1];
    for (int i = 0; i < derivative.length; i++) {
      derivative[i] = (i + 1) * coefficients[i + 1];
    }
  }

  /** Where to use them. */
  static NDArray converges(NDArray q) {
    return q.lt(q.getDataType() == DataType.FLOAT64 ? SMALL64 : SMALL32);
  }

  NDArray value(NDArray q) {
    return sum(q, coefficients);
  }

  NDArray slope(NDArray q) {
    return sum(q, derivative);
  }

  /** Horner's scheme over the given coefficients, lowest first. */
  private static NDArray sum(NDArray x, double... coefficients) {
    NDArray sum = x.zerosLike().add(Constants.of(x, coefficients[coefficients.length - 1]));
    for (int i = coefficients.length - 2; i >= 0; i--) {
      sum = sum.mul(x).add(Constants.of(x, coefficients[i]));
    }
    return sum;
  }
}
