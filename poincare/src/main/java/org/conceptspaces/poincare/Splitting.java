package org.conceptspaces.poincare;

/**
 * Veltkamp's splitting: with {@code t = x·(2^s + 1)}, {@code t − (t − x)} is {@code x} rounded to
 * {@code 53 − s} bits (float64). See Dekker, "A floating-point technique for extending the
 * available precision", Numerische Mathematik 18 (1971).
 */
final class Splitting {

  /** Leaves the upper 26 bits. */
  static final double HALF = 0x1p27 + 1;

  /** Leaves one bit: the power of two nearest to {@code x} within a factor of 4/3. */
  static final double ONE_BIT = 0x1p52 + 1;

  /** From the power of two nearest to the ball's radius to the grid of {@link BallCurvature}. */
  static final double GRID = 0x1p-24;

  /** Times a unit, what rounds to multiples of it: the last place of sums with it is the unit. */
  static final double ROUNDER = 0x1.8p52;

  private Splitting() {}

  /** The upper bits of a number. */
  static double upper(double x, double factor) {
    double t = x * factor;
    return t - (t - x);
  }
}
