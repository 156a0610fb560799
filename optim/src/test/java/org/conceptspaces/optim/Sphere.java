package org.conceptspaces.optim;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.types.Shape;
import org.conceptspaces.api.Geometry;

/**
 * The unit sphere in coordinates of the space around it, where not every vector is a tangent: a
 * moment that is not transported shows. Textbook formulas, accurate enough for these tests only.
 */
final class Sphere implements Geometry {

  private static NDArray dot(NDArray x, NDArray y) {
    return x.mul(y).sum(new int[] {-1}, true);
  }

  private static NDArray norm(NDArray x) {
    return dot(x, x).sqrt().maximum(1e-300);
  }

  @Override
  public int coordinates(int dimension) {
    return dimension + 1;
  }

  @Override
  public double radius() {
    return Math.PI / 2;
  }

  @Override
  public NDArray project(NDArray x) {
    return x.div(norm(x));
  }

  @Override
  public NDArray exp(NDArray x, NDArray v) {
    NDArray length = norm(v);
    return x.mul(length.cos()).add(v.mul(length.sin().div(length)));
  }

  @Override
  public NDArray log(NDArray x, NDArray y) {
    NDArray side = y.sub(x.mul(dot(x, y)));
    return side.div(norm(side)).mul(distance(x, y).expandDims(-1));
  }

  @Override
  public NDArray distance(NDArray x, NDArray y) {
    NDArray halfChord = norm(x.sub(y)).squeeze(-1).mul(0.5);
    return halfChord.clip(0, 1).asin().mul(2);
  }

  @Override
  public NDArray inner(NDArray x, NDArray u, NDArray v) {
    return dot(u, v).squeeze(-1);
  }

  @Override
  public NDArray transport(NDArray x, NDArray y, NDArray v) {
    return v.sub(x.add(y).mul(dot(y, v).div(dot(x, y).add(1))));
  }

  @Override
  public NDArray riemannianGradient(NDArray x, NDArray gradient) {
    return gradient.sub(x.mul(dot(x, gradient)));
  }

  @Override
  public NDArray expOrigin(NDArray v) {
    NDArray length = norm(v);
    return length.cos().concat(v.mul(length.sin().div(length)), -1);
  }

  @Override
  public NDArray logOrigin(NDArray x) {
    Shape shape = x.getShape();
    NDArray pole = x.zerosLike().get("..., :1").add(1);
    NDArray origin = pole.concat(x.zerosLike().get("..., 1:"), -1);
    return log(origin.broadcast(shape), x).get("..., 1:");
  }

  @Override
  public NDArray midpoint(NDArray points, NDArray weights) {
    return project(NDArrays.matMul(weights, points));
  }
}
