package org.conceptspaces.analysis.curved;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.conceptspaces.analysis.AnalysisOptions;
import org.conceptspaces.analysis.CurvedMetrics;
import org.conceptspaces.analysis.metric.Banks;
import org.conceptspaces.analysis.metric.Distances;
import org.conceptspaces.analysis.metric.FlatDistances;
import org.conceptspaces.analysis.metric.Rows;
import org.conceptspaces.analysis.metric.SpanningTree;
import org.conceptspaces.analysis.metric.Workers;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.euclidean.EuclideanGeometry;
import org.conceptspaces.lorentz.Hyperboloid;
import org.conceptspaces.poincare.PoincareBall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurvedBankTest {

  private static Geometry geometry(String name) {
    return name.equals("ball") ? new PoincareBall(1) : new Hyperboloid(1);
  }

  private static Rows host(NDArray array) {
    int rows = (int) array.getShape().get(0);
    return new Rows(array.toDoubleArray(), rows, (int) array.getShape().get(1));
  }

  /** Points at ± some tangents of a point have it as their mean, and these tangents there. */
  @ParameterizedTest
  @ValueSource(strings = {"ball", "hyperboloid"})
  void symmetricPointsHaveTheirCentreAsMean(String name) {
    try (NDManager manager = NDManager.newBaseManager()) {
      Geometry geometry = geometry(name);
      Rows half = Banks.gaussian(30, 3, 1);
      double[] both = new double[2 * half.values().length];
      for (int i = 0; i < half.values().length; i++) {
        both[i] = half.values()[i];
        both[i + half.values().length] = -half.values()[i];
      }
      NDArray centre =
          geometry.expOrigin(manager.create(new double[] {0.9, -0.4, 0.2}, new Shape(1, 3)));
      NDArray tangents = manager.create(both, new Shape(60, 3));
      NDArray moved = geometry.translate(centre, tangents);
      CurvedBank bank = CurvedBank.of(geometry, 3, host(moved), manager);
      assertEquals(Math.sqrt(0.81 + 0.16 + 0.04), bank.meanRadius(), 1e-8);
      assertFalse(bank.isFlat());
      Rows found = bank.tangents();
      Rows expected = new Rows(both, 60, 3);
      for (int i = 0; i < 60; i++) {
        assertEquals(expected.norm(i), found.norm(i), 1e-8);
        // and opposite ones are opposite
        for (int k = 0; k < 3; k++) {
          assertEquals(-found.get(i, k), found.get((i + 30) % 60, k), 1e-7);
        }
      }
    }
  }

  @Test
  void flatSpaceIsItsOwnTangentSpace() {
    try (NDManager manager = NDManager.newBaseManager()) {
      Rows points = Banks.offset(Banks.gaussian(50, 4, 2), 3);
      CurvedBank bank = CurvedBank.of(new EuclideanGeometry(), 4, points, manager);
      assertArrayEquals(points.centred().values(), bank.tangents().values(), 1e-10);
      assertEquals(
          SpanningTree.length(new FlatDistances(points)),
          SpanningTree.length(bank.distances()),
          1e-10);
      assertEquals(0, bank.edgeShare());
      assertTrue(bank.isFlat());
      CurvedBank most = CurvedBank.of(new EuclideanGeometry(), 1, Banks.cube(4097, 1, 1), manager);
      AnalysisOptions usual = AnalysisOptions.usual(1, new Workers(1));
      assertThrows(IllegalArgumentException.class, () -> CurvedMetrics.of(most, usual));
    }
  }

  @Test
  void pointsOnARay() {
    try (NDManager manager = NDManager.newBaseManager()) {
      PoincareBall ball = new PoincareBall(1);
      double edge = 0.97 * ball.radius();
      double[] radii = {0, 1, 2.5, edge};
      double[] tangents = {0, 0, 1, 0, 2.5, 0, edge, 0};
      Rows points = host(ball.expOrigin(manager.create(tangents, new Shape(4, 2))));
      CurvedBank bank = CurvedBank.of(ball, 2, points, manager);
      assertFalse(bank.isFlat());
      assertArrayEquals(radii, bank.radii(), 1e-6);
      Distances distances = bank.distances();
      double[] fromFirst = new double[4];
      distances.from(0, fromFirst);
      assertArrayEquals(radii, fromFirst, 1e-6);
      assertEquals(0.25, bank.edgeShare());
      // a geodesic: the mean of points is the mean of their places on it
      assertEquals((3.5 + edge) / 4, bank.meanRadius(), 1e-6);
      CurvedMetrics metrics = CurvedMetrics.of(bank, AnalysisOptions.usual(1, new Workers(1)));
      assertEquals(edge, metrics.values().get("mst_length_geodesic").orElse(0), 1e-6);
      assertEquals(edge, metrics.largestRadius(), 1e-6);
      assertEquals(20, metrics.radiusHistogram().size());
      assertEquals(
          List.of(1L, 4L),
          List.of(
              metrics.radiusHistogram().get(0),
              metrics.radiusHistogram().stream().mapToLong(Long::longValue).sum()));
    }
  }

  /** Sides and angles at the mean give the third side, by the hyperbolic law of cosines. */
  @ParameterizedTest
  @ValueSource(strings = {"ball", "hyperboloid", "strongly curved"})
  void tangentsHaveTheAnglesAtTheMean(String name) {
    try (NDManager manager = NDManager.newBaseManager()) {
      boolean strong = name.equals("strongly curved");
      Geometry geometry = strong ? new PoincareBall(1e4) : geometry(name);
      double scale = strong ? 0.01 : 1;
      Rows around = Banks.offset(Banks.gaussian(20, 5, 3), 1.5);
      double[] scaled = around.values().clone();
      for (int i = 0; i < scaled.length; i++) {
        scaled[i] *= scale;
      }
      NDArray points = geometry.expOrigin(manager.create(scaled, new Shape(20, 5)));
      CurvedBank bank = CurvedBank.of(geometry, 5, host(points), manager);
      Rows tangents = bank.tangents();
      Rows flat = new Rows(tangents.mean(), 1, 5);
      assertEquals(0, flat.norm(0), 1e-7 * scale, "around their mean");
      double root = strong ? 100 : 1;
      double[] distances = new double[20];
      for (int i = 0; i < 20; i++) {
        bank.distances().from(i, distances);
        for (int j = 0; j < i; j++) {
          double product = 0;
          for (int k = 0; k < 5; k++) {
            product += tangents.get(i, k) * tangents.get(j, k);
          }
          double a = tangents.norm(i);
          double b = tangents.norm(j);
          double side =
              Math.cosh(root * a) * Math.cosh(root * b)
                  - Math.sinh(root * a) * Math.sinh(root * b) * product / (a * b);
          assertEquals(1, side / Math.cosh(root * distances[j]), 1e-7, i + ", " + j);
        }
      }
    }
  }

  @Test
  void otherCoordinatesAreRefused() {
    try (NDManager manager = NDManager.newBaseManager()) {
      Rows points = Banks.gaussian(5, 3, 1);
      assertThrows(
          IllegalArgumentException.class,
          () -> CurvedBank.of(new Hyperboloid(1), 3, points, manager));
    }
  }
}
