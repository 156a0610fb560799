package org.conceptspaces.lorentz;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Activation;
import java.util.Map;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.curvature.Curvature;
import org.conceptspaces.api.curvature.FixedCurvature;
import org.conceptspaces.api.numeric.Casts;
import org.conceptspaces.api.numeric.Constants;
import org.conceptspaces.api.numeric.Functions;
import org.conceptspaces.api.numeric.Limit;
import org.conceptspaces.api.numeric.Rows;
import org.conceptspaces.api.numeric.Shapes;
import org.conceptspaces.api.numeric.Temporaries;
import org.conceptspaces.api.pairs.PairGradients;
import org.conceptspaces.api.pairs.PairKernel;

/**
 * The hyperboloid of curvature {@code -c}: points {@code (t, s)} with {@code t = √(1/c + ‖s‖²)},
 * one coordinate more than dimensions. The origin is {@code (1/√c, 0)}; the space coordinates are
 * an orthonormal frame there. A point is where its space coordinates say, and a tangent likewise:
 * {@link #project} sets time right, and nothing else reads it but {@link #riemannianGradient}, of
 * the derivatives that it is given.
 *
 * <p>Works in the floating type of its first operand, whatever {@link #type()} says. Points are
 * kept within {@code 30/√c} of the origin in float64, {@code 15/√c} in float32, by {@link #project}
 * and every operation that yields points.
 */
public final class Hyperboloid implements Geometry, PairGradients {

  private final Curvature curvature;
  private final DataType type;

  /**
   * A hyperboloid whose points are stored in float64.
   *
   * @param c minus the curvature, above 0
   * @throws IllegalArgumentException if {@code c} is not above 0
   */
  public Hyperboloid(double c) {
    this(c, DataType.FLOAT64);
  }

  /**
   * A hyperboloid.
   *
   * @param c minus the curvature, above 0
   * @param type the type its points are stored in, {@code FLOAT64} or {@code FLOAT32}
   * @throws IllegalArgumentException if {@code c} is not above 0, or the type is another
   */
  public Hyperboloid(double c, DataType type) {
    this(new FixedCurvature(c), type);
  }

  Hyperboloid(Curvature curvature, DataType type) {
    if (type != DataType.FLOAT32 && type != DataType.FLOAT64) {
      throw new IllegalArgumentException("points are FLOAT32 or FLOAT64, not " + type);
    }
    this.curvature = curvature;
    this.type = type;
  }

  @Override
  public int coordinates(int dimension) {
    return dimension + 1;
  }

  @Override
  public DataType type() {
    return type;
  }

  @Override
  public Hyperboloid in(DataType other) {
    return other == type ? this : new Hyperboloid(curvature, other);
  }

  /**
   * {@code 12/√c} in float64, {@code 6/√c} in float32, for the {@code c} before training where it
   * is learned: as in the ball, and for the same reason. Products of two times grow as {@code
   * exp(2√c R)}; up to these radii they leave five digits of {@link #midpoint} in float64, two in
   * float32.
   */
  @Override
  public double radius() {
    return (type == DataType.FLOAT64 ? 12 : 6) / Math.sqrt(curvature.initial());
  }

  /**
   * {@code 18/√c} in float64, {@code 6/√c} in float32, for the {@code c} before training where it
   * is learned. There a unit in the last place of a coordinate is a step of 4e-9 (1e-5) in length,
   * and {@link #distance} is right to a relative 1e-7 on the coordinates as stored.
   */
  @Override
  public double workingRadius() {
    return (type == DataType.FLOAT64 ? 18 : 6) / Math.sqrt(curvature.initial());
  }

  @Override
  public NDArray project(NDArray x) {
    Shapes.sameCoordinates(x);
    return Sheet.project(curvature, x);
  }

  /** {@code cosh(√c‖v‖) x + sinh(√c‖v‖)/(√c‖v‖) v}. */
  @Override
  public NDArray exp(NDArray x, NDArray v) {
    Shapes.sameCoordinates(x, v);
    NDArray s = Sheet.space(x);
    NDArray u = Sheet.space(alike(v, x));
    Limit limit = Sheet.limitAnywhere(curvature, frame(s, u));
    NDArray cosh = limit.norm().mul(curvature.root(s)).cosh();
    NDArray along = u.mul(limit.factor().mul(sinhc(limit)));
    return Sheet.pointInside(curvature, s.mul(cosh).add(along));
  }

  /**
   * With {@code z = c⟨x − y, x − y⟩}: {@code (y − x − z/2 x) √c d/sinh(√c d)}, {@code sinh²(√c d) =
   * z(1 + z/4)}.
   */
  @Override
  public NDArray log(NDArray x, NDArray y) {
    Shapes.sameCoordinates(x, y);
    Chord chord = Chord.of(curvature, x, alike(y, x));
    NDArray half = halfSquare(chord);
    NDArray factor = Functions.asinhc(half.add(2).mul(half));
    NDArray u = chord.difference().add(chord.space().mul(half)).neg().mul(factor);
    return Sheet.tangent(curvature, chord.space(), chord.cosh(), u);
  }

  /**
   * {@code x} boosted: {@code p + s (cosh(√c‖v‖) + c⟨s, p⟩/(1 + C))} with {@code p} that of {@code
   * v}.
   */
  @Override
  public NDArray translate(NDArray x, NDArray v) {
    frameOf(x, v);
    NDArray s = Sheet.space(x);
    NDArray tangent = alike(v, x);
    Limit limit = Sheet.limitAtOrigin(curvature, tangent);
    NDArray p = tangent.mul(limit.factor().mul(sinhc(limit)));
    NDArray along = Rows.dot(s, p).mul(curvature.c(s)).div(Sheet.cosh(curvature, s).add(1));
    NDArray cosh = limit.norm().mul(curvature.root(s)).cosh();
    return Sheet.pointInside(curvature, s.mul(along.add(cosh)).add(p));
  }

  /**
   * {@code (2/√c) asinh(½√c √⟨x − y, x − y⟩)}. Float32 coordinates are widened on the way: their
   * squares are exact in float64.
   */
  @Override
  public NDArray distance(NDArray x, NDArray y) {
    Shapes.sameCoordinates(x, y);
    NDArray wide = Casts.to(x, DataType.FLOAT64);
    Chord chord = Chord.of(curvature, wide, Casts.to(y, DataType.FLOAT64));
    NDArray half = Functions.sqrt(chord.square()).mul(curvature.root(x)).mul(Constants.of(x, 0.5));
    NDArray distance = Functions.asinh(half).mul(curvature.twiceInverseRoot(x));
    return Casts.to(Rows.drop(distance), x.getDataType());
  }

  @Override
  public NDArray inner(NDArray x, NDArray u, NDArray v) {
    Shapes.sameCoordinates(x, u, v);
    NDArray s = Sheet.space(x);
    return Rows.drop(
        Rows.dot(frame(s, Sheet.space(alike(u, x))), frame(s, Sheet.space(alike(v, x)))));
  }

  /**
   * {@code v + c⟨y, v⟩/(1 − c⟨x, y⟩) (x + y)}. Moved to the origin, {@code y} is {@code p = y − x −
   * x(C' − C + z/2)/(1 + C)} in space coordinates, and {@code ⟨y, v⟩ = ⟨p, a⟩}, {@code a} the
   * components of {@code v} in the frame there.
   */
  @Override
  public NDArray transport(NDArray x, NDArray y, NDArray v) {
    Shapes.sameCoordinates(x, y, v);
    Chord chord = Chord.of(curvature, x, alike(y, x));
    NDArray s = chord.space();
    NDArray u = Sheet.space(alike(v, x));
    NDArray half = halfSquare(chord);
    NDArray back = chord.rise().sub(half).div(chord.cosh().add(1));
    NDArray p = s.mul(back).sub(chord.difference());
    NDArray turn = Rows.dot(p, frame(s, u)).mul(curvature.c(s)).div(half.add(2));
    NDArray moved = s.add(chord.other()).mul(turn).add(u);
    return Sheet.tangent(curvature, chord.other(), chord.otherCosh(), moved);
  }

  /** {@code h + c⟨x, h⟩ x}, {@code h} the derivatives with the sign of the first one turned. */
  @Override
  public NDArray riemannianGradient(NDArray x, NDArray gradient) {
    Shapes.sameCoordinates(x, gradient);
    NDList parts = Sheet.parts(alike(gradient, x));
    NDArray s = Sheet.space(x);
    NDArray cosh = Sheet.cosh(curvature, s);
    NDArray time = cosh.mul(curvature.inverseRoot(s));
    NDArray along = Rows.dot(s, parts.get(1)).add(time.mul(parts.get(0)));
    NDArray u = s.mul(along.mul(curvature.c(s))).add(parts.get(1));
    return Sheet.tangent(curvature, s, cosh, u);
  }

  /** Tangents longer than {@code 30/√c} (15 in float32) are shortened to that. */
  @Override
  public NDArray expOrigin(NDArray v) {
    Shapes.sameCoordinates(v);
    Limit limit = Sheet.limitAtOrigin(curvature, v);
    return Sheet.pointInside(curvature, v.mul(limit.factor().mul(sinhc(limit))));
  }

  @Override
  public NDArray embed(NDArray features) {
    Shapes.sameCoordinates(features);
    NDArray v = type == DataType.FLOAT32 ? Casts.to(features, type) : features;
    NDArray square = Casts.to(Rows.squaredNorm(v), type);
    NDArray unit = square.onesLike();
    NDArray reach = unit.mul(curvature.inverseRoot(v)).mul(Constants.of(v, Sheet.reach(type)));
    Limit limit = Limit.of(v, square, reach.minimum(unit.mul(Constants.of(v, radius()))), 1, 1);
    // The factor has axes: where it is of float64, so is the product.
    return Sheet.pointInside(curvature, v.mul(limit.factor().mul(sinhc(limit))));
  }

  @Override
  public NDArray logOrigin(NDArray x) {
    Shapes.sameCoordinates(x);
    NDArray s = Sheet.space(x);
    return s.mul(Functions.asinhc(Rows.squaredNorm(s).mul(curvature.c(s))));
  }

  /**
   * Centroids of squared Lorentzian distance (Law et al. 2019), the ball's gyromidpoints: with
   * weights that sum to 1, {@code Σ w x} over its Lorentz norm. For two points of equal weight the
   * middle of the geodesic. The norm is at least 1, and lifted to it where rounding leaves less.
   */
  @Override
  public NDArray midpoint(NDArray points, NDArray weights) {
    Shapes.weighted(points, weights);
    try (Temporaries temporaries = Temporaries.below(points.getManager())) {
      NDArray s = Sheet.space(temporaries.use(points));
      NDArray w = Casts.to(temporaries.use(weights), points.getDataType());
      NDArray total = w.sum(new int[] {-1}, true);
      NDArray divisor = total.add(Functions.isZero(total));
      NDArray time = w.matMul(Sheet.cosh(curvature, s)).div(divisor);
      NDArray space = w.matMul(s).div(divisor);
      NDArray squared = time.square().sub(Rows.squaredNorm(space).mul(curvature.c(s)));
      NDArray norm = Activation.relu(squared.sub(1)).add(1).sqrt();
      // A row without weight has space = 0, time = 0 and norm = 1: the origin.
      return temporaries.keep(Sheet.pointInside(curvature, space.div(norm)));
    }
  }

  /**
   * {@inheritDoc}
   *
   * <p>{@code −c⟨x, y⟩ = cosh(√c d)} comes from one matrix product, to about {@code 1e-16 exp(2√c
   * R)} at distance {@code R} from the origin: points closer than 1e-8 near the origin or 1e-3 at R
   * = 12 (both for c = 1, in float64) cannot be told from coincident ones. Farther ones are right
   * to a relative 1e-6 within {@link #radius()}.
   */
  @Override
  public NDArray distances(NDArray x, NDArray y) {
    Shapes.pairwise(x, y);
    NDArray s = Sheet.space(x);
    NDArray other = Sheet.space(alike(y, x));
    NDArray left = Sheet.join(Sheet.cosh(curvature, s), s.mul(curvature.c(s)).neg());
    NDArray right = Sheet.join(Sheet.cosh(curvature, other), other);
    int axes = right.getShape().dimension();
    // In place: of a product autograd keeps the operands alone.
    NDArray excess = left.matMul(right.swapAxes(axes - 2, axes - 1)).subi(1);
    NDArray q = Activation.relu(excess.muli(Constants.of(x, 0.5)));
    return Functions.asinhOfRoot(q).mul(curvature.twiceInverseRoot(x));
  }

  /**
   * Components of a tangent in the orthonormal frame at the origin, carried there along the
   * geodesic: {@code u − s c⟨s, u⟩/(C(1 + C))}. Their plain dot products are the tangents' own.
   */
  private NDArray frame(NDArray s, NDArray u) {
    NDArray cosh = Sheet.cosh(curvature, s);
    NDArray factor = Rows.dot(s, u).mul(curvature.c(s)).div(cosh.add(1).mul(cosh));
    return s.mul(factor.neg()).add(u);
  }

  private NDArray halfSquare(Chord chord) {
    NDArray square = chord.square();
    return square.mul(curvature.c(square)).mul(Constants.of(square, 0.5));
  }

  private NDArray sinhc(Limit limit) {
    return Functions.sinhc(limit.norm().square().mul(curvature.c(limit.norm())));
  }

  private static void frameOf(NDArray x, NDArray v) {
    long[] p = x.getShape().getShape();
    long[] q = v.getShape().getShape();
    if (p.length == 0 || q.length == 0 || p[p.length - 1] != q[q.length - 1] + 1) {
      throw new IllegalArgumentException(
          "points [..., d + 1] want tangents [..., d] at the origin, not shapes "
              + x.getShape()
              + " and "
              + v.getShape());
    }
  }

  private static NDArray alike(NDArray operand, NDArray first) {
    return Casts.to(operand, first.getDataType());
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

  /** Up to where {@link #project} keeps points of float64, {@code 30/√c}. */
  @Override
  public PairKernel pairs(int dimension) {
    double c = curvature.current();
    return new SheetPairs(dimension, c, Sheet.reach(DataType.FLOAT64) / Math.sqrt(c));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hyperboloid that
        && curvature.equals(that.curvature)
        && type == that.type;
  }

  @Override
  public int hashCode() {
    return 31 * curvature.hashCode() + type.hashCode();
  }

  @Override
  public String toString() {
    return "Hyperboloid(curvature=" + curvature + ", " + type + ")";
  }
}
