package org.conceptspaces.poincare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import org.conceptspaces.api.pairs.PairKernel;
import org.conceptspaces.api.pairs.PairStar;
import org.conceptspaces.api.pairs.PairTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pairs on plain arrays against sixty digits and against the ball's tensors. */
class BallPairsTest extends EngineTest {

  private static final int D = 3;
  private static final int W = D + 1;

  private static double[] placed(PairKernel kernel, double[]... coordinates) {
    double[] points = new double[coordinates.length * kernel.width()];
    for (int i = 0; i < coordinates.length; i++) {
      kernel.place(coordinates[i], 0, points, i * kernel.width());
    }
    return points;
  }

  private static double[] coordinates(PairKernel kernel, double[] points, int index) {
    double[] coordinates = new double[kernel.coordinates()];
    kernel.coordinates(points, index * kernel.width(), coordinates, 0);
    return coordinates;
  }

  private static PairStar star(PairKernel kernel, double[] points, int companions) {
    PairStar star = kernel.star(companions + 1);
    star.centre(points, 0);
    for (int i = 0; i < companions; i++) {
      star.companion(i, points, (i + 1) * kernel.width());
    }
    star.measure(companions);
    return star;
  }

  private static double distance(PairKernel kernel, double[] points, int one, int other) {
    PairTable table = kernel.table(points);
    double[] measure = new double[1];
    table.measure(one, other, other + 1, measure);
    return table.distance(measure[0]);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 1, 2.5})
  void distancesAreThoseOfSixtyDigits(double c) {
    PairKernel kernel = new PoincareBall(c).pairs(D);
    Sample sample = new Sample(1);
    for (double radius : new double[] {0, 1e-6, 0.5, 3, 8, 14}) {
      double[] x = sample.point(c, D, radius / Math.sqrt(c));
      for (double other : new double[] {1e-9, 0.1, 2, 14}) {
        double[] y = sample.point(c, D, other / Math.sqrt(c));
        double wanted = Digits.ball(c).distance(Digits.of(x), Digits.of(y)).toDouble();
        double[] points = placed(kernel, x, y);
        double[] out = new double[1];
        PairStar star = star(kernel, points, 1);
        star.distances(1, out);
        // 1 − c‖x‖² keeps its digits but for 1e-16 of 1
        double tolerance = 1e-14 * wanted + 1e-15 * Math.exp(Math.max(radius, other));
        assertEquals(wanted, out[0], tolerance);
        star.proximities(1, out);
        assertEquals(Math.exp(-wanted), out[0], tolerance);
        assertEquals(wanted, distance(kernel, points, 0, 1), tolerance);
        assertEquals(
            distance(kernel, points, 0, 1), distance(kernel, points, 1, 0), 1e-14 * wanted);
      }
      assertEquals(radius / Math.sqrt(c), kernel.norm(placed(kernel, x), 0), 1e-9);
    }
  }

  /** Two points 1e-6 apart, 10 from the origin: a form that cancels has no digit of it. */
  @Test
  void nearPointsFarOutKeepTheirDistance() {
    PairKernel kernel = new PoincareBall(1).pairs(D);
    double[] points = new double[2 * W];
    kernel.embed(new double[] {10, 0, 0}, points, 0);
    kernel.embed(new double[] {10 + 1e-6, 0, 0}, points, W);
    assertEquals(1e-6, distance(kernel, points, 0, 1), 1e-10);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 1, 2.5})
  void tangentsAndCoordinatesAreTheGeometrys(double c) {
    PoincareBall ball = new PoincareBall(c);
    PairKernel kernel = ball.pairs(D);
    assertEquals(W, kernel.width());
    assertEquals(D, kernel.coordinates());
    Sample sample = new Sample(2);
    for (double radius : new double[] {0, 1e-8, 0.3, 4, 12}) {
      double[] tangent = sample.vector(D, radius / Math.sqrt(c));
      double[] points = new double[2 * W];
      kernel.embed(tangent, points, W);
      NDArray wanted = ball.expOrigin(array(tangent));
      double[] own = coordinates(kernel, points, 1);
      assertArrayEquals(doubles(wanted), own, 1e-15);
      double[] again = coordinates(kernel, placed(kernel, own), 0);
      assertArrayEquals(own, again, 1e-15);
      assertEquals(radius / Math.sqrt(c), kernel.norm(points, W), 1e-14 * radius + 1e-23);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 1, 2.5})
  void companionsMoveAlongTheirGeodesicByExactlyTheirLength(double c) {
    PoincareBall ball = new PoincareBall(c);
    PairKernel kernel = ball.pairs(D);
    Sample sample = new Sample(3);
    double[] lengths = {0.2, -0.25, 0.01, 5, -5};
    // what the approximation of sinh was made for
    double longest = Math.min(1, 1 / Math.sqrt(c));
    double[][] places = new double[lengths.length + 1][];
    for (int i = 0; i < places.length; i++) {
      places[i] = sample.point(c, D, (2 + i) / Math.sqrt(c));
    }
    double[] points = placed(kernel, places);
    double[] before = points.clone();
    PairStar star = star(kernel, points, lengths.length);
    star.pull(lengths.length, lengths);
    star.storeCentre(points, 0);
    for (int i = 0; i < lengths.length; i++) {
      star.storeCompanion(i, points, (i + 1) * W);
      NDArray x = array(places[i + 1]);
      NDArray v = ball.log(x, array(places[0]));
      double share =
          Math.max(-longest, Math.min(longest, lengths[i])) / distance(kernel, before, 0, i + 1);
      double[] wanted = doubles(ball.exp(x, v.mul(share)));
      double[] both = placed(kernel, wanted, coordinates(kernel, points, i + 1));
      assertEquals(0, distance(kernel, both, 0, 1), 1e-7);
    }
    double[] wanted =
        doubles(ball.exp(array(places[0]), centreStep(ball, places, lengths, longest)));
    assertEquals(
        0, distance(kernel, placed(kernel, wanted, coordinates(kernel, points, 0)), 0, 1), 1e-7);
  }

  /** The sum of unit tangents times their lengths, of the longest step at most. */
  private NDArray centreStep(PoincareBall ball, double[][] places, double[] lengths, double most) {
    NDArray centre = array(places[0]);
    NDArray sum = centre.zerosLike();
    for (int i = 0; i < lengths.length; i++) {
      NDArray companion = array(places[i + 1]);
      double d = ball.distance(centre, companion).getDouble();
      sum = sum.add(ball.log(centre, companion).mul(lengths[i] / d));
    }
    double length = Math.sqrt(ball.inner(centre, sum, sum).getDouble());
    return sum.mul(Math.min(1, most / length));
  }

  @Test
  void aPointPullsNothingWhereItCoincides() {
    PairKernel kernel = new PoincareBall(1).pairs(D);
    double[] x = {0.3, -0.2, 0.5};
    double[] points = placed(kernel, x, x, new double[] {0, 0.1, 0});
    PairStar star = star(kernel, points, 2);
    star.pull(2, new double[] {0.5, 0});
    star.storeCentre(points, 0);
    star.storeCompanion(0, points, W);
    assertArrayEquals(x, coordinates(kernel, points, 0), 1e-15);
    assertArrayEquals(x, coordinates(kernel, points, 1), 1e-15);
  }

  @Test
  void atTheFarEndStepsAreStillRightAndNothingLeaves() {
    PairKernel kernel = new PoincareBall(1).pairs(D);
    double[] points = new double[2 * W];
    kernel.embed(new double[] {25, 0, 0}, points, 0);
    kernel.embed(new double[] {0, 25, 0}, points, W);
    assertEquals(50 - 2 * Math.log(Math.sqrt(2)), distance(kernel, points, 0, 1), 1e-9);
    PairStar star = star(kernel, points, 1);
    star.pull(1, new double[] {0.5});
    star.storeCentre(points, 0);
    star.storeCompanion(0, points, W);
    // towards the other is towards the origin, almost
    assertEquals(24.5, kernel.norm(points, 0), 1e-6);
    assertEquals(24.5, kernel.norm(points, W), 1e-6);
    for (int step = 0; step < 40; step++) {
      star = star(kernel, points, 1);
      star.pull(1, new double[] {-9});
      star.storeCentre(points, 0);
      star.storeCompanion(0, points, W);
    }
    assertEquals(30, kernel.limit(), 0);
    assertEquals(30, kernel.norm(points, 0), 1e-12);
    assertEquals(30, kernel.norm(points, W), 1e-12);
    double[] own = coordinates(kernel, points, 0);
    assertTrue(own[0] * own[0] + own[1] * own[1] + own[2] * own[2] < 1);
    NDArray x = array(own);
    assertArrayEquals(own, doubles(new PoincareBall(1).project(x)), 1e-15);
  }

  @Test
  void aTableMeasuresAlikeWhateverTheRange() {
    PairKernel kernel = new PoincareBall(1).pairs(D);
    Sample sample = new Sample(5);
    double[][] places = new double[40][];
    for (int i = 0; i < 40; i++) {
      places[i] = sample.point(1, D, 0.2 * i);
    }
    PairTable table = kernel.table(placed(kernel, places));
    assertEquals(40, table.size());
    double[] all = new double[40];
    double[] one = new double[1];
    for (int i = 0; i < 40; i++) {
      table.measure(i, 0, 40, all);
      for (int j = 0; j < 40; j++) {
        table.measure(i, j, j + 1, one);
        assertEquals(all[j], one[0], 0);
      }
    }
  }

  /** Two threads may leave the space coordinates of one's step with the time of the other's. */
  @Test
  void coordinatesAreOfSpaceAlone() {
    PairKernel kernel = new PoincareBall(1.5).pairs(D);
    double[] x = new Sample(3).point(1.5, D, 9);
    double[] points = placed(kernel, x);
    points[D] = Math.cosh(4);
    assertArrayEquals(x, coordinates(kernel, points, 0), 1e-15);
  }
}
