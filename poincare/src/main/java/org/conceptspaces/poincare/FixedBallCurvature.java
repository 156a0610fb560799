package org.conceptspaces.poincare;

import ai.djl.ndarray.NDArray;
import org.conceptspaces.api.curvature.FixedCurvature;
import org.conceptspaces.api.numeric.Constants;

/** A curvature that stays what it is. */
final class FixedBallCurvature extends FixedCurvature implements BallCurvature {

  FixedBallCurvature(double c) {
    super(c);
  }

  @Override
  public NDArray high(NDArray like) {
    return Constants.of(like, Splitting.upper(initial(), Splitting.HALF));
  }

  @Override
  public NDArray low(NDArray like) {
    return Constants.of(like, initial() - Splitting.upper(initial(), Splitting.HALF));
  }

  @Override
  public boolean powerOfTwo() {
    return Splitting.upper(initial(), Splitting.ONE_BIT) == initial();
  }

  @Override
  public NDArray rounder(NDArray like) {
    return Constants.of(like, Splitting.ROUNDER * gridValue());
  }

  @Override
  public NDArray squareRounder(NDArray like) {
    return Constants.of(like, Splitting.ROUNDER * gridValue() * gridValue());
  }

  private double gridValue() {
    return Splitting.upper(1 / Math.sqrt(initial()), Splitting.ONE_BIT) * Splitting.GRID;
  }
}
