package org.conceptspaces.optim;

import ai.djl.ndarray.NDArray;
import ai.djl.training.tracker.ParameterTracker;
import java.util.Set;
import java.util.function.Function;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.numeric.Constants;
import org.jspecify.annotations.Nullable;

/**
 * Riemannian stochastic gradient descent, with momentum if wanted.
 *
 * <p>For a point x with Riemannian gradient r: {@code b ← μ·b + r}; {@code y = exp_x(−η·b)}; {@code
 * b ← transport(x→y, b)}; {@code x ← y}. Without momentum, {@code b = r}. Under a constant gradient
 * steps grow from η‖r‖ to η‖r‖/(1−μ). (Bonnabel, "Stochastic gradient descent on Riemannian
 * manifolds", 2013; momentum undamped, as PyTorch's SGD has it.)
 */
public final class RiemannianSgd extends RiemannianOptimizer {

  /** The slot of b, a tangent at each point, shaped like the weight; absent without momentum. */
  public static final String MOMENTUM = "momentum";

  private final double momentum;

  /**
   * Creates an optimiser.
   *
   * @param learningRate the learning rate by the number of the update, from 1
   * @param momentum μ, in [0, 1); 0 for none
   * @param maximumStep the longest step of one update, in geodesic units, above 0
   * @param geometries the geometry of a parameter by its id, bound to present values
   */
  public RiemannianSgd(
      ParameterTracker learningRate,
      double momentum,
      double maximumStep,
      Function<String, ? extends @Nullable Geometry> geometries) {
    super(learningRate, geometries, maximumStep, slots(momentum), slots(momentum));
    this.momentum = momentum;
  }

  /**
   * Creates an optimiser without momentum and with the default bound on steps.
   *
   * @param learningRate the learning rate by the number of the update, from 1
   * @param geometries the geometry of a parameter by its id, bound to present values
   */
  public RiemannianSgd(
      ParameterTracker learningRate, Function<String, ? extends @Nullable Geometry> geometries) {
    this(learningRate, 0, MAXIMUM_STEP, geometries);
  }

  @Override
  protected void apply(
      String parameterId, NDArray weight, NDArray gradient, int update, double rate) {
    Geometry geometry = geometry(parameterId);
    NDArray descent = geometry.riemannianGradient(weight, gradient).stopGradient();
    if (momentum == 0) {
      move(geometry, weight, descent.mul(scalar(weight, -rate)), null);
      return;
    }
    NDArray velocity = slot(parameterId, MOMENTUM, weight, weight.getShape());
    velocity.muli(Constants.of(weight, momentum)).addi(descent);
    NDArray direction = alias(velocity, weight.getManager()).mul(scalar(weight, -rate));
    move(geometry, weight, direction, velocity);
  }

  private static Set<String> slots(double momentum) {
    if (!(momentum >= 0 && momentum < 1)) {
      throw new IllegalArgumentException(
          "momentum = " + momentum + ": wants a number from 0 to below 1");
    }
    return momentum == 0 ? Set.of() : Set.of(MOMENTUM);
  }
}
