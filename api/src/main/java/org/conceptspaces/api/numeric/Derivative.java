package org.conceptspaces.api.numeric;

import ai.djl.ndarray.NDArray;

/**
 * Functions with a derivative of our own, which DJL has no other way to give to autograd. Both the
 * value and the derivative may be computed in whatever way is accurate, outside the gradient graph.
 */
public final class Derivative {

  private Derivative() {}

  /**
   * Joins a value to its argument through a given derivative.
   *
   * @param value {@code f(x)}, elementwise; its own graph, if any, is cut
   * @param x the argument, finite, of the same shape
   * @param derivative {@code f'(x)}, of the same shape
   * @return exactly {@code value}, with gradient {@code derivative} towards {@code x}
   */
  public static NDArray attach(NDArray value, NDArray x, NDArray derivative) {
    // Always: hasGradient() is true of leaves of the graph alone, not of what was computed from
    // them.
    // x - x is exactly 0 for finite x, so the value stays what it is.
    NDArray zero = x.sub(x.stopGradient());
    return zero.mul(derivative.stopGradient()).add(value.stopGradient());
  }
}
