package com.example.sphere;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.numeric.Casts;
import org.conceptspaces.api.numeric.Functions;
import org.conceptspaces.api.numeric.Shapes;

/**
 * The unit sphere: points of norm 1, with one coordinate more than dimensions. The origin is the
 * pole (1, 0, …, 0); the other coordinates are an orthonormal frame there. Formulas: Absil, Mahony,
 * Sepulchre, Optimization Algorithms on Matrix Manifolds (2008), examples 5.4.1 and 8.1.1.
 */
public final class Sphere implements Geometry {

  @Override
  public int coordinates(int dimension) {
    return dimension + 1;
  }

  /** π/2: the equator. Beyond, tangents of different directions come close to each other again. */
  @Override
  public double radius() {
    return Math.PI / 2;
  }

  @Override
  public NDArray project(NDArray x) {
    NDArray largest = x.abs().max(new int[] {-1}, true);
    NDArray scaled = x.div(largest.add(Functions.isZero(largest))); // squares shall not overflow
    NDArray onSphere = normalized(scaled);
    // A point that is only rounded stays as it is: to divide it again could move it each time.
    double rounding = x.getDataType() == DataType.FLOAT64 ? 4e-15 : 2e-6;
    NDArray inside = x.square().sum(new int[] {-1}, true).sub(1).abs().lte(rounding);
    return Functions.choose(inside.broadcast(x.getShape()), x, onSphere);
  }

  @Override
  public NDArray exp(NDArray x, NDArray v) {
    NDArray tangent = like(x, v);
    NDArray length = column(Functions.norm(tangent));
    return x.mul(length.cos()).add(tangent.mul(ratio(length.sin(), length)));
  }

  @Override
  public NDArray log(NDArray x, NDArray y) {
    NDArray step = x.neg().add(like(x, y));
    NDArray tangent = step.sub(x.mul(column(Functions.dot(x, step))));
    return tangent.mul(ratio(column(distance(x, y)), column(Functions.norm(tangent))));
  }

  /** Accurate at both ends, where the arc cosine of the dot product is not. */
  @Override
  public NDArray distance(NDArray x, NDArray y) {
    NDArray other = like(x, y);
    NDArray half = Functions.norm(x.sub(other)).atan2(Functions.norm(x.add(other)));
    return half.add(half);
  }

  @Override
  public NDArray inner(NDArray x, NDArray u, NDArray v) {
    return Functions.dot(x.zerosLike().add(like(x, u)), like(x, v));
  }

  @Override
  public NDArray transport(NDArray x, NDArray y, NDArray v) {
    NDArray sum = x.add(like(x, y));
    NDArray tangent = x.zerosLike().add(like(x, v));
    NDArray factor = Functions.dot(tangent, like(x, y)).div(Functions.dot(x, like(x, y)).add(1));
    return tangent.sub(sum.mul(column(factor)));
  }

  @Override
  public NDArray riemannianGradient(NDArray x, NDArray gradient) {
    NDArray g = like(x, gradient);
    return x.mul(column(Functions.dot(x, g)).neg()).add(g);
  }

  @Override
  public NDArray expOrigin(NDArray v) {
    NDArray length = column(Functions.norm(v));
    return NDArrays.concat(
        new NDList(length.cos(), v.mul(ratio(length.sin(), length))), v.getShape().dimension() - 1);
  }

  @Override
  public NDArray logOrigin(NDArray x) {
    NDList parts = x.split(new long[] {1}, x.getShape().dimension() - 1);
    NDArray length = column(Functions.norm(parts.get(1)));
    return parts.get(1).mul(ratio(length.atan2(parts.get(0)), length));
  }

  /** The normalised weighted sum; the pole where that vanishes. */
  @Override
  public NDArray midpoint(NDArray points, NDArray weights) {
    Shapes.weighted(points, weights);
    NDArray mine = points.getManager().zeros(weights.getShape(), points.getDataType());
    return normalized(mine.add(Casts.to(weights, points.getDataType())).matMul(points));
  }

  private static NDArray normalized(NDArray x) {
    NDArray norm = column(Functions.norm(x));
    NDArray vanished = Functions.isZero(norm);
    NDList pole = x.stopGradient().zerosLike().split(new long[] {1}, x.getShape().dimension() - 1);
    pole.set(0, pole.get(0).add(1));
    NDArray poleIfVanished =
        NDArrays.concat(pole, x.getShape().dimension() - 1).mul(vanished);
    return x.add(poleIfVanished).div(norm.add(vanished));
  }

  /** {@code a/b}, and 1 where both are 0, without a NaN in the gradient. */
  private static NDArray ratio(NDArray a, NDArray b) {
    NDArray one = Functions.isZero(b);
    return a.add(one).div(b.add(one));
  }

  private static NDArray column(NDArray rows) {
    return rows.expandDims(-1);
  }

  /** An operand in the type of the first, its number of coordinates checked. */
  private static NDArray like(NDArray x, NDArray operand) {
    Shapes.sameCoordinates(x, operand);
    return Casts.to(operand, x.getDataType());
  }

  @Override
  public NDArray arealRadius(NDArray radius) {
    return radius.sin();
  }

  @Override
  public double sectionalCurvature() {
    return 1;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sphere;
  }

  @Override
  public int hashCode() {
    return Sphere.class.hashCode();
  }

  @Override
  public String toString() {
    return "Sphere";
  }
}
