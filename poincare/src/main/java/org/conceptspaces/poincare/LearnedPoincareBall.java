package org.conceptspaces.poincare;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Parameter;
import java.util.Map;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.Initial;
import org.conceptspaces.api.Pass;
import org.conceptspaces.api.Scope;

/**
 * A Poincaré ball that learns its curvature: {@code c = c₀·exp θ}, {@code θ} a parameter that
 * starts at 0, so that {@code c} stays above 0 and starts at exactly {@code c₀}.
 *
 * <p>{@link #bind} gives the ball of a pass. Unbound, all operations are those of the ball before
 * training, with {@code c₀}: good for drawing first points, for checks of shapes, and for limits.
 */
public final class LearnedPoincareBall implements Geometry {

  private final PoincareBall before;
  private final double initial;
  private final Parameter theta;

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
    this.before = new PoincareBall(c, type);
    this.initial = c;
    this.theta = scope.parameter("logCurvature", DataType.FLOAT64, Initial.constant(0), 1);
  }

  /** The ball of this pass; gradients reach {@code θ}. */
  @Override
  public PoincareBall bind(Pass pass) {
    return new PoincareBall(new LearnedCurvature(initial, pass.value(theta)), before.type());
  }

  /**
   * {@code θ = ln(c/c₀)}.
   *
   * @return the parameter, of one element
   */
  public Parameter parameter() {
    return theta;
  }

  @Override
  public DataType type() {
    return before.type();
  }

  /** A ball of the curvature before training, which no longer learns; bind first, then ask. */
  @Override
  public PoincareBall in(DataType type) {
    return before.in(type);
  }

  @Override
  public NDArray embed(NDArray features) {
    return before.embed(features);
  }

  @Override
  public double radius() {
    return before.radius();
  }

  @Override
  public double workingRadius() {
    return before.workingRadius();
  }

  @Override
  public NDArray project(NDArray x) {
    return before.project(x);
  }

  @Override
  public NDArray exp(NDArray x, NDArray v) {
    return before.exp(x, v);
  }

  @Override
  public NDArray log(NDArray x, NDArray y) {
    return before.log(x, y);
  }

  @Override
  public NDArray translate(NDArray x, NDArray v) {
    return before.translate(x, v);
  }

  @Override
  public NDArray distance(NDArray x, NDArray y) {
    return before.distance(x, y);
  }

  @Override
  public NDArray inner(NDArray x, NDArray u, NDArray v) {
    return before.inner(x, u, v);
  }

  @Override
  public NDArray transport(NDArray x, NDArray y, NDArray v) {
    return before.transport(x, y, v);
  }

  @Override
  public NDArray riemannianGradient(NDArray x, NDArray gradient) {
    return before.riemannianGradient(x, gradient);
  }

  @Override
  public NDArray expOrigin(NDArray v) {
    return before.expOrigin(v);
  }

  @Override
  public NDArray logOrigin(NDArray x) {
    return before.logOrigin(x);
  }

  @Override
  public NDArray midpoint(NDArray points, NDArray weights) {
    return before.midpoint(points, weights);
  }

  @Override
  public NDArray distances(NDArray x, NDArray y) {
    return before.distances(x, y);
  }

  /** The curvature before training; that of a bound ball is the one it has now. */
  @Override
  public Map<String, Double> parameters() {
    return before.parameters();
  }

  @Override
  public double sectionalCurvature() {
    return before.sectionalCurvature();
  }

  @Override
  public String toString() {
    return "PoincareBall(curvature=" + initial + ", learned, " + before.type() + ")";
  }
}
