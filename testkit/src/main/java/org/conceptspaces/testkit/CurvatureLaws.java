package org.conceptspaces.testkit;

import org.conceptspaces.api.Geometry;

/**
 * Laws of {@link Geometry#sectionalCurvature}, for those that tell it, and what follows from it.
 */
public interface CurvatureLaws extends GeometryFixture {

  /**
   * Geodesic triangles close as the law of cosines of constant curvature wants. With {@code a} and
   * {@code b} the sides at {@code x}, {@code γ} the angle between them and {@code c} the third
   * side: {@code s(c/2)² = s((a − b)/2)² + s(a)·s(b)·sin²(γ/2)}, where {@code s(t)} is {@code
   * sin(√K t)/√K}, {@code t} or {@code sinh(√−K t)/√−K}. In one dimension every {@code K} does.
   *
   * @param trial the trial
   */
  @Law
  default void sectionalCurvatureIsThatOfTriangles(Trial trial) {
    Geometry g = trial.geometry();
    double k = g.sectionalCurvature();
    if (Double.isNaN(k)) {
      return; // it varies, or is not known
    }
    var x = trial.points(20);
    var y = trial.points(20);
    var z = trial.points(20);
    double[] a = Check.numbers(g.distance(x, y));
    double[] b = Check.numbers(g.distance(x, z));
    double[] c = Check.numbers(g.distance(y, z));
    double[] inner = Check.numbers(g.inner(x, g.log(x, y), g.log(x, z)));
    for (int i = 0; i < a.length; i++) {
      double halfAngle = (1 - inner[i] / (a[i] * b[i])) / 2; // sin²(γ/2)
      double wanted =
          square(sine(k, (a[i] - b[i]) / 2)) + sine(k, a[i]) * sine(k, b[i]) * halfAngle;
      double actual = square(sine(k, c[i] / 2));
      Check.that(
          "triangle in curvature " + k + ", row " + i + ", s(third side/2)²",
          Math.abs(wanted - actual) <= trial.tolerance() * Math.max(1, Math.abs(wanted)),
          wanted,
          actual);
    }
  }

  /**
   * The areal radius of {@code r} is {@code s(r)}, or {@code r} where curvature varies or is not
   * known.
   *
   * @param trial the trial
   */
  @Law
  default void arealRadiusIsThatOfTheCurvature(Trial trial) {
    Geometry g = trial.geometry();
    double k = Double.isNaN(g.sectionalCurvature()) ? 0 : g.sectionalCurvature();
    var radius = g.distance(trial.points(20), trial.points(20));
    double[] given = Check.numbers(radius);
    double[] areal = Check.numbers(g.arealRadius(radius));
    for (int i = 0; i < given.length; i++) {
      double wanted = sine(k, given[i]);
      Check.that(
          "areal radius of " + given[i] + " in curvature " + k,
          Math.abs(wanted - areal[i]) <= trial.tolerance() * Math.max(1, Math.abs(wanted)),
          wanted,
          areal[i]);
    }
  }

  private static double sine(double k, double t) {
    double root = Math.sqrt(Math.abs(k));
    if (root == 0) {
      return t;
    }
    return (k > 0 ? Math.sin(root * t) : Math.sinh(root * t)) / root;
  }

  private static double square(double x) {
    return x * x;
  }
}
