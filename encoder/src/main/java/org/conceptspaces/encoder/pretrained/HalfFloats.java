package org.conceptspaces.encoder.pretrained;

/** IEEE float16, which Java has no conversion to before its version 20. */
final class HalfFloats {

  private static final int INFINITE = 0x7c00;
  private static final int NOT_A_NUMBER = 0x7e00;

  /** Bits of the float32 2⁻¹⁴, the least normal float16. */
  private static final int LEAST_NORMAL = 0x38800000;

  /** What the exponents' biases differ by, 127 − 15, in its place. */
  private static final int REBIAS = 0x38000000;

  /** Subnormal float16 are multiples of 2⁻²⁴. */
  private static final double PER_SUBNORMAL = 0x1p24;

  private HalfFloats() {}

  /**
   * The nearest float16, of two equally near the even one.
   *
   * @param value any number
   * @return its bits; infinity from 65520 on
   */
  static short of(float value) {
    int bits = Float.floatToRawIntBits(value);
    int sign = (bits >>> 16) & 0x8000;
    int size = bits & 0x7fffffff;
    return (short) (sign | magnitude(size));
  }

  private static int magnitude(int size) {
    if (size >= 0x7f800000) {
      return size > 0x7f800000 ? NOT_A_NUMBER : INFINITE;
    }
    if (size < LEAST_NORMAL) {
      return (int) Math.rint(Float.intBitsToFloat(size) * PER_SUBNORMAL);
    }
    int moved = size - REBIAS;
    return Math.min(INFINITE, (moved + 0xfff + ((moved >>> 13) & 1)) >>> 13);
  }

  /**
   * Whether bits are those of a number.
   *
   * @param half what {@link #of} gave
   * @return false for infinities and NaN
   */
  static boolean isFinite(short half) {
    return (half & INFINITE) != INFINITE;
  }
}
