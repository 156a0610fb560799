package org.conceptspaces.api.curvature;

import ai.djl.ndarray.NDArray;

/**
 * The curvature {@code -c} of a hyperbolic space, fixed or learned, as operands: arrays of type
 * float64 without axes, which take no part in type promotion. They are second operands only, since
 * a result joins the manager of its first one. {@code like} names the device.
 */
public interface Curvature {

  /**
   * The number before training.
   *
   * @return {@code c}, or where it is learned, what it starts at
   */
  double initial();

  /**
   * The number now, read from the device: for reports, between steps.
   *
   * @return {@code c}
   */
  double current();

  /**
   * {@code c}; gradients reach what it is made of.
   *
   * @param like an array on the wanted device
   * @return a second operand
   */
  NDArray c(NDArray like);

  /**
   * {@code √c}, likewise.
   *
   * @param like an array on the wanted device
   * @return a second operand
   */
  NDArray root(NDArray like);

  /**
   * {@code 1/√c}, likewise: the unit of length.
   *
   * @param like an array on the wanted device
   * @return a second operand
   */
  NDArray inverseRoot(NDArray like);

  /**
   * {@code 2/√c}, likewise.
   *
   * @param like an array on the wanted device
   * @return a second operand
   */
  NDArray twiceInverseRoot(NDArray like);
}
