package org.conceptspaces.poincare.construction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HyperbolicScalingTest {

  /** Small matrices are decomposed as a whole, large ones through Krylov spaces. */
  @ParameterizedTest
  @CsvSource({"40, 2, 1", "40, 5, .7", "40, 5, 1.6", "600, 3, 1"})
  void recoversPointsOfTheHyperboloid(int nodes, int dimension, double tau) {
    double[] distances = distances(nodes, dimension);
    HyperbolicScaling scaled = HyperbolicScaling.of(distances, dimension, OptionalDouble.of(1), 2);
    assertEquals(dimension, scaled.positiveEigenvalues());
    double worst = 0;
    for (int one = 0; one < nodes; one++) {
      for (int other = 0; other < nodes; other++) {
        double error = scaled.distance(one, other) - distances[one * nodes + other];
        worst = Math.max(worst, Math.abs(error));
      }
    }
    assertTrue(worst < 1e-8, "" + worst);
    // with coordinates to spare, nothing changes; what is shrunk first is found again by τ
    double[] shrunk = distances.clone();
    for (int at = 0; at < shrunk.length; at++) {
      shrunk[at] /= tau;
    }
    HyperbolicScaling again = HyperbolicScaling.of(shrunk, dimension, OptionalDouble.of(tau), 1);
    assertEquals(distances[1], again.distance(0, 1), 1e-8);
  }

  @Test
  void coordinatesGiveTheDistances() {
    HyperbolicScaling scaled = HyperbolicScaling.of(distances(20, 3), 3, OptionalDouble.of(1), 1);
    double[] x = scaled.coordinates();
    for (int one = 0; one < 20; one++) {
      for (int other = 0; other < one; other++) {
        double apart = 0;
        double inOne = 1;
        double inOther = 1;
        for (int axis = 0; axis < 3; axis++) {
          double a = x[3 * one + axis];
          double b = x[3 * other + axis];
          apart += (a - b) * (a - b);
          inOne -= a * a;
          inOther -= b * b;
        }
        double cosh = 1 + 2 * apart / (inOne * inOther);
        double distance = Math.log(cosh + Math.sqrt(cosh * cosh - 1));
        assertEquals(distance, scaled.distance(one, other), 1e-10);
      }
    }
  }

  /** Without a τ, the one of the least average distortion. */
  @Test
  void treesByGraphDistance() {
    Graph tree = Trees.complete(3, 4).graph();
    HyperbolicScaling chosen = HyperbolicScaling.of(tree, 10, OptionalDouble.empty(), 1);
    double least = chosen.distortion(tree, 2, 1, 1).average();
    for (double reach : new double[] {2, 8, 20}) {
      HyperbolicScaling other = HyperbolicScaling.of(tree, 10, OptionalDouble.of(reach / 8), 1);
      assertTrue(least <= other.distortion(tree, 2, 1, 1).average() + 1e-12);
    }
    assertEquals(
        AllPairs.meanAveragePrecision(tree, chosen::distance),
        chosen.meanAveragePrecision(tree, 2),
        1e-12);
    assertArrayEquals(
        chosen.coordinates(),
        HyperbolicScaling.of(tree, 10, OptionalDouble.empty(), 2).coordinates());
  }

  @Test
  void whatAreNoDistancesIsToldSo() {
    assertMessage("3 distances are no square", new double[3], 2, 1);
    assertMessage("nodes 1 and 0 is 1.0, that of 0 and 1 2.0", new double[] {0, 2, 1, 0}, 2, 1);
    assertMessage("nodes 1 and 1", new double[] {0, 2, 2, 3}, 2, 1);
    assertMessage("all distances are 0", new double[4], 2, 1);
    assertMessage("dimension 0", new double[] {0, 1, 1, 0}, 0, 1);
    assertMessage("tau 400.0", new double[] {0, 1, 1, 0}, 1, 400);
    assertTrue(
        message(() -> HyperbolicScaling.of(Trees.cycle(9000), 2, OptionalDouble.empty(), 1))
            .contains("9000 nodes"));
    Graph parts = Graph.of(3, new int[] {0}, new int[] {1});
    assertTrue(
        message(() -> HyperbolicScaling.of(parts, 2, OptionalDouble.empty(), 1))
            .contains("only 2 of 3 nodes"));
  }

  private static void assertMessage(String part, double[] distances, int dimension, double tau) {
    String message =
        message(() -> HyperbolicScaling.of(distances, dimension, OptionalDouble.of(tau), 1));
    assertTrue(message.contains(part), message);
  }

  private static String message(Runnable action) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, action::run).getMessage());
  }

  /** Distances of random points on the hyperboloid, up to about 4 from its middle. */
  private static double[] distances(int nodes, int dimension) {
    Random random = new Random(nodes + dimension);
    double[][] points = new double[nodes][dimension];
    double[] distances = new double[nodes * nodes];
    for (int one = 0; one < nodes; one++) {
      for (int axis = 0; axis < dimension; axis++) {
        points[one][axis] = 3 * random.nextGaussian();
      }
      for (int other = 0; other < one; other++) {
        double dot = 0;
        double a = 1;
        double b = 1;
        for (int axis = 0; axis < dimension; axis++) {
          dot += points[one][axis] * points[other][axis];
          a += points[one][axis] * points[one][axis];
          b += points[other][axis] * points[other][axis];
        }
        double cosh = Math.max(1, Math.sqrt(a * b) - dot);
        double distance = Math.log(cosh + Math.sqrt(cosh * cosh - 1));
        distances[one * nodes + other] = distance;
        distances[other * nodes + one] = distance;
      }
    }
    return distances;
  }
}
