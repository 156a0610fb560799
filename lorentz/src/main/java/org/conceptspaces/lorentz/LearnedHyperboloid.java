package org.conceptspaces.lorentz;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import org.conceptspaces.api.Scope;
import org.conceptspaces.api.curvature.LearnedCurvature;
import org.conceptspaces.api.curvature.LearnedGeometry;

/** A hyperboloid that learns its curvature. */
public final class LearnedHyperboloid extends LearnedGeometry<Hyperboloid> {

  private final double initial;

  /**
   * Declares the parameter, {@code logCurvature}.
   *
   * @param c {@code c₀}, above 0
   * @param type the type of points, {@code FLOAT64} or {@code FLOAT32}; {@code θ} is float64 in any
   *     case
   * @param scope where to declare it
   * @throws IllegalArgumentException if {@code c} is not above 0, or the type is another
   */
  public LearnedHyperboloid(double c, DataType type, Scope scope) {
    super(new Hyperboloid(c, type), scope);
    this.initial = c;
  }

  @Override
  protected Hyperboloid bound(Hyperboloid before, NDArray theta) {
    return new Hyperboloid(new LearnedCurvature(initial, theta), before.type());
  }

  @Override
  public String toString() {
    return "Hyperboloid(curvature=" + initial + ", learned, " + type() + ")";
  }
}
