package org.conceptspaces.testkit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.Map;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.Pass;

/**
 * A geometry that checks every operand and result of another: shapes, finite numbers, membership
 * (points that {@link Geometry#project} would move are not on the manifold), weights of at least 0.
 * What it refuses it names: operation, operand, row and value.
 *
 * <p>Values, gradients and types are those of the wrapped geometry. Each check reads arrays back
 * from the device, so wrap a geometry in tests and where data comes in, never inside a step.
 *
 * <p>All operations throw {@link IllegalArgumentException} for a bad operand and {@link
 * IllegalStateException} for a bad result, which is the wrapped geometry's own fault.
 */
public final class CheckedGeometry implements Geometry {

  private final Geometry geometry;
  private final ValueChecks checks;

  /**
   * Wraps a geometry.
   *
   * @param geometry the geometry
   */
  public CheckedGeometry(Geometry geometry) {
    this.geometry = geometry;
    this.checks = new ValueChecks(geometry);
  }

  /**
   * The geometry inside.
   *
   * @return what was wrapped
   */
  public Geometry unchecked() {
    return geometry;
  }

  @Override
  public int coordinates(int dimension) {
    return geometry.coordinates(dimension);
  }

  @Override
  public DataType type() {
    return geometry.type();
  }

  @Override
  public double radius() {
    return geometry.radius();
  }

  @Override
  public double workingRadius() {
    return geometry.workingRadius();
  }

  @Override
  public Map<String, Double> parameters() {
    return geometry.parameters();
  }

  @Override
  public double sectionalCurvature() {
    return geometry.sectionalCurvature();
  }

  @Override
  public Geometry in(DataType type) {
    return new CheckedGeometry(geometry.in(type));
  }

  @Override
  public NDArray shorten(NDArray features) {
    checks.finite("shorten", "features", features);
    return checks.result("shorten", geometry.shorten(features));
  }

  @Override
  public NDArray embed(NDArray features) {
    checks.finite("embed", "features", features);
    return checks.resultPoints("embed", geometry.embed(features));
  }

  @Override
  public Geometry bind(Pass pass) {
    return new CheckedGeometry(geometry.bind(pass));
  }

  @Override
  public NDArray project(NDArray x) {
    checks.finite("project", "x", x);
    return checks.resultPoints("project", geometry.project(x));
  }

  @Override
  public NDArray exp(NDArray x, NDArray v) {
    checks.points("exp", "x", x);
    checks.vectors("exp", "v", v, x);
    return checks.resultPoints("exp", geometry.exp(x, v));
  }

  @Override
  public NDArray log(NDArray x, NDArray y) {
    checks.points("log", "x", x);
    checks.points("log", "y", y);
    checks.vectors("log", "y", y, x);
    return checks.result("log", geometry.log(x, y));
  }

  @Override
  public NDArray distance(NDArray x, NDArray y) {
    checks.points("distance", "x", x);
    checks.points("distance", "y", y);
    checks.vectors("distance", "y", y, x);
    return checks.resultNotNegative("distance", geometry.distance(x, y));
  }

  @Override
  public NDArray inner(NDArray x, NDArray u, NDArray v) {
    checks.points("inner", "x", x);
    checks.vectors("inner", "u", u, x);
    checks.vectors("inner", "v", v, x);
    return checks.result("inner", geometry.inner(x, u, v));
  }

  @Override
  public NDArray transport(NDArray x, NDArray y, NDArray v) {
    checks.points("transport", "x", x);
    checks.points("transport", "y", y);
    checks.vectors("transport", "y", y, x);
    checks.vectors("transport", "v", v, x);
    return checks.result("transport", geometry.transport(x, y, v));
  }

  @Override
  public NDArray riemannianGradient(NDArray x, NDArray gradient) {
    checks.points("riemannianGradient", "x", x);
    checks.vectors("riemannianGradient", "gradient", gradient, x);
    return checks.result("riemannianGradient", geometry.riemannianGradient(x, gradient));
  }

  @Override
  public NDArray expOrigin(NDArray v) {
    checks.finite("expOrigin", "v", v);
    return checks.resultPoints("expOrigin", geometry.expOrigin(v));
  }

  @Override
  public NDArray logOrigin(NDArray x) {
    checks.points("logOrigin", "x", x);
    return checks.result("logOrigin", geometry.logOrigin(x));
  }

  @Override
  public NDArray translate(NDArray x, NDArray v) {
    checks.points("translate", "x", x);
    checks.finite("translate", "v", v);
    return checks.resultPoints("translate", geometry.translate(x, v));
  }

  @Override
  public NDArray midpoint(NDArray points, NDArray weights) {
    checks.points("midpoint", "points", points);
    checks.weights("midpoint", "weights", weights, points);
    return checks.resultPoints("midpoint", geometry.midpoint(points, weights));
  }

  @Override
  public NDArray distances(NDArray x, NDArray y) {
    checks.sets("distances", x, y);
    return checks.resultNotNegative("distances", geometry.distances(x, y));
  }

  @Override
  public NDArray affinity(NDArray x, NDArray y) {
    checks.sets("affinity", x, y);
    return checks.result("affinity", geometry.affinity(x, y));
  }

  @Override
  public NDArray arealRadius(NDArray radius) {
    return checks.resultNotNegative("arealRadius", geometry.arealRadius(radius));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CheckedGeometry that && geometry.equals(that.geometry);
  }

  @Override
  public int hashCode() {
    return 31 * geometry.hashCode() + 1;
  }

  @Override
  public String toString() {
    return "Checked(" + geometry + ")";
  }
}
