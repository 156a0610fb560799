package org.conceptspaces.api.curvature;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Parameter;
import java.util.Map;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.Initial;
import org.conceptspaces.api.Pass;
import org.conceptspaces.api.Scope;

/**
 * A geometry that learns its curvature: {@code c = c₀·exp θ}, {@code θ} a parameter that starts at
 * 0, so that {@code c} stays above 0 and starts at exactly {@code c₀}.
 *
 * <p>{@link #bind} gives the geometry of a pass. Unbound, all operations are those before training,
 * with {@code c₀}: good for drawing first points, for checks of shapes, and for limits.
 *
 * @param <G> the geometry that {@link #bind} gives
 */
public abstract class LearnedGeometry<G extends Geometry> implements Geometry {

  private final G before;
  private final Parameter theta;

  /**
   * Declares the parameter, {@code logCurvature}.
   *
   * @param before the geometry before training, of curvature {@code -c₀}
   * @param scope where to declare it; {@code θ} is float64 whatever the type of points
   */
  protected LearnedGeometry(G before, Scope scope) {
    this.before = before;
    this.theta = scope.parameter("logCurvature", DataType.FLOAT64, Initial.constant(0), 1);
  }

  /**
   * The geometry of a pass.
   *
   * @param before the geometry before training
   * @param theta {@code θ} in that pass, float64 of one element
   * @return a geometry through which gradients reach {@code θ}
   */
  protected abstract G bound(G before, NDArray theta);

  /** The geometry of this pass; gradients reach {@code θ}. */
  @Override
  public final G bind(Pass pass) {
    return bound(before, pass.value(theta));
  }

  /**
   * {@code θ = ln(c/c₀)}.
   *
   * @return the parameter, of one element
   */
  public final Parameter parameter() {
    return theta;
  }

  @Override
  public final int coordinates(int dimension) {
    return before.coordinates(dimension);
  }

  @Override
  public final DataType type() {
    return before.type();
  }

  /** One of the curvature before training, which no longer learns; bind first, then ask. */
  @Override
  public final Geometry in(DataType type) {
    return before.in(type);
  }

  @Override
  public final NDArray shorten(NDArray features) {
    return before.shorten(features);
  }

  @Override
  public final NDArray embed(NDArray features) {
    return before.embed(features);
  }

  @Override
  public final double radius() {
    return before.radius();
  }

  @Override
  public final double workingRadius() {
    return before.workingRadius();
  }

  @Override
  public final NDArray project(NDArray x) {
    return before.project(x);
  }

  @Override
  public final NDArray exp(NDArray x, NDArray v) {
    return before.exp(x, v);
  }

  @Override
  public final NDArray log(NDArray x, NDArray y) {
    return before.log(x, y);
  }

  @Override
  public final NDArray translate(NDArray x, NDArray v) {
    return before.translate(x, v);
  }

  @Override
  public final NDArray distance(NDArray x, NDArray y) {
    return before.distance(x, y);
  }

  @Override
  public final NDArray inner(NDArray x, NDArray u, NDArray v) {
    return before.inner(x, u, v);
  }

  @Override
  public final NDArray transport(NDArray x, NDArray y, NDArray v) {
    return before.transport(x, y, v);
  }

  @Override
  public final NDArray riemannianGradient(NDArray x, NDArray gradient) {
    return before.riemannianGradient(x, gradient);
  }

  @Override
  public final NDArray expOrigin(NDArray v) {
    return before.expOrigin(v);
  }

  @Override
  public final NDArray logOrigin(NDArray x) {
    return before.logOrigin(x);
  }

  @Override
  public final NDArray midpoint(NDArray points, NDArray weights) {
    return before.midpoint(points, weights);
  }

  @Override
  public final NDArray distances(NDArray x, NDArray y) {
    return before.distances(x, y);
  }

  @Override
  public final NDArray affinity(NDArray x, NDArray y) {
    return before.affinity(x, y);
  }

  @Override
  public final NDArray arealRadius(NDArray radius) {
    return before.arealRadius(radius);
  }

  /** The curvature before training; that of a bound geometry is the one it has now. */
  @Override
  public final Map<String, Double> parameters() {
    return before.parameters();
  }

  @Override
  public final double sectionalCurvature() {
    return before.sectionalCurvature();
  }
}
