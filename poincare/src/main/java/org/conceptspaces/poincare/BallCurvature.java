package org.conceptspaces.poincare;

import ai.djl.ndarray.NDArray;
import org.conceptspaces.api.curvature.Curvature;

/** The curvature of a ball: beside the number, what exact sums near the edge want of its digits. */
interface BallCurvature extends Curvature {

  /** The upper half of the bits of {@code c}, detached: {@code c = high + low} exactly. */
  NDArray high(NDArray like);

  /** The lower half of the bits of {@code c}, detached. */
  NDArray low(NDArray like);

  /** Whether {@code low} is surely 0 and a product with {@code c} exact: {@code c = 2^k}. */
  boolean powerOfTwo();

  /**
   * A power of two {@code g} such that squares of multiples of {@code g} inside the ball are summed
   * without rounding, and so are roots of these sums, squared again, but for less than {@code
   * g²/2}: about 2^-24 of the ball's radius. Here {@code 3/2 · 2^52 g}: to add it and to take it
   * away rounds coordinates to multiples of {@code g}. Detached.
   */
  NDArray rounder(NDArray like);

  /** {@code 3/2 · 2^52 g²}, which rounds to multiples of {@code g²}. Detached. */
  NDArray squareRounder(NDArray like);
}
