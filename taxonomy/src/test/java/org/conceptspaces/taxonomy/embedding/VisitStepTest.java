package org.conceptspaces.taxonomy.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.conceptspaces.api.pairs.PairKernel;
import org.conceptspaces.api.pairs.PairTable;
import org.conceptspaces.euclidean.EuclideanGeometry;
import org.conceptspaces.poincare.PoincareBall;
import org.conceptspaces.taxonomy.RelatedPairs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Steps against differences of the loss. */
class VisitStepTest {

  private static final int NODES = 400;
  private static final long SEED = 4;

  static Stream<Arguments> settings() {
    return Stream.of(Energy.values())
        .flatMap(
            energy ->
                Stream.of(0.5, 1.0, 2.0)
                    .flatMap(
                        sharpness ->
                            Stream.of(
                                    new PoincareBall(1).pairs(3),
                                    new PoincareBall(0.3).pairs(3),
                                    new EuclideanGeometry().pairs(3))
                                .map(kernel -> Arguments.of(kernel, energy, sharpness))));
  }

  /**
   * A short step of length s is the rate times the gradient if, with that node alone moved, the
   * loss falls by s²/rate, and along no other way does it fall more per length.
   */
  @ParameterizedTest
  @MethodSource("settings")
  void goAgainstTheGradient(PairKernel kernel, Energy energy, double sharpness) {
    RelatedPairs pairs = RelatedPairs.of(NODES, new int[] {7, 7, 7}, new int[] {100, 200, 300});
    Objective objective = new Objective(energy, sharpness, 6, 0, 3);
    int[] nodes = VisitLosses.first(pairs, objective, SEED);
    assertEquals(10, IntStream.of(nodes).distinct().count());
    Random random = new Random(1);
    double[][] start = new double[NODES][3];
    for (double[] tangent : start) {
      for (int k = 0; k < 3; k++) {
        tangent[k] = random.nextGaussian();
      }
    }
    int width = kernel.width();
    double[] before = points(kernel, nodes, start);
    double rate = 1e-4;
    double[] after = new double[before.length];
    double mean;
    try (PairEngine engine = new PairEngine(kernel, pairs, objective, start, SEED, 1)) {
      mean = engine.epoch(0, Step.ofPoints(rate));
      double[] all = engine.coordinates();
      for (int i = 0; i < nodes.length; i++) {
        kernel.place(all, nodes[i] * kernel.coordinates(), after, i * width);
      }
    }
    double loss = VisitLosses.of(kernel, before, 3, objective);
    assertEquals(loss / 3, mean, 1e-12 * loss);
    double[] turned = new double[3];
    for (int i = 0; i < nodes.length; i++) {
      double own = fall(kernel, objective, before, i, after, i * width);
      double length = distance(kernel, before, i * width, after, i * width);
      assertEquals(length * length / rate, own, 0.01 * own + 1e-12);
      for (int other = 0; other < 20; other++) {
        for (int k = 0; k < 3; k++) {
          turned[k] = start[nodes[i]][k] + length * random.nextGaussian();
        }
        double[] there = new double[width];
        kernel.embed(turned, there, 0);
        double farther = distance(kernel, before, i * width, there, 0);
        double theirs = fall(kernel, objective, before, i, there, 0);
        // Cauchy and Schwarz, up to what is curved
        assertTrue(theirs <= own * farther / length * 1.02 + 1e-12);
      }
    }
  }

  private static double[] points(PairKernel kernel, int[] nodes, double[][] tangents) {
    double[] points = new double[nodes.length * kernel.width()];
    for (int i = 0; i < nodes.length; i++) {
      kernel.embed(tangents[nodes[i]], points, i * kernel.width());
    }
    return points;
  }

  /** How far the loss falls if one node alone goes somewhere. */
  private static double fall(
      PairKernel kernel, Objective objective, double[] points, int node, double[] to, int at) {
    int width = kernel.width();
    double[] moved = points.clone();
    System.arraycopy(to, at, moved, node * width, width);
    return VisitLosses.of(kernel, points, 3, objective)
        - VisitLosses.of(kernel, moved, 3, objective);
  }

  private static double distance(PairKernel kernel, double[] x, int i, double[] y, int j) {
    int width = kernel.width();
    double[] both = new double[2 * width];
    System.arraycopy(x, i, both, 0, width);
    System.arraycopy(y, j, both, width, width);
    PairTable table = kernel.table(both);
    double[] measure = new double[1];
    table.measure(0, 1, 2, measure);
    return table.distance(measure[0]);
  }
}
