package org.conceptspaces.poincare;

import ai.djl.ndarray.NDArray;
import org.conceptspaces.api.curvature.LearnedCurvature;
import org.conceptspaces.api.numeric.Constants;

/** A curvature {@code c = c₀·exp θ} as one pass sees it, with its digits. */
final class LearnedBallCurvature extends LearnedCurvature implements BallCurvature {

  private final NDArray high;
  private final NDArray low;
  private final NDArray rounder;
  private final NDArray squareRounder;

  /**
   * Reads the curvature.
   *
   * @param initial {@code c₀}
   * @param theta {@code θ}, float64 of one element, in the pass's manager
   */
  LearnedBallCurvature(double initial, NDArray theta) {
    super(initial, theta);
    NDArray value = c(theta).stopGradient();
    this.high = upper(value, Splitting.HALF);
    this.low = value.sub(high);
    NDArray grid =
        upper(inverseRoot(theta).stopGradient(), Splitting.ONE_BIT)
            .mul(Constants.of(theta, Splitting.GRID));
    this.rounder = grid.mul(Constants.of(theta, Splitting.ROUNDER));
    this.squareRounder = rounder.mul(grid);
  }

  /** As {@link Splitting#upper(double, double)}, so that both curvatures round alike. */
  private static NDArray upper(NDArray x, double factor) {
    NDArray t = x.mul(Constants.of(x, factor));
    return t.sub(t.sub(x));
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
  public NDArray rounder(NDArray like) {
    return rounder;
  }

  @Override
  public NDArray squareRounder(NDArray like) {
    return squareRounder;
  }
}
