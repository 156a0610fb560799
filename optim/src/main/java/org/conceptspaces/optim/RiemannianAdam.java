package org.conceptspaces.optim;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Set;
import java.util.function.Function;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.numeric.Constants;
import org.jspecify.annotations.Nullable;

/**
 * Riemannian Adam. Each row, a point x with Riemannian gradient r, is what a single coordinate is
 * to Adam: {@code m ← β₁m + (1−β₁)r}, a tangent at x; {@code v ← β₂v + (1−β₂)⟨r, r⟩ₓ}, a number;
 * {@code y = exp_x(−η·m̂/(√v̂ + ε))}; {@code m ← transport(x→y, m)}; {@code x ← y}; with the
 * moments' bias corrected as in Adam. (Bécigneul and Ganea, "Riemannian adaptive optimization
 * methods", 2019, section 4, without the running maximum.)
 *
 * <p>As gradient lengths cancel out, steps are about η long in geodesic units, wherever the point
 * is. Where rows have one coordinate and space is flat, this is Adam.
 */
public final class RiemannianAdam extends RiemannianOptimizer {

  /** The slot of m, a tangent at each point, shaped like the weight. */
  public static final String FIRST_MOMENT = AdamW.FIRST_MOMENT;

  /** The slot of v, one number for each point: the weight's shape with a last axis of 1. */
  public static final String SECOND_MOMENT = AdamW.SECOND_MOMENT;

  private final AdamSettings settings;

  /**
   * Creates an optimiser.
   *
   * @param settings learning rate, betas, epsilon
   * @param maximumStep the longest step of one update, in geodesic units, above 0
   * @param geometries the geometry of a parameter by its id, bound to present values
   */
  public RiemannianAdam(
      AdamSettings settings,
      double maximumStep,
      Function<String, ? extends @Nullable Geometry> geometries) {
    super(
        settings.learningRate(),
        geometries,
        maximumStep,
        Set.of(FIRST_MOMENT, SECOND_MOMENT),
        Set.of(FIRST_MOMENT));
    this.settings = settings;
  }

  /**
   * Creates an optimiser with the default bound on steps.
   *
   * @param settings learning rate, betas, epsilon
   * @param geometries the geometry of a parameter by its id, bound to present values
   */
  public RiemannianAdam(
      AdamSettings settings, Function<String, ? extends @Nullable Geometry> geometries) {
    this(settings, MAXIMUM_STEP, geometries);
  }

  @Override
  protected void apply(
      String parameterId, NDArray weight, NDArray gradient, int update, double rate) {
    Geometry geometry = geometry(parameterId);
    Shape shape = weight.getShape();
    Shape rows = shape.slice(0, shape.dimension() - 1).add(1);
    NDArray first = slot(parameterId, FIRST_MOMENT, weight, shape);
    NDArray second = slot(parameterId, SECOND_MOMENT, weight, rows);
    double beta1 = settings.beta1();
    double beta2 = settings.beta2();
    NDArray descent = geometry.riemannianGradient(weight, gradient).stopGradient();
    NDArray square = geometry.inner(weight, descent, descent).stopGradient().expandDims(-1);
    first.muli(Constants.of(weight, beta1)).addi(descent.mul(Constants.of(weight, 1 - beta1)));
    second.muli(Constants.of(weight, beta2)).addi(square.mul(Constants.of(weight, 1 - beta2)));
    NDArray root = alias(second, weight.getManager()).sqrt();
    root.addi(scalar(weight, settings.rootEpsilon(update)));
    NDArray direction = alias(first, weight.getManager()).div(root);
    direction.muli(scalar(weight, -settings.factor(rate, update)));
    move(geometry, weight, direction, first);
  }
}
