package org.conceptspaces.poincare;

import ai.djl.ndarray.NDArray;

/**
 * The curvature {@code -c} of a ball, fixed or learned, as operands: arrays of type float64 without
 * axes, which take no part in type promotion. They are second operands only, since a result joins
 * the manager of its first one. {@code like} names the device.
 */
interface Curvature {

  /** {@code c}, or where it is learned, its value before training. */
  double initial();

  /** {@code c} now, read from the device. */
  double current();

  /** {@code c}; gradients reach what it is made of. */
  NDArray c(NDArray like);

  /** {@code √c}, likewise. */
  NDArray root(NDArray like);

  /** {@code 1/√c}, likewise: the radius of the ball in coordinates. */
  NDArray inverseRoot(NDArray like);

  /** {@code 2/√c}, likewise. */
  NDArray twiceInverseRoot(NDArray like);

  /** The upper half of the bits of {@code c}, detached: {@code c = high + low} exactly. */
  NDArray high(NDArray like);

  /** The lower half of the bits of {@code c}, detached. */
  NDArray low(NDArray like);

  /** Whether {@code low} is surely 0 and a product with {@code c} exact: {@code c = 2^k}. */
  boolean powerOfTwo();

  /**
   * A power of two {@code g} such that squares of multiples of {@code g} inside the ball are summed
   * without rounding: between 2^-26 and 2^-25 of the ball's radius, roughly. Detached.
   */
  NDArray grid(NDArray like);

  /** {@code 1/g}. */
  NDArray inverseGrid(NDArray like);
}
