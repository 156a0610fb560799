package org.conceptspaces.poincare;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import org.conceptspaces.api.numeric.Constants;

/** A curvature {@code c = c₀·exp θ} as one pass sees it. */
final class LearnedCurvature implements Curvature {

  private final double initial;
  private final NDArray c;
  private final NDArray root;
  private final NDArray inverseRoot;
  private final NDArray twiceInverseRoot;
  private final NDArray high;
  private final NDArray low;
  private final NDArray grid;
  private final NDArray inverseGrid;

  /**
   * Reads the curvature.
   *
   * @param initial {@code c₀}
   * @param theta {@code θ}, float64 of one element, in the pass's manager
   */
  LearnedCurvature(double initial, NDArray theta) {
    this.initial = initial;
    // Without axes, so that float32 operands stay float32. exp(0) is exactly 1, so c starts at c₀.
    this.c = theta.reshape(new Shape()).exp().mul(Constants.of(theta, initial));
    this.root = c.sqrt();
    this.inverseRoot = inverse(root);
    this.twiceInverseRoot = inverseRoot.add(inverseRoot);
    NDArray value = c.stopGradient();
    this.high = upper(value, Splitting.HALF);
    this.low = value.sub(high);
    this.grid =
        upper(inverseRoot.stopGradient(), Splitting.ONE_BIT)
            .mul(Constants.of(theta, Splitting.GRID));
    this.inverseGrid = inverse(grid);
  }

  private static NDArray inverse(NDArray x) {
    return x.onesLike().div(x);
  }

  /** As {@link Splitting#upper(double, double)}, so that both curvatures round alike. */
  private static NDArray upper(NDArray x, double factor) {
    NDArray t = x.mul(Constants.of(x, factor));
    return t.sub(t.sub(x));
  }

  @Override
  public double initial() {
    return initial;
  }

  @Override
  public double current() {
    return c.getDouble();
  }

  @Override
  public NDArray c(NDArray like) {
    return c;
  }

  @Override
  public NDArray root(NDArray like) {
    return root;
  }

  @Override
  public NDArray inverseRoot(NDArray like) {
    return inverseRoot;
  }

  @Override
  public NDArray twiceInverseRoot(NDArray like) {
    return twiceInverseRoot;
  }

  @Override
  public NDArray high(NDArray like) {
    return high;
  }

  @Override
  public NDArray low(NDArray like) {
    return low;
  }

  @Override
  public boolean powerOfTwo() {
    return false; // to look would stall the device
  }

  @Override
  public NDArray grid(NDArray like) {
    return grid;
  }

  @Override
  public NDArray inverseGrid(NDArray like) {
    return inverseGrid;
  }
}
