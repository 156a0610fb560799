package org.conceptspaces.euclidean;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.conceptspaces.api.pairs.PairKernel;
import org.conceptspaces.api.pairs.PairStar;
import org.conceptspaces.api.pairs.PairTable;
import org.junit.jupiter.api.Test;

class EuclideanPairsTest {

  private static final PairKernel KERNEL = new EuclideanGeometry().pairs(2);

  /** A centre, three companions, two of them in line with it, and one at the same place. */
  private static final double[] POINTS = {1, 1, 4, 5, 1, 3, -2, -3, 1, 1};

  private static PairStar star() {
    PairStar star = KERNEL.star(7);
    star.centre(POINTS, 0);
    for (int i = 0; i < 4; i++) {
      star.companion(i, POINTS, 2 * (i + 1));
    }
    star.measure(4);
    return star;
  }

  @Test
  void distancesAreThoseOfPythagoras() {
    double[] distances = new double[4];
    star().distances(4, distances);
    assertArrayEquals(new double[] {5, 2, 5, 0}, distances, 0);
    star().proximities(4, distances);
    assertEquals(Math.exp(-2), distances[1], 1e-15);
    PairTable table = KERNEL.table(POINTS);
    assertEquals(5, table.size());
    double[] measures = new double[4];
    table.measure(0, 1, 5, measures);
    double[] wanted = {5, 2, 5, 0};
    for (int i = 0; i < 4; i++) {
      assertEquals(wanted[i], table.distance(measures[i]), 1e-15);
    }
  }

  @Test
  void pointsMoveByTheirLengthsAndNoFartherThanTheLongest() {
    double[] points = POINTS.clone();
    PairStar star = star();
    star.pull(4, new double[] {0.5, -0.25, 7, 0.3});
    star.storeCentre(points, 0);
    for (int i = 0; i < 4; i++) {
      star.storeCompanion(i, points, 2 * (i + 1));
    }
    // the centre: .5·(.6, .8) − .25·(0, 1) − 7·(.6, .8) = (−3.9, −5.45), shortened to 1
    double length = Math.hypot(3.9, 5.45);
    double[] wanted = {
      1 - 3.9 / length, 1 - 5.45 / length, 4 - 0.3, 5 - 0.4, 1, 3.25, -2 + 0.6, -3 + 0.8, 1, 1
    };
    assertArrayEquals(wanted, points, 1e-14);
  }

  @Test
  void tangentsCoordinatesAndPointsAreTheSame() {
    double[] points = new double[6];
    KERNEL.embed(new double[] {3, 4}, points, 2);
    KERNEL.place(new double[] {9, 6, 8}, 1, points, 4);
    assertArrayEquals(new double[] {0, 0, 3, 4, 6, 8}, points);
    double[] coordinates = new double[3];
    KERNEL.coordinates(points, 4, coordinates, 1);
    assertArrayEquals(new double[] {0, 6, 8}, coordinates);
    double[] tangent = new double[2];
    KERNEL.tangent(points, 2, tangent);
    assertArrayEquals(new double[] {3, 4}, tangent);
    assertEquals(5, KERNEL.norm(points, 2), 0);
    assertEquals(2, KERNEL.width());
    assertEquals(2, KERNEL.coordinates());
    assertEquals(Double.POSITIVE_INFINITY, KERNEL.limit());
  }
}
