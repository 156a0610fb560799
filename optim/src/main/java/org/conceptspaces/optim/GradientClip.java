package org.conceptspaces.optim;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Collection;
import org.conceptspaces.api.numeric.Casts;

/**
 * Clips gradients by their global norm: all are scaled by one factor, so that the direction of the
 * step stays. (Pascanu, Mikolov and Bengio, "On the difficulty of training recurrent neural
 * networks", 2013, algorithm 1, over all parameters at once.)
 *
 * <p>Nothing is read on the host. The norm comes back as an array; a caller who reads it, once a
 * step and <em>before</em> the update, learns whether every gradient was finite: if one was not,
 * the norm is infinite or NaN, and so may be all gradients after clipping.
 *
 * <p>The norm is that of coordinates. Near a ball's rim derivatives with respect to coordinates are
 * huge where the Riemannian gradient is not, so leave parameters that live on a manifold out of the
 * clipping, though not out of the check: {@link RiemannianOptimizer} bounds their steps.
 */
public final class GradientClip {

  private GradientClip() {}

  /**
   * The global norm: the root of the sum of squares over all gradients, summed up in float64 across
   * gradients.
   *
   * @param manager the manager that the result joins
   * @param gradients float32 and float64 arrays of any shape, on the manager's device
   * @return the norm, float64 without axes; 0 for no gradients
   */
  public static NDArray norm(NDManager manager, Collection<? extends NDArray> gradients) {
    if (gradients.isEmpty()) {
      return manager.zeros(new Shape(), DataType.FLOAT64);
    }
    try (NDManager scratch = manager.newSubManager()) {
      NDList norms = new NDList(gradients.size());
      for (NDArray gradient : gradients) {
        norms.add(Casts.to(StatefulOptimizer.alias(gradient, scratch).norm(), DataType.FLOAT64));
      }
      NDArray total = NDArrays.stack(norms).norm();
      total.attach(manager);
      return total;
    }
  }

  /**
   * Scales gradients in place by {@code min(1, maximum / norm)}. Within the maximum not a bit
   * changes.
   *
   * @param manager the manager that the result joins
   * @param gradients float32 and float64 arrays of any shape, on the manager's device
   * @param maximum the largest global norm wanted, above 0 and finite
   * @return the norm before clipping, float64 without axes
   * @throws IllegalArgumentException for another maximum
   */
  public static NDArray clip(
      NDManager manager, Collection<? extends NDArray> gradients, double maximum) {
    if (!(maximum > 0) || Double.isInfinite(maximum)) {
      throw new IllegalArgumentException(
          "maximum norm = " + maximum + ": wants a finite number above 0");
    }
    NDArray norm = norm(manager, gradients);
    try (NDManager scratch = manager.newSubManager()) {
      // NaN passes through maximum, so that a NaN anywhere shows everywhere.
      NDArray excess = StatefulOptimizer.alias(norm, scratch).div(maximum).maximum(1.0);
      for (NDArray gradient : gradients) {
        StatefulOptimizer.alias(gradient, scratch).divi(excess);
      }
    }
    return norm;
  }
}
