package org.conceptspaces.encoder.objective;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.numeric.Casts;
import org.conceptspaces.api.numeric.Constants;

/**
 * The order of ancestors: a node's text is to be nearer to that of a near ancestor than to that of
 * one farther up. The ranking of {@link HierarchyRanking} leaves this open, as ancestors are never
 * each other's negatives there.
 */
public final class AncestorOrder {

  private AncestorOrder() {}

  /**
   * The mean over threes {@code (u, a, b)}, {@code a} above {@code u} and {@code b} above {@code
   * a}, of {@code softplus(d(u, a) − d(u, b))}.
   *
   * @param geometry where the points live, bound to the pass
   * @param points pooled texts of distinct nodes, {@code [N, D]}
   * @param sharpness what distances are multiplied by, {@code [1]}
   * @param threes rows of {@code points}: each three's {@code u}, {@code a} and {@code b} in turn,
   *     {@code [3 · T]}
   * @return nats per three, a scalar without axes; 0 if there is none
   */
  public static NDArray loss(Geometry geometry, NDArray points, NDArray sharpness, int[] threes) {
    int count = threes.length / 3;
    if (count == 0) {
      return points.sum().mul(Constants.of(points, 0)); // with a gradient, which is 0
    }
    int n = (int) points.getShape().get(0);
    long[] near = new long[count];
    long[] far = new long[count];
    for (int i = 0; i < count; i++) {
      near[i] = (long) threes[3 * i] * n + threes[3 * i + 1];
      far[i] = (long) threes[3 * i] * n + threes[3 * i + 2];
    }
    NDArray scale = Casts.to(sharpness, points.getDataType());
    NDArray distances = geometry.distances(points, points).mul(scale).reshape(new Shape(-1));
    NDArray excess =
        distances
            .gather(points.getManager().create(near), 0)
            .sub(distances.gather(points.getManager().create(far), 0));
    return excess.getNDArrayInternal().softPlus().mean();
  }
}
