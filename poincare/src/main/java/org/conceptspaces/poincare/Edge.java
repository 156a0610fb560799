package org.conceptspaces.poincare;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import org.conceptspaces.api.numeric.Casts;
import org.conceptspaces.api.numeric.Constants;
import org.conceptspaces.api.numeric.Functions;
import org.conceptspaces.api.numeric.Limit;
import org.conceptspaces.api.numeric.Rows;

/**
 * How near to the edge points may come. All lengths are for {@code c = 1}; the ball of another
 * curvature is the same ball, scaled by {@code 1/√c}.
 *
 * <p>A coordinate near 1 has a unit in the last place of 1.1e-16 (6e-8 in float32). At distance 30
 * from the origin (15 in float32) the edge is 1.9e-13 (6e-7) away: a thousand (ten) such units, so
 * that rounding never puts a point on the edge itself, where all distances are infinite.
 */
final class Edge {

  private static final double LIMIT64 = 30;
  private static final double LIMIT32 = 15;

  // Shortened rows land below the bound by more than rounding can lift them, so that a second
  // projection leaves them alone: sums of squares in float64, coordinates in their own type.
  private static final double BELOW64 = 1 - 0x1p-48;
  private static final double BELOW32 = 1 - 0x1p-22;

  // Tangents at the origin are limited a bit earlier, which spares the projection: their points lie
  // inside even after the rounding of tanh.
  private static final double TANGENT64 = 29.9;
  private static final double TANGENT32 = 14.5;

  // So are results. Those of float32 keep more of their reach: rounding may lift one from 14.9 to
  // 15.4, no farther, for their gap is 1.4e-6 and a rounded square is off by 5e-7.
  private static final double RESULT64 = 29.9;
  private static final double RESULT32 = 14.9;

  // tanh(40) is 1 in float64. Longer tangents go no further, but their squares may overflow.
  private static final double SATURATED = 40;

  private Edge() {}

  /** Moves rows that are outside, or too near to the edge, just inside. */
  static NDArray project(BallCurvature curvature, NDArray x) {
    boolean wide = x.getDataType() == DataType.FLOAT64;
    double bound = Math.tanh((wide ? LIMIT64 : LIMIT32) / 2);
    double target = bound * (wide ? BELOW64 : BELOW32);
    // In float64, whose rounding is far below the margin between bound and target.
    NDArray square = Rows.wideSquaredNorm(x);
    Limit limit = Limit.of(x, square, curvature.inverseRoot(x), bound, target);
    return Casts.to(x.mul(limit.factor()), x.getDataType());
  }

  /** Limits tangents in the orthonormal frame at the origin so that they do not leave the ball. */
  static Limit limitAtOrigin(BallCurvature curvature, NDArray v) {
    double bound = tangent(v.getDataType());
    return Limit.of(v, Rows.squaredNorm(v), curvature.inverseRoot(v), bound, bound);
  }

  /** Limits features to a radius, too. The limit is of a type of its own. */
  static Limit limitFeatures(BallCurvature curvature, NDArray v, DataType type, double radius) {
    NDArray square = Casts.to(Rows.squaredNorm(v), type);
    NDArray unit = square.onesLike();
    NDArray edge = unit.mul(curvature.inverseRoot(v)).mul(Constants.of(v, tangent(type)));
    return Limit.of(v, square, edge.minimum(unit.mul(Constants.of(v, radius))), 1, 1);
  }

  private static double tangent(DataType type) {
    return type == DataType.FLOAT64 ? TANGENT64 : TANGENT32;
  }

  /**
   * Limits points of which the gap is known better than their coordinates could tell.
   *
   * @param gap {@code 1 − c‖x‖²}
   * @return 1, or what shortens {@code x} so that it lies inside in spite of rounding
   */
  static NDArray limitOfGap(NDArray gap) {
    double bound = Math.tanh((gap.getDataType() == DataType.FLOAT64 ? RESULT64 : RESULT32) / 2);
    NDArray one = gap.onesLike();
    NDArray outside = gap.stopGradient().lt((1 - bound) * (1 + bound));
    NDArray norm = Functions.choose(outside, gap.neg().add(1), one).sqrt();
    return Functions.choose(outside, one.mul(Constants.of(gap, bound)), one).div(norm);
  }

  /**
   * Limits tangents at points with the given gap where {@link org.conceptspaces.api.Geometry#exp}
   * has long reached the edge.
   */
  static Limit limitAt(BallCurvature curvature, NDArray v, NDArray gap) {
    NDArray radius = gap.mul(curvature.inverseRoot(gap));
    NDArray square = Rows.squaredNorm(v).add(gap.zerosLike()); // of all rows
    return Limit.of(v, square, radius, SATURATED, SATURATED);
  }
}
