package org.conceptspaces.encoder.regularize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.conceptspaces.api.Geometry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Constructions whose figures are known without any computation. */
class ClosedFormTest {

  /** As many corners as dimensions and one more, all equally far apart, at a length from 0. */
  private static double[][] simplex(int dimensions, double length) {
    int n = dimensions + 1;
    double[][] rows = new double[n][dimensions];
    // Row by row: the products of unit corners are −1/(n − 1).
    for (int i = 0; i < n; i++) {
      double left = 1;
      for (int j = 0; j < dimensions; j++) {
        if (j < i) {
          double product = -1.0 / dimensions;
          for (int k = 0; k < j; k++) {
            product -= rows[i][k] * rows[j][k];
          }
          rows[i][j] = product / rows[j][j];
          left -= rows[i][j] * rows[i][j];
        } else if (j == i) {
          rows[i][j] = Math.sqrt(left);
        }
      }
    }
    return Arrays.stream(rows)
        .map(row -> Arrays.stream(row).map(x -> length * x).toArray())
        .toArray(double[][]::new);
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "3", "7"})
  void theTreeOfASimplexOnTheSphere(int dimensions) {
    int n = dimensions + 1;
    double wanted = -(n - 1) * Math.sqrt(2.0 * n / (n - 1)) / n;
    Bank bank = Bank.ofOne(Bank.FLAT, simplex(dimensions, 1));
    Bank.Found found = bank.read(new SpanningTree(Over.CONCEPTS, 10, 1, false));
    assertEquals(wanted, found.loss(), 1e-7);
    assertEquals(1, found.watched(), 1e-12);
  }

  /** No other configuration of the sphere has a longer tree: random ones do not come near. */
  @Test
  void aSimplexHasTheLongestTree() {
    SpanningTree tree = new SpanningTree(Over.CONCEPTS, 1e6, 1, false);
    double best = Bank.ofOne(Bank.FLAT, simplex(3, 1)).read(tree).loss();
    Random random = new Random(3);
    for (int trial = 0; trial < 200; trial++) {
      double[][] points = new double[4][3];
      for (double[] point : points) {
        Arrays.setAll(point, i -> random.nextGaussian());
        double norm = Math.sqrt(Reference.dot(point, point));
        Arrays.setAll(point, i -> point[i] / norm);
      }
      assertTrue(best < Bank.ofOne(Bank.FLAT, points).read(tree).loss());
    }
  }

  /** In the ball a radius is a geodesic distance from the origin: {@code tanh(½)} is 1 away. */
  @Test
  void theSphereOfTheBall() {
    double[][] points = simplex(2, Math.tanh(0.5));
    double side = acosh(Math.cosh(1) * Math.cosh(1) + Math.sinh(1) * Math.sinh(1) / 2);
    Bank.Found found =
        Bank.ofOne(Bank.BALL, points).read(new SpanningTree(Over.CONCEPTS, 10, 1, false));
    assertEquals(-2 * side / 3, found.loss(), 1e-7);
  }

  private static double acosh(double x) {
    return Math.log(x + Math.sqrt(x * x - 1));
  }

  /** {@code (C−d)/(d(C−1))}: three lines in the plane, 60° apart. */
  @Test
  void orthogonalityHasAFloor() {
    Bank three = Bank.ofOne(Bank.FLAT, simplex(2, 0.8));
    assertEquals(0.25, three.read(new Orthogonality(Over.CONCEPTS, At.ORIGIN, 0)).loss(), 1e-7);
    Bank.Found soft = three.read(new Orthogonality(Over.CONCEPTS, At.ORIGIN, 0.1));
    assertEquals(0.16, soft.loss(), 1e-7);
    assertEquals(0.5, soft.watched(), 1e-7);
    Random random = new Random(8);
    for (int trial = 0; trial < 200; trial++) {
      double[][] points = new double[3][2];
      for (double[] point : points) {
        Arrays.setAll(point, i -> random.nextGaussian());
      }
      Bank bank = Bank.ofOne(Bank.FLAT, points);
      double loss = bank.read(new Orthogonality(Over.CONCEPTS, At.ORIGIN, 0)).loss();
      assertTrue(loss > 0.25 - 1e-6, "loss " + loss);
    }
  }

  @Test
  void directionsOppositeEachOther() {
    Bank bank = Bank.ofOne(Bank.FLAT, new double[][] {{2, 0}, {-3, 0}});
    assertEquals(-8, bank.read(new Uniformity(Over.CONCEPTS, At.ORIGIN, 2)).loss(), 1e-7);
    assertEquals(-12, bank.read(new Uniformity(Over.CONCEPTS, At.ORIGIN, 3)).loss(), 1e-7);
  }

  @Test
  void entropiesOfAxesAndOfOneLine() {
    double[][] axes = {{2, 0, 0}, {0, 1, 0}, {0, 0, -3}};
    double[][] line = {{2, 0, 0}, {1, 0, 0}, {-3, 0, 0}};
    VonNeumannEntropy entropy = new VonNeumannEntropy(Over.ALL, At.ORIGIN);
    Bank.Found wide = Bank.ofOne(Bank.FLAT, axes).read(entropy);
    assertEquals(-Math.log(3), wide.loss(), 1e-7);
    assertEquals(1, wide.watched(), 1e-7);
    Bank.Found narrow = Bank.ofOne(Bank.FLAT, line).read(entropy);
    assertEquals(0, narrow.loss(), 1e-7);
    assertEquals(1.0 / 3, narrow.watched(), 1e-7);
  }

  /**
   * Variances of (0, 2, 4) are 4, of (1, 1, 1) 0; and the two dimensions have nothing in common.
   */
  @Test
  void variancesAndCovariances() {
    Bank bank = Bank.ofOne(Bank.FLAT, new double[][] {{0, 1}, {2, 1}, {4, 1}});
    Bank.Found found = bank.read(new Variance(Over.CONCEPTS, At.ORIGIN, 3));
    assertEquals((3 - Math.sqrt(4.0001) + 3 - 0.01) / 2, found.loss(), 1e-9);
    assertEquals(0, found.watched(), 1e-12);
    assertEquals(0, bank.read(new Covariance(Over.CONCEPTS, At.ORIGIN)).loss(), 1e-12);
    Bank alike = Bank.ofOne(Bank.FLAT, new double[][] {{0, 0}, {2, 2}, {4, 4}});
    Bank.Found both = alike.read(new Covariance(Over.CONCEPTS, At.ORIGIN));
    assertEquals(16, both.loss(), 1e-9);
    assertEquals(1, both.watched(), 1e-6);
  }

  /**
   * The concepts of a text differ, but all texts have the same: only the view over texts sees it.
   */
  @Test
  void prototypesThatIgnoreTheirTextDoNotPass() {
    Bank bank = Bank.random(Bank.FLAT, Bank.full(6, 5), 3, 2);
    double[][][] same = bank.copyOfPoints();
    Arrays.fill(same, same[0]);
    Bank prototypes = bank.with(same);
    assertTrue(prototypes.read(new Variance(Over.ALL, At.ORIGIN, 0.1)).loss() < 0.02);
    assertEquals(0.09, prototypes.read(new Variance(Over.TEXTS, At.ORIGIN, 0.1)).loss(), 1e-6);
  }

  /** Half of all rows even and half on one token: right on average, and each of them wrong. */
  @Test
  void attentionIsJudgedRowByRow() {
    double even = 0.25;
    double[][][][] rows = {
      {
        {{even, even, even, even, 0}, {1, 0, 0, 0, 0}},
        {{0, 1, 0, 0, 0}, {even, even, even, even, 0}}
      }
    };
    Bank bank = Bank.ofOne(Bank.FLAT, new double[][] {{1, 0}, {0, 1}}).with(rows);
    Bank.Found found = bank.read(new AttentionEntropy(0.5, 0));
    assertEquals(0.25, found.loss(), 1e-6);
    assertEquals(0.5, found.watched(), 1e-6);
  }

  /** Each concept sees one token: all of them between them, or all the same one. */
  @Test
  void conceptsThatLookAtTheSameTokenAreTold() {
    double[][] points = {{1, 0}, {0, 1}};
    double[][][][] apart = {{{{1, 0, 0, 0, 0}, {0, 1, 0, 0, 0}}}};
    double[][][][] together = {
      {{{1, 0, 0, 0, 0}, {1, 0, 0, 0, 0}}, {{0, 1, 0, 0, 0}, {0, 1, 0, 0, 0}}}
    };
    AttentionEntropy narrow = new AttentionEntropy(0, 1);
    assertEquals(0, Bank.ofOne(Bank.FLAT, points).with(apart).read(narrow).loss(), 1e-6);
    assertEquals(1, Bank.ofOne(Bank.FLAT, points).with(together).read(narrow).loss(), 1e-6);
  }

  /** In flat space a centred bank; in any, what does not change when all points are moved. */
  @Test
  void tangentsAtTheMidpoint() {
    Bank bank = Bank.random(Bank.FLAT, Bank.full(1, 5), 3, 7);
    Bank moved = moved(bank, new double[] {5, -2, 1});
    Regularizer centred = new Orthogonality(Over.CONCEPTS, At.MIDPOINT, 0);
    assertEquals(bank.read(centred).loss(), moved.read(centred).loss(), 1e-7);
    double raw = moved.read(new Orthogonality(Over.CONCEPTS, At.ORIGIN, 0)).loss();
    assertTrue(raw > 0.9 && bank.read(centred).loss() < 0.5, "raw " + raw);
    Bank ball = Bank.random(Bank.BALL, Bank.full(1, 5), 3, 7);
    Bank around = moved(ball, new double[] {1.2, -0.4, 0.3});
    for (Regularizer each :
        new Regularizer[] {centred, new VonNeumannEntropy(Over.ALL, At.MIDPOINT)}) {
      assertEquals(ball.read(each).loss(), around.read(each).loss(), 1e-6);
    }
  }

  /** By an isometry: in flat space a shift, in the ball a Möbius translation. */
  private static Bank moved(Bank bank, double[] by) {
    double[][][] points = bank.copyOfPoints();
    for (double[] x : points[0]) {
      double[] to = bank.geometry() == Bank.FLAT ? null : mobius(by, x);
      Arrays.setAll(x, i -> to == null ? x[i] + by[i] : to[i]);
    }
    return bank.with(points);
  }

  private static double[] mobius(double[] tangent, double[] x) {
    double r = Math.sqrt(Reference.dot(tangent, tangent));
    double[] a = Arrays.stream(tangent).map(t -> t / r * Math.tanh(r / 2)).toArray();
    double aa = Reference.dot(a, a);
    double xx = Reference.dot(x, x);
    double ax = Reference.dot(a, x);
    double below = 1 + 2 * ax + aa * xx;
    double[] sum = new double[x.length];
    Arrays.setAll(sum, i -> ((1 + 2 * ax + xx) * a[i] + (1 - aa) * x[i]) / below);
    return sum;
  }

  /** What each does to free points, in flat space and in the ball: its own quantity gets better. */
  @ParameterizedTest
  @CsvSource({"flat", "ball"})
  void descendingEachHelpsWhatItWatches(String where) {
    Geometry geometry = where.equals("flat") ? Bank.FLAT : Bank.BALL;
    descend(geometry, new Orthogonality(Over.CONCEPTS, At.ORIGIN, 0), 0.05, false);
    descend(geometry, new Orthogonality(Over.CONCEPTS, At.ORIGIN, 0.1), 0.05, false);
    descend(geometry, new Variance(Over.TEXTS, At.ORIGIN, 0.5), 0.05, true);
    descend(geometry, new Covariance(Over.TEXTS, At.ORIGIN), 0.3, false);
    descend(geometry, new Uniformity(Over.CONCEPTS, At.ORIGIN, 2), 0.02, false);
    descend(geometry, new SpanningTree(Over.CONCEPTS, 3, 0.7, false), 0.02, true);
    descend(geometry, new VonNeumannEntropy(Over.ALL, At.ORIGIN), 0.05, true);
  }

  private static void descend(
      Geometry geometry, Regularizer regularizer, double rate, boolean rises) {
    Bank bank = Bank.random(geometry, Bank.full(6, 3), 3, 11);
    Bank.Found first = bank.read(regularizer);
    Bank.Found last = first;
    for (int step = 0; step < 100; step++) {
      double[][][] points = bank.copyOfPoints();
      int at = 0;
      for (double[][] text : points) {
        for (double[] point : text) {
          for (int i = 0; i < point.length; i++) {
            point[i] -= rate * 6 * last.gradient()[at++];
          }
        }
      }
      bank = bank.with(points);
      last = bank.read(regularizer);
    }
    String course = regularizer + ": " + first.watched() + " to " + last.watched();
    assertTrue(last.loss() < first.loss(), course);
    assertTrue(rises == last.watched() > first.watched(), course);
    assertTrue(Math.abs(last.watched() - first.watched()) > 0.05 * first.watched(), course);
  }
}
