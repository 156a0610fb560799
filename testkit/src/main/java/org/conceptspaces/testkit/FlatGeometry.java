package org.conceptspaces.testkit;

import ai.djl.ndarray.NDArray;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.numeric.Casts;
import org.conceptspaces.api.numeric.Functions;
import org.conceptspaces.api.numeric.Shapes;

/**
 * Flat space in its shortest correct form: what spaces under test stand on, and where a geometry of
 * your own may start from. For use, take the one of the {@code euclidean} module, whose pairwise
 * distances are faster.
 */
public final class FlatGeometry implements Geometry {

  /** Flat space. */
  public FlatGeometry() {}

  @Override
  public double radius() {
    return Double.POSITIVE_INFINITY;
  }

  @Override
  public NDArray project(NDArray x) {
    return x;
  }

  @Override
  public NDArray exp(NDArray x, NDArray v) {
    return x.add(like(x, v));
  }

  @Override
  public NDArray log(NDArray x, NDArray y) {
    return x.neg().add(like(x, y));
  }

  @Override
  public NDArray distance(NDArray x, NDArray y) {
    return Functions.norm(x.sub(like(x, y)));
  }

  @Override
  public NDArray inner(NDArray x, NDArray u, NDArray v) {
    // Zeros of x bring its manager, its type and its leading axes.
    return Functions.dot(x.zerosLike().add(like(x, u)), like(x, v));
  }

  @Override
  public NDArray transport(NDArray x, NDArray y, NDArray v) {
    return x.zerosLike().add(like(x, y.zerosLike())).add(like(x, v));
  }

  @Override
  public NDArray riemannianGradient(NDArray x, NDArray gradient) {
    return x.zerosLike().add(like(x, gradient));
  }

  @Override
  public NDArray expOrigin(NDArray v) {
    return v;
  }

  @Override
  public NDArray logOrigin(NDArray x) {
    return x;
  }

  @Override
  public NDArray midpoint(NDArray points, NDArray weights) {
    Shapes.weighted(points, weights);
    NDArray mine = points.getManager().zeros(weights.getShape(), points.getDataType());
    NDArray w = mine.add(Casts.to(weights, points.getDataType()));
    NDArray total = w.sum(new int[] {-1}, true);
    return w.div(total.add(Functions.isZero(total))).matMul(points);
  }

  /** The operand in the type of the first, its number of coordinates checked. */
  private static NDArray like(NDArray x, NDArray operand) {
    Shapes.sameCoordinates(x, operand);
    return Casts.to(operand, x.getDataType());
  }

  @Override
  public double sectionalCurvature() {
    return 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FlatGeometry;
  }

  @Override
  public int hashCode() {
    return FlatGeometry.class.hashCode();
  }

  @Override
  public String toString() {
    return "Flat";
  }
}
