package org.conceptspaces.poincare;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.Map;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.numeric.Casts;
import org.conceptspaces.api.numeric.Constants;
import org.conceptspaces.api.numeric.Functions;
import org.conceptspaces.api.numeric.Limit;
import org.conceptspaces.api.numeric.Rows;
import org.conceptspaces.api.numeric.Shapes;
import org.conceptspaces.api.pairs.PairGradients;
import org.conceptspaces.api.pairs.PairKernel;

/**
 * The Poincaré ball of curvature {@code -c}: points with {@code c‖x‖² < 1}, as many coordinates as
 * dimensions, conformal factor {@code λ = 2/(1 − c‖x‖²)}. Tangents at the origin are in the
 * orthonormal frame that {@link Geometry} asks for: {@code expOrigin(v) = tanh(√c‖v‖/2) v/(√c‖v‖)},
 * while {@code exp(0, u)} takes coordinates and travels {@code 2‖u‖}.
 *
 * <p>Works in the floating type of its first operand, whatever {@link #type()} says. How far out it
 * can work depends on that type: points are kept within {@code 30/√c} of the origin in float64,
 * {@code 15/√c} in float32 (there but for rounding, which may lift results to {@code 15.4/√c}), by
 * {@link #project} and every operation that yields points. Operations on points outside of the ball
 * yield NaN.
 */
public final class PoincareBall implements Geometry, PairGradients {

  private final BallCurvature curvature;
  private final DataType type;

  /**
   * A ball whose points are stored in float64.
   *
   * @param c minus the curvature, above 0
   * @throws IllegalArgumentException if {@code c} is not above 0
   */
  public PoincareBall(double c) {
    this(c, DataType.FLOAT64);
  }

  /**
   * A ball.
   *
   * @param c minus the curvature, above 0
   * @param type the type its points are stored in, {@code FLOAT64} or {@code FLOAT32}
   * @throws IllegalArgumentException if {@code c} is not above 0, or the type is another
   */
  public PoincareBall(double c, DataType type) {
    this(new FixedBallCurvature(c), type);
  }

  PoincareBall(BallCurvature curvature, DataType type) {
    if (type != DataType.FLOAT32 && type != DataType.FLOAT64) {
      throw new IllegalArgumentException("points are FLOAT32 or FLOAT64, not " + type);
    }
    this.curvature = curvature;
    this.type = type;
  }

  BallCurvature curvature() {
    return curvature;
  }

  /**
   * Minus the curvature, as an operand: of type float64, without axes.
   *
   * @param like an array on the device where it is wanted
   * @return {@code c}; where the curvature is learned, gradients reach its parameter
   */
  public NDArray curvature(NDArray like) {
    return curvature.c(like);
  }

  @Override
  public DataType type() {
    return type;
  }

  @Override
  public PoincareBall in(DataType other) {
    return other == type ? this : new PoincareBall(curvature, other);
  }

  /**
   * {@code 12/√c} in float64, {@code 6/√c} in float32, for the {@code c} before training where it
   * is learned. Products of two conformal factors, which distances and midpoints are made of, grow
   * as {@code exp(2√c R)}: up to these radii they leave five digits of {@link #midpoint} in float64
   * and two in float32, so gradients through attention mean something. A ball of this radius has
   * room for a binary tree 17 (8) deep.
   */
  @Override
  public double radius() {
    return (type == DataType.FLOAT64 ? 12 : 6) / Math.sqrt(curvature.initial());
  }

  /**
   * {@code 24/√c} in float64, {@code 6/√c} in float32, for the {@code c} before training where it
   * is learned. There a unit in the last place of a coordinate is a step of 1e-6 (1e-5) in length:
   * as much as {@link #distance} may be off. {@code distance} itself stays accurate on the
   * coordinates as stored up to where {@link #project} ends, but beyond this radius they are too
   * coarse to tell where a point was meant to be.
   */
  @Override
  public double workingRadius() {
    return (type == DataType.FLOAT64 ? 24 : 6) / Math.sqrt(curvature.initial());
  }

  @Override
  public NDArray project(NDArray x) {
    Shapes.sameCoordinates(x);
    return Edge.project(curvature, x);
  }

  @Override
  public NDArray exp(NDArray x, NDArray v) {
    Shapes.sameCoordinates(x, v);
    return Moebius.exp(curvature, x, v);
  }

  @Override
  public NDArray log(NDArray x, NDArray y) {
    Shapes.sameCoordinates(x, y);
    return Moebius.log(curvature, x, alike(y, x));
  }

  /** {@code x ⊕ expOrigin(v)}. */
  @Override
  public NDArray translate(NDArray x, NDArray v) {
    return moebiusAdd(x, expOrigin(v));
  }

  /**
   * Möbius addition, {@code x ⊕ y}: the left translation that takes the origin to {@code x}.
   *
   * @param x points, {@code [..., D]}
   * @param y points, {@code [..., D]}
   * @return points, {@code [..., D]}
   */
  public NDArray moebiusAdd(NDArray x, NDArray y) {
    Shapes.sameCoordinates(x, y);
    return Moebius.add(curvature, x, alike(y, x));
  }

  @Override
  public NDArray distance(NDArray x, NDArray y) {
    Shapes.sameCoordinates(x, y);
    return BallDistances.rows(curvature, x, alike(y, x));
  }

  @Override
  public NDArray inner(NDArray x, NDArray u, NDArray v) {
    Shapes.sameCoordinates(x, u, v);
    NDArray gap = BallNorms.gap(curvature, x);
    NDArray halfLambda = gap.onesLike().div(gap);
    NDArray dot = x.zerosLike().add(alike(u, x)).mul(alike(v, x)).sum(new int[] {-1}, true);
    return Rows.drop(dot.mul(halfLambda.square()).mul(Constants.of(x, 4)));
  }

  @Override
  public NDArray transport(NDArray x, NDArray y, NDArray v) {
    Shapes.sameCoordinates(x, y, v);
    return Moebius.transport(curvature, x, alike(y, x), alike(v, x));
  }

  @Override
  public NDArray riemannianGradient(NDArray x, NDArray gradient) {
    Shapes.sameCoordinates(x, gradient);
    NDArray factor = BallNorms.gap(curvature, x).square().mul(Constants.of(x, 0.25));
    return factor.mul(alike(gradient, x));
  }

  /** Tangents longer than {@code 29.9/√c} (14.5 in float32) are shortened to that. */
  @Override
  public NDArray expOrigin(NDArray v) {
    Shapes.sameCoordinates(v);
    return v.mul(expOriginFactor(Edge.limitAtOrigin(curvature, v)));
  }

  @Override
  public NDArray embed(NDArray features) {
    Shapes.sameCoordinates(features);
    NDArray v = type == DataType.FLOAT32 ? Casts.to(features, type) : features;
    // The factor has axes: where it is of float64, so is the product.
    return v.mul(expOriginFactor(Edge.limitFeatures(curvature, v, type, radius())));
  }

  private NDArray expOriginFactor(Limit limit) {
    NDArray half = limit.norm().mul(Constants.of(limit.norm(), 0.5));
    NDArray ratio = Functions.tanhc(half.square().mul(curvature.c(half)));
    return limit.factor().mul(ratio).mul(Constants.of(ratio, 0.5));
  }

  @Override
  public NDArray logOrigin(NDArray x) {
    Shapes.sameCoordinates(x);
    // artanh r = asinh(r/√(1 − r²)), of which the latter does not saturate
    NDArray gap = BallNorms.gap(curvature, x);
    NDArray square = Rows.squaredNorm(x).mul(curvature.c(x)).div(gap);
    return x.mul(Functions.asinhc(square).div(gap.sqrt())).mul(Constants.of(x, 2));
  }

  /**
   * Möbius gyromidpoints (Ungar 2010): the centroids of the Lorentz model. For two points of equal
   * weight the middle of the geodesic.
   */
  @Override
  public NDArray midpoint(NDArray points, NDArray weights) {
    Shapes.weighted(points, weights);
    return BallMidpoint.of(curvature, points, alike(weights, points));
  }

  /**
   * {@inheritDoc}
   *
   * <p>{@code ‖x − y‖²} comes from a matrix product, to about {@code 4e-16/c}, which at distance
   * {@code R} from the origin is {@code sinh²(√c d/2)} to about {@code 2e-17 exp(2√c R)}: points
   * closer than 1e-8 near the origin, 1e-3 at R = 12, or 11 at R = 24 (all for c = 1, in float64)
   * cannot be told from coincident ones. Farther ones are right to a relative 1e-6 within {@link
   * #radius()}.
   */
  @Override
  public NDArray distances(NDArray x, NDArray y) {
    Shapes.pairwise(x, y);
    return BallDistances.pairs(curvature, x, alike(y, x));
  }

  /** {@code sinh(√c r)/√c}. */
  @Override
  public NDArray arealRadius(NDArray radius) {
    return Functions.sinhc(radius.square().mul(curvature.c(radius))).mul(radius);
  }

  /** {@code curvature}: {@code -c}'s {@code c}. */
  @Override
  public Map<String, Double> parameters() {
    return Map.of("curvature", curvature.current());
  }

  @Override
  public double sectionalCurvature() {
    return -curvature.current();
  }

  private static NDArray alike(NDArray operand, NDArray first) {
    return Casts.to(operand, first.getDataType());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PoincareBall that
        && curvature.equals(that.curvature)
        && type == that.type;
  }

  @Override
  public int hashCode() {
    return 31 * curvature.hashCode() + type.hashCode();
  }

  @Override
  public String toString() {
    String learned = curvature instanceof FixedBallCurvature ? "" : ", learned";
    return "PoincareBall(curvature=" + curvature.initial() + learned + ", " + type + ")";
  }

  /** Up to where {@link #project} keeps points of float64, {@code 30/√c}. */
  @Override
  public PairKernel pairs(int dimension) {
    double c = curvature.current();
    return new BallPairs(dimension, c, 30 / Math.sqrt(c));
  }
}
