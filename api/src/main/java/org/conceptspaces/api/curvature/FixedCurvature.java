package org.conceptspaces.api.curvature;

import ai.djl.ndarray.NDArray;
import org.conceptspaces.api.numeric.Constants;

/** A curvature that stays what it is. Two of one number are equal. */
public class FixedCurvature implements Curvature {

  private final double c;

  /**
   * A curvature.
   *
   * @param c minus the curvature, above 0
   * @throws IllegalArgumentException if it is not
   */
  public FixedCurvature(double c) {
    if (!(c > 0 && Double.isFinite(c))) {
      throw new IllegalArgumentException(
          "curvature wants a number c above 0 (for curvature -c), not " + c);
    }
    this.c = c;
  }

  @Override
  public final double initial() {
    return c;
  }

  @Override
  public final double current() {
    return c;
  }

  @Override
  public final NDArray c(NDArray like) {
    return Constants.of(like, c);
  }

  @Override
  public final NDArray root(NDArray like) {
    return Constants.of(like, Math.sqrt(c));
  }

  @Override
  public final NDArray inverseRoot(NDArray like) {
    return Constants.of(like, 1 / Math.sqrt(c));
  }

  @Override
  public final NDArray twiceInverseRoot(NDArray like) {
    return Constants.of(like, 2 / Math.sqrt(c));
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof FixedCurvature that && Double.compare(c, that.c) == 0;
  }

  @Override
  public final int hashCode() {
    return Double.hashCode(c);
  }

  /** {@code 0.5}, say. */
  @Override
  public final String toString() {
    return Double.toString(c);
  }
}
