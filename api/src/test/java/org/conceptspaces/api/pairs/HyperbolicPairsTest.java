package org.conceptspaces.api.pairs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pairs of points in the hyperbolic plane against hyperbolic trigonometry. */
class HyperbolicPairsTest {

  private static final int WIDTH = 3;

  /** The chart of tangents at the origin: what a point is told by is what {@code embed} takes. */
  private static final class Tangents extends HyperbolicPairs {
    Tangents(double curvature, double radius) {
      super(2, curvature, radius);
    }

    @Override
    public int coordinates() {
      return 2;
    }

    @Override
    public void place(double[] coordinates, int from, double[] points, int at) {
      embed(new double[] {coordinates[from], coordinates[from + 1]}, points, at);
    }

    @Override
    public void coordinates(double[] points, int at, double[] coordinates, int from) {
      double[] tangent = new double[2];
      tangent(points, at, tangent);
      System.arraycopy(tangent, 0, coordinates, from, 2);
    }
  }

  /** Points at polar coordinates: distance from the origin, then angle. */
  private static double[] points(PairKernel kernel, double... polar) {
    double[] points = new double[polar.length / 2 * WIDTH];
    for (int i = 0; i < polar.length / 2; i++) {
      double radius = polar[2 * i];
      double angle = polar[2 * i + 1];
      double[] tangent = {radius * Math.cos(angle), radius * Math.sin(angle)};
      kernel.embed(tangent, points, i * WIDTH);
    }
    return points;
  }

  private static double distance(PairKernel kernel, double[] points, int one, int other) {
    double[] measure = new double[1];
    PairTable table = kernel.table(points);
    table.measure(one, other, other + 1, measure);
    return table.distance(measure[0]);
  }

  private static PairStar star(PairKernel kernel, double[] points, int companions) {
    PairStar star = kernel.star(companions);
    star.centre(points, 0);
    for (int i = 0; i < companions; i++) {
      star.companion(i, points, (i + 1) * WIDTH);
    }
    star.measure(companions);
    return star;
  }

  private static double[] pulled(
      PairKernel kernel, double[] points, int companions, double... lengths) {
    PairStar star = star(kernel, points, companions);
    star.pull(companions, lengths);
    return stored(star, points, companions);
  }

  private static double[] pulledByTangents(
      PairKernel kernel, double[] points, int companions, double... lengths) {
    PairStar star = star(kernel, points, companions);
    star.pullTangents(companions, lengths);
    return stored(star, points, companions);
  }

  private static double[] stored(PairStar star, double[] points, int companions) {
    double[] moved = points.clone();
    star.storeCentre(moved, 0);
    for (int i = 0; i < companions; i++) {
      star.storeCompanion(i, moved, (i + 1) * WIDTH);
    }
    return moved;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.25, 1, 4})
  void aRightAngleAtTheOriginGivesThePythagoreanTheorem(double curvature) {
    PairKernel kernel = new Tangents(curvature, 100);
    double root = Math.sqrt(curvature);
    double[] points = points(kernel, 1.5, 0, 0.7, Math.PI / 2);
    double wanted = arcosh(Math.cosh(root * 1.5) * Math.cosh(root * 0.7)) / root;
    assertEquals(wanted, distance(kernel, points, 0, 1), 1e-12);
    assertEquals(1.5, kernel.norm(points, 0), 1e-12);
    double[] out = new double[1];
    star(kernel, points, 1).distances(1, out);
    assertEquals(wanted, out[0], 1e-12);
    star(kernel, points, 1).proximities(1, out);
    assertEquals(Math.exp(-wanted), out[0], 1e-12);
  }

  private static double arcosh(double x) {
    return Math.log(x + Math.sqrt(x * x - 1));
  }

  /**
   * On one ray distances are differences, far out as well, where x₀y₀ − ⟨x, y⟩ has no digit left.
   */
  @Test
  void alongARayDistancesAreDifferences() {
    PairKernel kernel = new Tangents(1, 100);
    double[] points = points(kernel, 24, 1, 24.5, 1, 1e-9, 1, 0, 0);
    assertEquals(0.5, distance(kernel, points, 0, 1), 1e-5);
    assertEquals(1e-9, distance(kernel, points, 2, 3), 1e-24);
    assertEquals(24, distance(kernel, points, 0, 3), 1e-12);
    assertEquals(0, distance(kernel, points, 1, 1));
    assertEquals(4, kernel.table(points).size());
    assertEquals(WIDTH, kernel.width());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, -0.3, 0.45})
  void aCompanionGoesItsLengthAlongTheGeodesic(double length) {
    for (double curvature : new double[] {0.25, 1, 4}) {
      PairKernel kernel = new Tangents(curvature, 100);
      double[] points = points(kernel, 1.2, 0.3, 2, 2.5);
      double before = distance(kernel, points, 0, 1);
      double[] moved = pulled(kernel, points, 1, length);
      // where the companion was stands first, where it is now second, the old centre third
      double[] places = new double[3 * WIDTH];
      System.arraycopy(points, WIDTH, places, 0, WIDTH);
      System.arraycopy(moved, WIDTH, places, WIDTH, WIDTH);
      System.arraycopy(points, 0, places, 2 * WIDTH, WIDTH);
      assertEquals(Math.abs(length), distance(kernel, places, 0, 1), 1e-9);
      assertEquals(before - length, distance(kernel, places, 1, 2), 1e-9);
      // both went towards each other on one geodesic
      assertEquals(before - 2 * length, distance(kernel, moved, 0, 1), 1e-9);
    }
  }

  /** Two companions on opposite sides hold the centre; two at a right angle move it by √2. */
  @Test
  void theCentreFollowsTheSumOfItsTangents() {
    PairKernel kernel = new Tangents(1, 100);
    double[] held = pulled(kernel, points(kernel, 0, 0, 1, 0, 2, Math.PI), 2, 0.2, 0.2);
    assertEquals(0, kernel.norm(held, 0), 1e-12);
    double[] moved = pulled(kernel, points(kernel, 0, 0, 1, 0, 2, Math.PI / 2), 2, 0.2, 0.2);
    assertEquals(0.2 * Math.sqrt(2), kernel.norm(moved, 0), 1e-12);
    double[] coordinates = new double[2];
    kernel.coordinates(moved, 0, coordinates, 0);
    assertArrayEquals(new double[] {0.2, 0.2}, coordinates, 1e-12);
  }

  @Test
  void noStepIsLongerThanTheLongest() {
    PairKernel kernel = new Tangents(1, 100);
    double[] points = points(kernel, 0, 0, 5, 0);
    double[] moved = pulled(kernel, points, 1, 3);
    assertEquals(PairStar.LONGEST_STEP, kernel.norm(moved, 0), 1e-9);
    assertEquals(5 - PairStar.LONGEST_STEP, kernel.norm(moved, WIDTH), 1e-9);
  }

  @Test
  void pointsAtOnePlacePullNothing() {
    PairKernel kernel = new Tangents(1, 100);
    double[] points = points(kernel, 1, 0.4, 1, 0.4);
    assertArrayEquals(points, pulled(kernel, points, 1, 0.5), 1e-15);
  }

  @Test
  void nothingGoesBeyondTheRadius() {
    PairKernel kernel = new Tangents(4, 3);
    assertEquals(3, kernel.limit(), 1e-12);
    double[] points = points(kernel, 2.9, 0, 2.9, Math.PI, 50, 1);
    assertEquals(3, kernel.norm(points, 2 * WIDTH), 1e-9);
    double[] moved = pulled(kernel, points, 1, -1);
    assertEquals(3, kernel.norm(moved, 0), 1e-9);
    assertEquals(3, kernel.norm(moved, WIDTH), 1e-9);
  }

  /** Sums go four companions at a time; the rest must not be forgotten. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 7})
  void everyCompanionCounts(int companions) {
    PairKernel kernel = new Tangents(1, 100);
    double[] polar = new double[2 * (companions + 1)];
    double[] lengths = new double[companions];
    for (int i = 0; i < companions; i++) {
      polar[2 * (i + 1)] = 1 + i;
      polar[2 * (i + 1) + 1] = 0.3;
      lengths[i] = 0.01 * (i + 1);
    }
    double[] moved = pulled(kernel, points(kernel, polar), companions, lengths);
    double sum = 0.01 * companions * (companions + 1) / 2;
    assertEquals(sum, kernel.norm(moved, 0), 1e-12);
    assertTrue(kernel.norm(moved, companions * WIDTH) < companions);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.25, 1, 4})
  void tangentsAreThoseThatPointsWereSetBy(double curvature) {
    PairKernel kernel = new Tangents(curvature, 100);
    for (double radius : new double[] {0, 1e-200, 1e-9, 0.3, 12}) {
      double[] points = new double[WIDTH];
      kernel.embed(new double[] {0.6 * radius, -0.8 * radius}, points, 0);
      double[] tangent = new double[2];
      kernel.tangent(points, 0, tangent);
      assertArrayEquals(
          new double[] {0.6 * radius, -0.8 * radius}, tangent, 1e-13 * radius + 1e-300);
    }
  }

  /** Against differences of the distances by each component of each tangent. */
  @ParameterizedTest
  @ValueSource(doubles = {0.25, 1, 4})
  void tangentsGoAgainstTheDerivativesOfDistances(double curvature) {
    PairKernel kernel = new Tangents(curvature, 100);
    double[] points = points(kernel, 1.5, 0.3, 3, 0.5, 0.4, 2, 1e-3, 1, 4, 0.31);
    double[] lengths = {1e-4, -3e-4, 2e-4, -1e-5};
    double[] moved = pulledByTangents(kernel, points, 4, lengths);
    double[] before = new double[2];
    double[] after = new double[2];
    double h = 1e-5;
    for (int point = 0; point < 5; point++) {
      kernel.tangent(points, point * WIDTH, before);
      kernel.tangent(moved, point * WIDTH, after);
      for (int k = 0; k < 2; k++) {
        double wanted = 0;
        for (int other = 0; other < 4; other++) {
          if (point == 0 || point == other + 1) {
            double slope = far(kernel, points, point, k, h, other + 1, before);
            wanted -= lengths[other] * slope;
          }
        }
        assertEquals(wanted, after[k] - before[k], 1e-8, "point " + point + ", component " + k);
      }
    }
  }

  // the central difference of the distance of the centre and a companion
  private static double far(
      PairKernel kernel, double[] points, int point, int k, double h, int other, double[] at) {
    double[] ends = new double[2];
    for (int side = 0; side < 2; side++) {
      double[] shifted = at.clone();
      shifted[k] += side == 0 ? -h : h;
      double[] copy = points.clone();
      kernel.embed(shifted, copy, point * WIDTH);
      ends[side] = distance(kernel, copy, 0, other);
    }
    return (ends[1] - ends[0]) / (2 * h);
  }

  /** A quarter turn apart and far out, where a step along the geodesic goes down the radius. */
  @Test
  void tangentsFarOutTurn() {
    PairKernel kernel = new Tangents(1, 100);
    double[] points = points(kernel, 12, 0, 12, 1.5);
    double[] geodesic = pulled(kernel, points, 1, 0.5);
    double[] chart = pulledByTangents(kernel, points, 1, 0.5);
    assertEquals(0, Math.atan2(geodesic[1], geodesic[0]), 1e-9);
    // derivatives: 1 by the radius, cot(angle/2) by the angle, so cot/12 by the part across
    double across = 0.5 / Math.tan(0.75) / 12;
    assertEquals(Math.atan2(across, 11.5), Math.atan2(chart[1], chart[0]), 1e-6);
  }

  /**
   * The centre far out and a companion near the origin: the derivative of their distance by the
   * angle between them is {@code sinh(s)·sin(angle)/(cosh s − sinh s·cos(angle))} at a distance s
   * of the companion, however far the centre is.
   */
  @ParameterizedTest
  @ValueSource(doubles = {6, 12, 18, 24, 30})
  void theCentreTurnsWhereverItIs(double radius) {
    PairKernel kernel = new Tangents(1, 100);
    double[] points = points(kernel, radius, 0.7, 1.5, 1.9);
    double[] moved = pulledByTangents(kernel, points, 1, 1e-3);
    double sinh = Math.sinh(1.5);
    double slope = sinh * Math.sin(1.2) / (Math.cosh(1.5) - sinh * Math.cos(1.2));
    double across = 1e-3 * slope / radius;
    double turned = Math.atan2(moved[1], moved[0]) - 0.7;
    // by far points: terms of exp(−2·radius) are left out
    assertEquals(across / radius, turned, across / radius * (1e-3 + 9 * Math.exp(-radius)));
  }

  @Test
  void noStepOfATangentIsLongerThanTheLongest() {
    PairKernel kernel = new Tangents(1, 100);
    double[] points = points(kernel, 9, 0.2, 9, 0.201, 7, -1, 0, 0);
    double[] moved = pulledByTangents(kernel, points, 3, 5, -7, 100);
    double[] before = new double[2];
    double[] after = new double[2];
    for (int point = 0; point < 4; point++) {
      kernel.tangent(points, point * WIDTH, before);
      kernel.tangent(moved, point * WIDTH, after);
      double step = Math.hypot(after[0] - before[0], after[1] - before[1]);
      assertEquals(PairStar.LONGEST_STEP, step, 1e-9, "point " + point);
    }
  }

  @Test
  void tangentsOfPointsAtOnePlacePullNothing() {
    PairKernel kernel = new Tangents(1, 100);
    double[] points = points(kernel, 3, 0.4, 3, 0.4);
    assertArrayEquals(points, pulledByTangents(kernel, points, 1, 0.5), 1e-13);
    double[] origin = points(kernel, 0, 0, 0, 0);
    assertArrayEquals(origin, pulledByTangents(kernel, origin, 1, 0.5), 0);
  }
}
