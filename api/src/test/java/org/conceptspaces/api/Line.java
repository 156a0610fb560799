package org.conceptspaces.api;

import ai.djl.ndarray.NDArray;
import org.conceptspaces.api.numeric.Functions;

/** Flat space by nothing but the methods that a geometry must write itself. */
final class Line implements Geometry {

  @Override
  public double radius() {
    return 7;
  }

  @Override
  public NDArray project(NDArray x) {
    return x;
  }

  @Override
  public NDArray exp(NDArray x, NDArray v) {
    return x.add(v);
  }

  @Override
  public NDArray log(NDArray x, NDArray y) {
    return y.sub(x);
  }

  @Override
  public NDArray distance(NDArray x, NDArray y) {
    return Functions.norm(x.sub(y));
  }

  @Override
  public NDArray inner(NDArray x, NDArray u, NDArray v) {
    return Functions.dot(u, v);
  }

  @Override
  public NDArray transport(NDArray x, NDArray y, NDArray v) {
    return v;
  }

  @Override
  public NDArray riemannianGradient(NDArray x, NDArray gradient) {
    return gradient;
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
    NDArray total = weights.sum(new int[] {-1}, true);
    NDArray none = total.eq(0f);
    NDArray safe = total.onesLike().getNDArrayInternal().where(none, total);
    return weights.div(safe).matMul(points);
  }
}
