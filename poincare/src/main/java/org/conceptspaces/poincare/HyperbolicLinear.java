package org.conceptspaces.poincare;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import org.conceptspaces.api.numeric.Casts;
import org.conceptspaces.api.numeric.Constants;
import org.conceptspaces.api.numeric.Functions;
import org.conceptspaces.api.numeric.Rows;
import org.conceptspaces.api.numeric.Shapes;

/**
 * The linear map of the ball after Shimizu, Mukuta and Harada, "Hyperbolic neural networks++"
 * (2021), sections 3.1 and 3.2. Each output {@code k} has a hyperplane with normal {@code z_k} and
 * offset {@code r_k}; its score is the signed distance from it, {@code 2‖z_k‖} times:
 *
 * <pre>{@code
 * v_k = (2‖z_k‖/√c) asinh[(2√c⟨x,ẑ_k⟩ cosh(2√c r_k) − (1 + c‖x‖²) sinh(2√c r_k)) / (1 − c‖x‖²)]
 * w = sinh(√c v)/√c,   y = w / (1 + √(1 + c‖w‖²))
 * }</pre>
 *
 * <p>As {@code c → 0} the scores tend to {@code 4(⟨x,z⟩ − ‖z‖r)} and the image to half of that,
 * {@code 2(⟨x,z⟩ − ‖z‖r)}: a flat linear map. (In lengths of the orthonormal frame at the origin,
 * which are twice the coordinates, {@code 2⟨·,z⟩ − 4‖z‖r}.)
 *
 * <p>Parameters enter through {@link org.conceptspaces.api.Pass#value}. They may be float32 or
 * float64; results have the type of {@code x}.
 */
public final class HyperbolicLinear {

  // √c·v beyond which the image is at the edge, below which sinh² is finite in the type.
  private static final float LONGEST64 = 29.9f;
  private static final float LONGEST32 = 14.5f;

  private HyperbolicLinear() {}

  /**
   * Signed distances from hyperplanes, scaled: the logits of multinomial logistic regression.
   *
   * @param ball the ball, bound to the pass if its curvature is learned
   * @param x points, {@code [..., D]}
   * @param z normals, {@code [K, D]}; a normal of 0 gives 0
   * @param r offsets of the hyperplanes from the origin along their normals, {@code [K]}, in
   *     geodesic length {@code 2r}
   * @return scores {@code v}, {@code [..., K]}
   * @throws IllegalArgumentException if shapes do not fit
   */
  public static NDArray scores(PoincareBall ball, NDArray x, NDArray z, NDArray r) {
    Shapes.sameCoordinates(x, z);
    if (z.getShape().dimension() != 2
        || r.getShape().dimension() != 1
        || r.getShape().get(0) != z.getShape().get(0)) {
      throw new IllegalArgumentException(
          "a linear map wants normals [K, D] and offsets [K], not shapes "
              + z.getShape()
              + " and "
              + r.getShape());
    }
    BallCurvature curvature = ball.curvature();
    DataType type = x.getDataType();
    NDArray normals = x.getManager().zeros(z.getShape(), type).add(Casts.to(z, type));
    NDArray offsets = x.getManager().zeros(r.getShape(), type).add(Casts.to(r, type));
    NDArray squared = Rows.squaredNorm(normals);
    NDArray none = Functions.isZero(squared);
    NDArray length = Functions.sqrt(squared);
    NDArray unit = normals.div(length.add(none));

    NDArray rows = x.getShape().dimension() == 1 ? x.expandDims(0) : x;
    NDArray gap = BallNorms.gap(curvature, rows);
    NDArray turn = offsets.mul(curvature.root(x)).mul(Constants.of(x, 2));
    NDArray along =
        rows.matMul(unit.transpose()).mul(turn.cosh()).mul(curvature.root(x)).mul(two(x));
    // 1 + c‖x‖² = 2 − m
    NDArray across = gap.neg().add(2).mul(turn.sinh());
    NDArray scores =
        Functions.asinh(along.sub(across).div(gap))
            .mul(length.reshape(-1))
            .mul(curvature.twiceInverseRoot(x));
    return x.getShape().dimension() == 1 ? scores.squeeze(0) : scores;
  }

  /**
   * The linear map.
   *
   * @param ball the ball, bound to the pass if its curvature is learned
   * @param x points, {@code [..., D]}
   * @param z normals, {@code [K, D]}
   * @param r offsets, {@code [K]}
   * @return points, {@code [..., K]}; scores beyond what the ball holds are cut off at its edge
   * @throws IllegalArgumentException if shapes do not fit
   */
  public static NDArray apply(PoincareBall ball, NDArray x, NDArray z, NDArray r) {
    return fromScores(ball, scores(ball, x, z, r));
  }

  /**
   * The point with given signed distances from the coordinate hyperplanes, {@code y} above.
   *
   * @param ball the ball, bound to the pass if its curvature is learned
   * @param v signed distances, {@code [..., K]}
   * @return the point, {@code [..., K]}
   */
  public static NDArray fromScores(PoincareBall ball, NDArray v) {
    Shapes.sameCoordinates(v);
    BallCurvature curvature = ball.curvature();
    float longest = v.getDataType() == DataType.FLOAT64 ? LONGEST64 : LONGEST32;
    // √c·w rather than w, so that one clip serves every curvature
    NDArray w = v.mul(curvature.root(v)).clip(-longest, longest).sinh();
    NDArray y = w.div(Rows.squaredNorm(w).add(1).sqrt().add(1)).mul(curvature.inverseRoot(v));
    return Edge.project(curvature, y);
  }

  private static NDArray two(NDArray like) {
    return Constants.of(like, 2);
  }
}
