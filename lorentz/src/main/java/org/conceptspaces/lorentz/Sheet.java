package org.conceptspaces.lorentz;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import org.conceptspaces.api.curvature.Curvature;
import org.conceptspaces.api.numeric.Constants;
import org.conceptspaces.api.numeric.Functions;
import org.conceptspaces.api.numeric.Limit;
import org.conceptspaces.api.numeric.Rows;

/**
 * The upper sheet of the hyperboloid: from points to their space coordinates and back, and how far
 * out it goes. Lengths are for {@code c = 1}; the sheet of another curvature is the same one,
 * scaled by {@code 1/√c}.
 */
final class Sheet {

  // The reach of the ball: what a network puts further out than float32 can tell apart is cut off
  // at the same place in both models.
  private static final double LIMIT64 = 30;
  private static final double LIMIT32 = 15;

  // Shortened rows land below the bound by more than rounding can lift them, so that a second
  // projection leaves them alone.
  private static final double BELOW64 = 1 - 0x1p-46;
  private static final double BELOW32 = 1 - 0x1p-20;

  // Times that are off by no more are taken for rounding.
  private static final double ROUNDING64 = 4e-15;
  private static final double ROUNDING32 = 2e-6;

  private Sheet() {}

  /** {@code s} of points, {@code u} of tangents, {@code [..., d + 1]} to {@code [..., d]}. */
  static NDArray space(NDArray x) {
    return parts(x).get(1);
  }

  /** Time, {@code [..., 1]}, and space, {@code [..., d]}. */
  static NDList parts(NDArray x) {
    return x.split(new long[] {1}, x.getShape().dimension() - 1);
  }

  static NDArray join(NDArray time, NDArray space) {
    return NDArrays.concat(new NDList(time, space), space.getShape().dimension() - 1);
  }

  /** {@code C = √(1 + c‖s‖²)}, {@code [..., 1]}. */
  static NDArray cosh(Curvature curvature, NDArray s) {
    return Rows.squaredNorm(s).mul(curvature.c(s)).add(1).sqrt();
  }

  /** The point over space coordinates. */
  static NDArray point(Curvature curvature, NDArray s) {
    return join(cosh(curvature, s).mul(curvature.inverseRoot(s)), s);
  }

  /** The point over space coordinates, at the edge of what can be computed if they lie beyond. */
  static NDArray pointInside(Curvature curvature, NDArray s) {
    return point(curvature, s.mul(edge(curvature, s).factor()));
  }

  private static Limit edge(Curvature curvature, NDArray s) {
    boolean wide = s.getDataType() == DataType.FLOAT64;
    double bound = Math.sinh(wide ? LIMIT64 : LIMIT32);
    double target = bound * (wide ? BELOW64 : BELOW32);
    return Limit.of(s, Rows.squaredNorm(s), curvature.inverseRoot(s), bound, target);
  }

  /** The tangent with given space coordinates. */
  static NDArray tangent(Curvature curvature, NDArray s, NDArray cosh, NDArray u) {
    return join(Rows.dot(u, s).mul(curvature.root(u)).div(cosh), u);
  }

  /** Rows inside as they are, others with their own space coordinates, or nearer ones. */
  static NDArray project(Curvature curvature, NDArray x) {
    NDList parts = parts(x);
    NDArray s = parts.get(1);
    NDArray factor = edge(curvature, s).factor();
    NDArray point = point(curvature, s.mul(factor));
    NDArray time = parts(point).get(0);
    double rounding = x.getDataType() == DataType.FLOAT64 ? ROUNDING64 : ROUNDING32;
    NDArray near = parts.get(0).sub(time).abs().lte(time.mul(Constants.of(x, rounding)));
    NDArray inside = near.logicalAnd(factor.eq(1f));
    return Functions.choose(inside.broadcast(x.getShape()), x, point);
  }

  /** Limits tangents in the orthonormal frame at the origin so that they do not leave the sheet. */
  static Limit limitAtOrigin(Curvature curvature, NDArray v) {
    double bound = reach(v.getDataType());
    return Limit.of(v, Rows.squaredNorm(v), curvature.inverseRoot(v), bound, bound);
  }

  /** Limits lengths of tangents where {@code exp} has long reached the edge, from any point. */
  static Limit limitAnywhere(Curvature curvature, NDArray a) {
    double bound = 2 * reach(a.getDataType());
    return Limit.of(a, Rows.squaredNorm(a), curvature.inverseRoot(a), bound, bound);
  }

  /** How far out the sheet goes, in units of {@code 1/√c}. */
  static double reach(DataType type) {
    return type == DataType.FLOAT64 ? LIMIT64 : LIMIT32;
  }
}
