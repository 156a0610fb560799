package org.conceptspaces.encoder.objective;

import ai.djl.ndarray.NDArray;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.numeric.Casts;
import org.conceptspaces.api.numeric.Constants;
import org.conceptspaces.api.numeric.Functions;

/**
 * Entailment cones (Ganea, Bécigneul, Hofmann, "Hyperbolic Entailment Cones for Learning
 * Hierarchical Embeddings", 2018): from each point a cone opens away from the origin, and what lies
 * below a node is to lie in its cone. Here in any geometry, from geodesics alone.
 *
 * <p>{@code Ξ(x, y)} is the angle at {@code x} between the geodesic that comes from the origin and
 * the one that goes on to {@code y}; the half-aperture of the cone at {@code x} is {@code ψ(x) =
 * asin(2K / s)}, {@code s} the areal radius of the distance of {@code x} from the origin. In the
 * ball of curvature −1 that is the paper's {@code asin(K (1 − ‖x‖²) / ‖x‖)}. Within areal radius
 * {@code 2K} a cone is half of the space.
 */
public final class EntailmentCones {

  /** The paper's {@code K}. */
  private static final double K = 0.1;

  /** The paper's margin: how far outside of a cone what is not below a node is to lie. */
  private static final double MARGIN = 0.01;

  /** Keeps the slopes of inverse sine and cosine finite. */
  private static final double NEAR_ONE = 1 - 1e-6;

  private EntailmentCones() {}

  /**
   * The mean energy over pairs of a node and one above it, and the mean over unrelated pairs of
   * what their energy lacks of the margin.
   *
   * @param geometry where the points live, bound to the pass
   * @param points pooled texts of distinct nodes, {@code [N, D]}
   * @param above 1 where the row's node is above the column's, {@code [N, N]}
   * @param unrelated 1 where the nodes are different and neither is above the other, {@code [N, N]}
   * @return radians, a scalar without axes; 0 where there are no such pairs
   */
  public static NDArray loss(Geometry geometry, NDArray points, NDArray above, NDArray unrelated) {
    NDArray energies = energies(geometry, points);
    NDArray lacking = positive(energies.neg().add(Constants.of(points, MARGIN)));
    return mean(energies, above).add(mean(lacking, unrelated));
  }

  /**
   * How far each point lies outside of each one's cone.
   *
   * @param geometry where the points live, bound to the pass
   * @param points {@code [N, D]}
   * @return {@code max(0, Ξ(x, y) − ψ(x))} in radians, {@code x} by rows and {@code y} by columns,
   *     {@code [N, N]}
   */
  static NDArray energies(Geometry geometry, NDArray points) {
    NDArray apex = points.expandDims(1);
    NDArray origin = geometry.expOrigin(geometry.logOrigin(points).zerosLike());
    NDArray radius = geometry.distance(points, origin);
    NDArray home = geometry.log(points, origin).expandDims(1);
    NDArray there = geometry.log(apex, points.expandDims(0));
    NDArray lengths = radius.expandDims(-1).mul(geometry.distances(points, points));
    NDArray toward = geometry.inner(apex, home, there).neg();
    NDArray exterior = clipped(toward.div(lengths.add(Functions.isZero(lengths)))).acos();
    return positive(exterior.sub(halfAperture(geometry, radius).expandDims(-1)));
  }

  /** {@code ψ}, {@code [N]}. */
  private static NDArray halfAperture(Geometry geometry, NDArray radius) {
    NDArray areal = geometry.arealRadius(radius);
    NDArray width = Constants.of(radius, 2 * K);
    NDArray ratio = areal.maximum(width).pow(Constants.of(radius, -1)).mul(width);
    return clipped(ratio).asin();
  }

  private static NDArray clipped(NDArray x) {
    return x.minimum(Constants.of(x, NEAR_ONE)).maximum(Constants.of(x, -NEAR_ONE));
  }

  private static NDArray positive(NDArray x) {
    return x.maximum(x.zerosLike());
  }

  private static NDArray mean(NDArray values, NDArray where) {
    NDArray weights = Casts.to(where, values.getDataType());
    NDArray total = weights.sum();
    return values.mul(weights).sum().div(total.maximum(total.onesLike()));
  }
}
