package org.conceptspaces.poincare;

import ai.djl.ndarray.NDArray;
import org.conceptspaces.api.numeric.Constants;

/** A curvature that stays what it is. */
record FixedCurvature(double initial) implements Curvature {

  FixedCurvature {
    if (!(initial > 0 && Double.isFinite(initial))) {
      throw new IllegalArgumentException(
          "curvature wants a number c above 0 (for curvature -c), not " + initial);
    }
  }

  @Override
  public double current() {
    return initial;
  }

  @Override
  public NDArray c(NDArray like) {
    return Constants.of(like, initial);
  }

  @Override
  public NDArray root(NDArray like) {
    return Constants.of(like, Math.sqrt(initial));
  }

  @Override
  public NDArray inverseRoot(NDArray like) {
    return Constants.of(like, 1 / Math.sqrt(initial));
  }

  @Override
  public NDArray twiceInverseRoot(NDArray like) {
    return Constants.of(like, 2 / Math.sqrt(initial));
  }

  @Override
  public NDArray high(NDArray like) {
    return Constants.of(like, Splitting.upper(initial, Splitting.HALF));
  }

  @Override
  public NDArray low(NDArray like) {
    return Constants.of(like, initial - Splitting.upper(initial, Splitting.HALF));
  }

  @Override
  public boolean powerOfTwo() {
    return Splitting.upper(initial, Splitting.ONE_BIT) == initial;
  }

  @Override
  public NDArray grid(NDArray like) {
    return Constants.of(like, gridValue());
  }

  @Override
  public NDArray inverseGrid(NDArray like) {
    return Constants.of(like, 1 / gridValue());
  }

  private double gridValue() {
    return Splitting.upper(1 / Math.sqrt(initial), Splitting.ONE_BIT) * Splitting.GRID;
  }
}
