package org.conceptspaces.testkit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import org.conceptspaces.api.Geometry;

/** A geometry that does what another does, until a subclass breaks one operation. */
abstract class Altered implements Geometry {

  final Geometry correct;

  Altered(Geometry correct) {
    this.correct = correct;
  }

  @Override
  public int coordinates(int dimension) {
    return correct.coordinates(dimension);
  }

  @Override
  public DataType type() {
    return correct.type();
  }

  @Override
  public double radius() {
    return correct.radius();
  }

  @Override
  public NDArray project(NDArray x) {
    return correct.project(x);
  }

  @Override
  public NDArray exp(NDArray x, NDArray v) {
    return correct.exp(x, v);
  }

  @Override
  public NDArray log(NDArray x, NDArray y) {
    return correct.log(x, y);
  }

  @Override
  public NDArray distance(NDArray x, NDArray y) {
    return correct.distance(x, y);
  }

  @Override
  public NDArray inner(NDArray x, NDArray u, NDArray v) {
    return correct.inner(x, u, v);
  }

  @Override
  public NDArray transport(NDArray x, NDArray y, NDArray v) {
    return correct.transport(x, y, v);
  }

  @Override
  public NDArray riemannianGradient(NDArray x, NDArray gradient) {
    return correct.riemannianGradient(x, gradient);
  }

  @Override
  public NDArray expOrigin(NDArray v) {
    return correct.expOrigin(v);
  }

  @Override
  public NDArray logOrigin(NDArray x) {
    return correct.logOrigin(x);
  }

  @Override
  public NDArray translate(NDArray x, NDArray v) {
    return correct.translate(x, v);
  }

  @Override
  public NDArray midpoint(NDArray points, NDArray weights) {
    return correct.midpoint(points, weights);
  }

  @Override
  public NDArray distances(NDArray x, NDArray y) {
    return correct.distances(x, y);
  }

  @Override
  public NDArray affinity(NDArray x, NDArray y) {
    return correct.affinity(x, y);
  }

  @Override
  public NDArray arealRadius(NDArray radius) {
    return correct.arealRadius(radius);
  }

  @Override
  public double sectionalCurvature() {
    return correct.sectionalCurvature();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Altered that
        && getClass() == that.getClass()
        && correct.equals(that.correct);
  }

  @Override
  public int hashCode() {
    return getClass().hashCode();
  }

  @Override
  public String toString() {
    return "Altered " + correct;
  }
}
