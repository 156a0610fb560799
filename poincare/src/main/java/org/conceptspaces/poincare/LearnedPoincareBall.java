package org.conceptspaces.poincare;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import org.conceptspaces.api.Scope;
import org.conceptspaces.api.curvature.LearnedGeometry;

/** A Poincaré ball that learns its curvature. */
public final class LearnedPoincareBall extends LearnedGeometry<PoincareBall> {

  private final double initial;

  /**
   * Declares the parameter, {@code logCurvature}.
   *
   * @param c {@code c₀}, above 0
   * @param type the type of the ball's points, {@code FLOAT64} or {@code FLOAT32}; {@code θ} is
   *     float64 in any case
   * @param scope where to declare it
   * @throws IllegalArgumentException if {@code c} is not above 0, or the type is another
   */
  public LearnedPoincareBall(double c, DataType type, Scope scope) {
    super(new PoincareBall(c, type), scope);
    this.initial = c;
  }

  @Override
  protected PoincareBall bound(PoincareBall before, NDArray theta) {
    return new PoincareBall(new LearnedBallCurvature(initial, theta), before.type());
  }

  @Override
  public String toString() {
    return "PoincareBall(curvature=" + initial + ", learned, " + type() + ")";
  }
}
