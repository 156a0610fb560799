package org.conceptspaces.euclidean;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Activation;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.numeric.Casts;
import org.conceptspaces.api.numeric.Constants;
import org.conceptspaces.api.numeric.Functions;
import org.conceptspaces.api.numeric.Shapes;
import org.conceptspaces.api.numeric.Temporaries;
import org.conceptspaces.api.pairs.PairGradients;
import org.conceptspaces.api.pairs.PairKernel;

/**
 * Flat space: geodesics are straight lines, tangents are differences of points, the midpoint is the
 * weighted mean. Points have as many coordinates as the space has dimensions, and every finite row
 * is a point. The origin's orthonormal frame is the coordinate frame, so {@link #expOrigin} and
 * {@link #logOrigin} change nothing.
 *
 * <p>Works in the floating type of its first operand, whatever {@link #type()} says. {@link
 * #project}, {@link #expOrigin} and {@link #logOrigin} return their operand itself.
 */
public final class EuclideanGeometry implements Geometry, PairGradients {

  private final DataType type;

  /** Flat space whose points are stored in float32. */
  public EuclideanGeometry() {
    this(DataType.FLOAT32);
  }

  /**
   * Flat space.
   *
   * @param type the type its points are stored in, {@code FLOAT32} or {@code FLOAT64}
   * @throws IllegalArgumentException for other types
   */
  public EuclideanGeometry(DataType type) {
    if (type != DataType.FLOAT32 && type != DataType.FLOAT64) {
      throw new IllegalArgumentException("points are FLOAT32 or FLOAT64, not " + type);
    }
    this.type = type;
  }

  @Override
  public DataType type() {
    return type;
  }

  @Override
  public EuclideanGeometry in(DataType other) {
    return other == type ? this : new EuclideanGeometry(other);
  }

  /** Every tangent is useful: there is neither an edge nor a cut locus to keep away from. */
  @Override
  public double radius() {
    return Double.POSITIVE_INFINITY;
  }

  @Override
  public NDArray project(NDArray x) {
    Shapes.sameCoordinates(x);
    return x;
  }

  @Override
  public NDArray exp(NDArray x, NDArray v) {
    Shapes.sameCoordinates(x, v);
    return x.add(Casts.to(v, x.getDataType()));
  }

  /** {@code x + v}. */
  @Override
  public NDArray translate(NDArray x, NDArray v) {
    return exp(x, v);
  }

  @Override
  public NDArray log(NDArray x, NDArray y) {
    // Begins with x, whose manager the result joins.
    return difference(x, y).neg();
  }

  @Override
  public NDArray distance(NDArray x, NDArray y) {
    return Functions.norm(difference(x, y));
  }

  @Override
  public NDArray inner(NDArray x, NDArray u, NDArray v) {
    Shapes.sameCoordinates(x, u, v);
    NDArray zero = x.zerosLike();
    return Functions.dot(
        zero.add(Casts.to(u, x.getDataType())), zero.add(Casts.to(v, x.getDataType())));
  }

  @Override
  public NDArray transport(NDArray x, NDArray y, NDArray v) {
    Shapes.sameCoordinates(x, y, v);
    // Zeros carry the manager, type and leading axes that the points contribute.
    return x.zerosLike()
        .add(Casts.to(y.zerosLike(), x.getDataType()))
        .add(Casts.to(v, x.getDataType()));
  }

  @Override
  public NDArray riemannianGradient(NDArray x, NDArray gradient) {
    Shapes.sameCoordinates(x, gradient);
    return x.zerosLike().add(Casts.to(gradient, x.getDataType()));
  }

  @Override
  public NDArray expOrigin(NDArray v) {
    Shapes.sameCoordinates(v);
    return v;
  }

  @Override
  public NDArray logOrigin(NDArray x) {
    Shapes.sameCoordinates(x);
    return x;
  }

  /** The weighted mean. */
  @Override
  public NDArray midpoint(NDArray points, NDArray weights) {
    Shapes.weighted(points, weights);
    try (Temporaries temporaries = Temporaries.below(points.getManager())) {
      NDArray w = Casts.to(temporaries.use(weights), points.getDataType());
      NDArray total = w.sum(new int[] {-1}, true);
      return temporaries.keep(w.matMul(points).div(total.add(Functions.isZero(total))));
    }
  }

  /**
   * {@inheritDoc}
   *
   * <p>Computed as {@code √(‖x‖² + ‖y‖² − 2⟨x,y⟩)}: the square has an absolute error of a few units
   * in the last place of {@code ‖x‖² + ‖y‖²}, so that points closer than about {@code 1e-8‖x‖}
   * (3e-4 in float32) cannot be told from coincident ones.
   */
  @Override
  public NDArray distances(NDArray x, NDArray y) {
    Shapes.pairwise(x, y);
    NDArray columns = transposed(Casts.to(y, x.getDataType()));
    NDArray xx = x.square().sum(new int[] {-1}, true);
    NDArray yy = columns.square().sum(new int[] {-2}, true);
    // In place: of a product autograd keeps the operands alone.
    NDArray squares = x.matMul(columns).muli(Constants.of(x, -2)).addi(xx).addi(yy);
    // The root of 0 has an infinite slope, and infinity times relu's 0 is not a number.
    double tiny = x.getDataType() == DataType.FLOAT64 ? 1e-300 : 1e-37;
    return Activation.relu(squares).add(Constants.of(x, tiny)).sqrt();
  }

  private static NDArray difference(NDArray x, NDArray y) {
    Shapes.sameCoordinates(x, y);
    return x.sub(Casts.to(y, x.getDataType()));
  }

  private static NDArray transposed(NDArray y) {
    int axes = y.getShape().dimension();
    return y.swapAxes(axes - 2, axes - 1);
  }

  @Override
  public double sectionalCurvature() {
    return 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EuclideanGeometry that && type == that.type;
  }

  @Override
  public int hashCode() {
    return type.hashCode();
  }

  @Override
  public String toString() {
    return "Euclidean(" + type + ")";
  }

  @Override
  public PairKernel pairs(int dimension) {
    return new EuclideanPairs(dimension);
  }
}
