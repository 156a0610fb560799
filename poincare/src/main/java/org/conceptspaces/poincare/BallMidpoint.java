package org.conceptspaces.poincare;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import org.conceptspaces.api.numeric.Casts;
import org.conceptspaces.api.numeric.Constants;
import org.conceptspaces.api.numeric.Functions;
import org.conceptspaces.api.numeric.Rows;
import org.conceptspaces.api.numeric.Temporaries;

/**
 * Weighted midpoints: Möbius gyromidpoints (Ungar 2010), which are the centroids of the Lorentz
 * model (Law et al. 2019) seen in the ball.
 *
 * <p>With weights that sum to 1, {@code λ = 2/m}, {@code T = Σ w(λ − 1)} and {@code S = Σ w λ x},
 * the centroid's Lorentz norm is {@code N² = T² − c‖S‖²} and its point {@code S/(T + N)}. For equal
 * curvature this is the {@code u/(1 + √(1 − c‖u‖²))}, {@code u = S/T} of the literature, without
 * the root of a number near 0.
 *
 * <p>{@code N² = Σ_ij w_i w_j cosh(√c d_ij) ≥ 1}, so that values below 1 are rounding and are
 * lifted to 1. What remains of rounding is {@code N²} to about {@code 1e-16 exp(2√c R)} for points
 * at distance {@code R} from the origin: below 1e-5 up to the ball's {@link PoincareBall#radius}.
 */
final class BallMidpoint {

  private BallMidpoint() {}

  /** {@code [..., m, D]} and {@code [..., n, m]} to {@code [..., n, D]}. */
  static NDArray of(BallCurvature curvature, NDArray points, NDArray weights) {
    try (Temporaries temporaries = Temporaries.below(points.getManager())) {
      NDArray w = Casts.to(temporaries.use(weights), points.getDataType());
      NDArray own = temporaries.use(points);
      NDArray total = w.sum(new int[] {-1}, true);
      NDArray none = Functions.isZero(total);
      NDArray divisor = total.add(none);
      NDArray gap = BallNorms.gap(curvature, own);
      NDArray lambda = gap.onesLike().div(gap).mul(Constants.of(gap, 2));
      // Divided by the sum of the weights here, by row, instead of weight by weight before.
      NDArray time = w.matMul(lambda.sub(1)).div(divisor);
      NDArray space = w.matMul(own.mul(lambda)).div(divisor);
      NDArray squared = time.square().sub(Rows.squaredNorm(space).mul(curvature.c(points)));
      NDArray norm = Activation.relu(squared.sub(1)).add(1).sqrt();
      // A row without weight has space = 0, time = 0 and norm = 1: the origin.
      return temporaries.keep(space.div(time.add(norm)));
    }
  }
}
