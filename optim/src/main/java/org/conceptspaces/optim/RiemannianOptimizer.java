package org.conceptspaces.optim;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.tracker.ParameterTracker;
import java.util.Set;
import java.util.function.Function;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.numeric.Constants;
import org.jspecify.annotations.Nullable;

/**
 * An optimiser for parameters that are points of a manifold: the last axis of such a parameter
 * holds the coordinates, each row is a point of its own.
 *
 * <p>An update follows the geodesic in the direction of a tangent, never farther than a given
 * length, and projects the result, so that no step leaves the manifold; tangents kept in the state
 * are parallel-transported to the new point and written back. (Bonnabel, "Stochastic gradient
 * descent on Riemannian manifolds", 2013.)
 *
 * <p>The bound on the length guards against gradients that explode, with which the exponential map
 * would end at the rim of what can be computed: geodesic units mean the same everywhere and in
 * every geometry, so one number will do.
 */
public abstract class RiemannianOptimizer extends StatefulOptimizer {

  /** The longest step of one update unless told otherwise, in geodesic units. */
  public static final double MAXIMUM_STEP = 1.0;

  private final Function<String, ? extends @Nullable Geometry> geometries;
  private final double maximumStep;
  private final Set<String> tangents;

  /**
   * Creates an optimiser.
   *
   * @param learningRate the learning rate by the number of the update, from 1
   * @param geometries gives, at each update, the geometry that a parameter lives in by its id, its
   *     learned parameters bound to their present values; null for a parameter in no geometry
   * @param maximumStep the longest step of one update, in geodesic units, above 0, possibly
   *     infinite
   * @param slots the names of all arrays of the state
   * @param tangents the names of those that are tangents at the point
   */
  protected RiemannianOptimizer(
      ParameterTracker learningRate,
      Function<String, ? extends @Nullable Geometry> geometries,
      double maximumStep,
      Set<String> slots,
      Set<String> tangents) {
    super(learningRate, slots);
    if (!(maximumStep > 0)) {
      throw new IllegalArgumentException(
          "maximum step = " + maximumStep + ": wants a number above 0");
    }
    this.geometries = geometries;
    this.maximumStep = maximumStep;
    this.tangents = Set.copyOf(tangents);
  }

  /**
   * Whether a parameter lives in a geometry, and so is for this optimiser.
   *
   * @param parameterId the parameter's id
   * @return whether there is a geometry for it
   */
  public final boolean handles(String parameterId) {
    return geometries.apply(parameterId) != null;
  }

  /**
   * Carries a point and its state along when its geometry changes: a curvature was learned. The
   * point keeps its direction and its distance from the origin; tangents of the state keep their
   * length, by transport to the origin in the old geometry and back out in the new.
   *
   * <p>For two geometries of one family only, whose metrics agree at the origin (the ball's is 4
   * there for every curvature), so that coordinates of tangents at the origin carry over.
   *
   * @param parameterId the parameter's id
   * @param weight points of {@code from}, which become points of {@code to} in place
   * @param from the old geometry; if it equals {@code to}, nothing changes
   * @param to the new geometry
   */
  public final void carry(String parameterId, NDArray weight, Geometry from, Geometry to) {
    if (from.equals(to)) {
      return;
    }
    try (NDManager scratch = scratch(weight)) {
      NDArray old = alias(weight, scratch);
      NDArray frame = from.logOrigin(old);
      NDArray point = to.project(to.expOrigin(frame));
      NDArray oldOrigin = from.expOrigin(frame.zerosLike());
      NDArray origin = to.expOrigin(frame.zerosLike());
      for (String slot : tangents) {
        NDArray tangent = slotIfPresent(parameterId, slot);
        if (tangent != null) {
          NDArray central = from.transport(old, oldOrigin, alias(tangent, scratch));
          assign(tangent, to.transport(origin, point, central));
        }
      }
      assign(old, point);
    }
  }

  /**
   * The geometry of a parameter.
   *
   * @param parameterId the parameter's id
   * @return its geometry
   * @throws IllegalArgumentException if it lives in none
   */
  protected final Geometry geometry(String parameterId) {
    Geometry geometry = geometries.apply(parameterId);
    if (geometry == null) {
      throw new IllegalArgumentException(parameterId + " lives in no geometry");
    }
    return geometry;
  }

  /**
   * Moves a point, and transports a tangent along.
   *
   * @param geometry the geometry
   * @param point the point, {@code [..., D]}, changed in place
   * @param direction the tangent to follow, {@code [..., D]}; shortened where too long
   * @param carried a tangent of the state to transport in place, {@code [..., D]}, or null
   */
  protected final void move(
      Geometry geometry, NDArray point, NDArray direction, @Nullable NDArray carried) {
    NDArray tangent =
        Double.isInfinite(maximumStep) ? direction : bounded(geometry, point, direction);
    NDArray target = geometry.project(geometry.exp(point, tangent));
    if (carried != null) {
      NDArray left = alias(carried, point.getManager());
      assign(carried, geometry.transport(point, target, left));
    }
    assign(point, target);
  }

  private NDArray bounded(Geometry geometry, NDArray point, NDArray direction) {
    NDArray length = geometry.inner(point, direction, direction).sqrt().expandDims(-1);
    // A factor of exactly 1 for steps within the bound; a length that overflowed gives a step of 0.
    NDArray excess = length.div(Constants.of(point, maximumStep)).maximum(1.0);
    return direction.div(excess);
  }
}
