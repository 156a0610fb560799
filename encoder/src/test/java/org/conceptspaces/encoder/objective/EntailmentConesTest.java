package org.conceptspaces.encoder.objective;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Random;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.encoder.Small;
import org.conceptspaces.euclidean.EuclideanGeometry;
import org.conceptspaces.poincare.PoincareBall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntailmentConesTest {

  private static final int N = 12;
  private static final double K = 0.1;

  private final NDManager manager = Small.manager();
  private final Geometry flat = new EuclideanGeometry(DataType.FLOAT64);
  private final Geometry ball = new PoincareBall(1);

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void inTheBallIsTheFormulaOfThePaper() {
    double[][] x = points(N, 3, 0.55);
    double[][] energies = energies(ball, x);
    for (int i = 0; i < N; i++) {
      for (int j = 0; j < N; j++) {
        if (i != j) {
          assertEquals(paper(x[i], x[j]), energies[i][j], 1e-5, i + " " + j);
        }
      }
    }
  }

  /** Ganea et al. (2018), equations 26 and 28. */
  private static double paper(double[] x, double[] y) {
    double xx = dot(x, x);
    double yy = dot(y, y);
    double xy = dot(x, y);
    double apart = Math.sqrt(xx - 2 * xy + yy);
    double cosine =
        (xy * (1 + xx) - xx * (1 + yy)) / (Math.sqrt(xx) * apart * Math.sqrt(1 + xx * yy - 2 * xy));
    double aperture = Math.asin(Math.min(1, K * (1 - xx) / Math.sqrt(xx)));
    return Math.max(0, Math.acos(cosine) - aperture);
  }

  @Test
  void inFlatSpaceTheAngleIsThatOfTheDifference() {
    double[][] x = points(N, 3, 2);
    double[][] energies = energies(flat, x);
    for (int i = 0; i < N; i++) {
      for (int j = 0; j < N; j++) {
        if (i != j) {
          double[] on = {x[j][0] - x[i][0], x[j][1] - x[i][1], x[j][2] - x[i][2]};
          double norm = Math.sqrt(dot(x[i], x[i]));
          double angle = Math.acos(dot(x[i], on) / (norm * Math.sqrt(dot(on, on))));
          double wanted = Math.max(0, angle - Math.asin(Math.min(1, 2 * K / norm)));
          assertEquals(wanted, energies[i][j], 1e-5, i + " " + j);
        }
      }
    }
  }

  @Test
  void aConeOpensAwayFromTheOrigin() {
    double[][] x = {{1, 0}, {3, 0}, {0.5, 0}};
    double[][] energies = energies(flat, x);
    assertEquals(0, energies[0][1]);
    assertEquals(Math.PI - Math.asin(0.2), energies[0][2], 2e-3);
  }

  @Test
  void conesInTheBallAreNested() {
    double[][] x = points(60, 2, 0.6);
    double[][] energies = energies(ball, x);
    int chains = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x.length; j++) {
        for (int k = 0; k < x.length; k++) {
          boolean chain = i != j && j != k && i != k;
          boolean apart = dot(x[i], x[i]) > 0.01;
          if (chain && apart && energies[i][j] == 0 && energies[j][k] == 0) {
            chains++;
            assertEquals(0, energies[i][k], 1e-6, i + " " + j + " " + k);
          }
        }
      }
    }
    assertTrue(chains > 5, chains + " chains");
  }

  @Test
  void whatIsBelowLiesInsideAndTheUnrelatedOutside() {
    double[][] x = {{1, 0}, {0, 2}, {3, 0.1}};
    double[][] energies = energies(flat, x);
    float[] above = {0, 1, 0, 0, 0, 0, 0, 0, 0};
    float[] unrelated = {0, 0, 1, 0, 0, 0, 1, 0, 0};
    // Of the unrelated pairs one lies in the cone, the other well outside.
    assertEquals(0, energies[0][2]);
    assertTrue(energies[2][0] > 1);
    assertEquals(energies[0][1] + 0.01 / 2, loss(flat, points(x), above, unrelated), 1e-9);
    assertEquals(0, loss(flat, points(x), new float[9], new float[9]));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void gradientIsTheDerivative(boolean curved) {
    Geometry geometry = curved ? ball : flat;
    double[][] x = points(5, 2, curved ? 0.5 : 1.5);
    float[] above = new float[25];
    float[] unrelated = new float[25];
    Random random = new Random(8);
    for (int i = 0; i < 25; i++) {
      boolean one = random.nextBoolean();
      above[i] = i % 6 != 0 && one ? 1 : 0;
      unrelated[i] = i % 6 != 0 && !one ? 1 : 0;
    }
    double[] gradient = gradient(geometry, x, above, unrelated);
    double step = 1e-6;
    for (int i = 0; i < gradient.length; i++) {
      double[][] up = points(5, 2, curved ? 0.5 : 1.5);
      up[i / 2][i % 2] += step;
      double[][] down = points(5, 2, curved ? 0.5 : 1.5);
      down[i / 2][i % 2] -= step;
      double rise =
          loss(geometry, points(up), above, unrelated)
              - loss(geometry, points(down), above, unrelated);
      assertEquals(rise / (2 * step), gradient[i], 1e-4, "coordinate " + i);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void gradientsAreFiniteAtTheOriginAndWherePointsCoincide(boolean curved) {
    double[][] x = {{0, 0}, {0, 0}, {0.3, 0}, {0.3, 0}, {0.6, 0}};
    float[] all = new float[25];
    Arrays.fill(all, 1);
    for (double g : gradient(curved ? ball : flat, x, all, all)) {
      assertTrue(Double.isFinite(g));
    }
  }

  private double[] gradient(Geometry geometry, double[][] x, float[] above, float[] unrelated) {
    NDArray points = points(x);
    points.setRequiresGradient(true);
    Small.backward(() -> EntailmentCones.loss(geometry, points, square(above), square(unrelated)));
    return points.getGradient().toDoubleArray();
  }

  private double loss(Geometry geometry, NDArray points, float[] above, float[] unrelated) {
    return EntailmentCones.loss(geometry, points, square(above), square(unrelated)).getDouble();
  }

  private NDArray square(float[] rows) {
    long n = Math.round(Math.sqrt(rows.length));
    return manager.create(rows, new Shape(n, n));
  }

  private double[][] energies(Geometry geometry, double[][] x) {
    double[] all = EntailmentCones.energies(geometry, points(x)).toDoubleArray();
    double[][] rows = new double[x.length][x.length];
    for (int i = 0; i < all.length; i++) {
      rows[i / x.length][i % x.length] = all[i];
    }
    return rows;
  }

  private NDArray points(double[][] x) {
    return manager.create(
        Arrays.stream(x).flatMapToDouble(Arrays::stream).toArray(),
        new Shape(x.length, x[0].length));
  }

  private static double[][] points(int count, int dimension, double spread) {
    Random random = new Random(6);
    double[][] points = new double[count][dimension];
    for (double[] point : points) {
      for (int i = 0; i < dimension; i++) {
        point[i] = spread * (2 * random.nextDouble() - 1);
      }
    }
    return points;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
