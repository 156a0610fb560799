package org.conceptspaces.api.curvature;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import org.conceptspaces.api.numeric.Constants;

/** A curvature {@code c = c₀·exp θ} as one pass sees it. */
public class LearnedCurvature implements Curvature {

  private final double initial;
  private final NDArray c;
  private final NDArray root;
  private final NDArray inverseRoot;
  private final NDArray twiceInverseRoot;

  /**
   * Reads the curvature.
   *
   * @param initial {@code c₀}
   * @param theta {@code θ}, float64 of one element, in the pass's manager
   */
  public LearnedCurvature(double initial, NDArray theta) {
    this.initial = initial;
    // Without axes, so that float32 operands stay float32. exp(0) is exactly 1, so c starts at c₀.
    this.c = theta.reshape(new Shape()).exp().mul(Constants.of(theta, initial));
    this.root = c.sqrt();
    this.inverseRoot = root.onesLike().div(root);
    this.twiceInverseRoot = inverseRoot.add(inverseRoot);
  }

  @Override
  public final double initial() {
    return initial;
  }

  @Override
  public final double current() {
    return c.getDouble();
  }

  @Override
  public final NDArray c(NDArray like) {
    return c;
  }

  @Override
  public final NDArray root(NDArray like) {
    return root;
  }

  @Override
  public final NDArray inverseRoot(NDArray like) {
    return inverseRoot;
  }

  @Override
  public final NDArray twiceInverseRoot(NDArray like) {
    return twiceInverseRoot;
  }

  /** {@code 0.5, learned}, say: what it started at. */
  @Override
  public final String toString() {
    return initial + ", learned";
  }
}
