package org.conceptspaces.poincare.construction;

import java.math.BigInteger;

/** Integers that stand for numbers after division by a power of two. */
final class FixedPoint {

  private static final int DOUBLE = 62;

  private FixedPoint() {}

  /** The nearest double of {@code value/2^bits}. */
  static double toDouble(BigInteger value, int bits) {
    int excess = value.bitLength() - DOUBLE;
    if (excess <= 0) {
      return Math.scalb((double) value.longValue(), -bits);
    }
    BigInteger size = value.abs();
    // a last bit for all that is cut off, so that no tie is made of what is none
    long rest = size.getLowestSetBit() < excess ? 1 : 0;
    double rounded =
        Math.scalb((double) (size.shiftRight(excess).longValue() | rest), excess - bits);
    return value.signum() < 0 ? -rounded : rounded;
  }

  /** The natural logarithm of a positive integer. */
  static double log(BigInteger value) {
    int excess = Math.max(0, value.bitLength() - DOUBLE);
    return Math.log((double) value.shiftRight(excess).longValue()) + excess * Math.log(2);
  }

  /** {@code value·2^bits}, cut off below 1. */
  static BigInteger of(double value, int bits) {
    if (value == 0) {
      return BigInteger.ZERO;
    }
    int exponent = Math.getExponent(value) - 52;
    long digits = (long) Math.scalb(value, -exponent);
    return shift(BigInteger.valueOf(digits), bits + exponent);
  }

  static BigInteger shift(BigInteger value, int places) {
    return places >= 0 ? value.shiftLeft(places) : value.shiftRight(-places);
  }
}
