package org.conceptspaces.taxonomy.ranking;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.Device;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.pairs.PairGradients;
import org.conceptspaces.api.pairs.PairKernel;
import org.conceptspaces.api.pairs.PairTable;
import org.conceptspaces.euclidean.EuclideanGeometry;
import org.conceptspaces.poincare.PoincareBall;
import org.conceptspaces.taxonomy.Hierarchies;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.RelatedPairs;
import org.junit.jupiter.api.Test;

class TensorTableTest {

  private static final Device DEVICE =
      Device.fromName(System.getProperty("concepts.device", "cpu"));
  private static final int SIZE = 150;

  /** Coordinates of points within 3 of the origin; floats, for geometries of either type. */
  private static double[] points() {
    Random random = new Random(6);
    return random.doubles(3 * SIZE).map(x -> (float) ((x - 0.5) * 0.9)).toArray();
  }

  private static PairTable exact(PairKernel kernel) {
    double[] coordinates = points();
    double[] points = new double[SIZE * kernel.width()];
    for (int i = 0; i < SIZE; i++) {
      kernel.place(coordinates, 3 * i, points, kernel.width() * i);
    }
    return kernel.table(points);
  }

  @Test
  void distancesAreTheGeometrys() {
    for (Geometry geometry : List.of(new PoincareBall(1), new EuclideanGeometry())) {
      PairTable exact = exact(((PairGradients) geometry).pairs(3));
      try (TensorTable table = new TensorTable(geometry, points(), SIZE, DEVICE)) {
        assertEquals(SIZE, table.size());
        double[] wanted = new double[SIZE];
        double[] actual = new double[SIZE];
        for (int i = 0; i < SIZE; i++) {
          exact.measure(i, 0, SIZE, wanted);
          table.measure(i, 0, SIZE, actual);
          for (int j = 0; j < SIZE; j++) {
            if (i != j) {
              double tolerance = geometry instanceof PoincareBall ? 1e-9 : 1e-5;
              assertEquals(exact.distance(wanted[j]), table.distance(actual[j]), tolerance);
            }
          }
        }
      }
    }
  }

  @Test
  void aPairHasTheSameBitsWhateverTheRangeTheOrderAndTheThread() {
    try (TensorTable table = new TensorTable(new PoincareBall(1), points(), SIZE, DEVICE)) {
      double[][] whole = new double[SIZE][SIZE];
      for (int i = 0; i < SIZE; i++) {
        table.measure(i, 0, SIZE, whole[i]);
      }
      IntStream.range(0, SIZE * 20)
          .parallel()
          .forEach(
              k -> {
                int i = k * 77 % SIZE;
                int j = k * 7 % (SIZE - 10);
                double[] out = new double[10];
                table.measure(i, j, j + 10, out);
                double[] wanted = Arrays.copyOfRange(whole[i], j, j + 10);
                assertArrayEquals(wanted, out);
              });
    }
  }

  @Test
  void ranksAsTheExactTableDoes() {
    Hierarchy hierarchy = Hierarchies.random(SIZE, 1);
    RelatedPairs pairs = RelatedPairs.ancestors(hierarchy.closure());
    PoincareBall ball = new PoincareBall(1);
    ReconstructionMetrics wanted = new TableRanking(exact(ball.pairs(3)), pairs, pairs).rank(1);
    try (TensorTable table = new TensorTable(ball, points(), SIZE, DEVICE)) {
      for (int threads = 1; threads <= 3; threads++) {
        ReconstructionMetrics metrics = new TableRanking(table, pairs, pairs).rank(threads);
        assertEquals(wanted.meanRank(), metrics.meanRank(), 1e-12);
        assertEquals(wanted.meanAveragePrecision(), metrics.meanAveragePrecision(), 1e-12);
        assertEquals(wanted.pairs(), metrics.pairs());
      }
    }
  }

  @Test
  void refusesWhatAreNoRows() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new TensorTable(new PoincareBall(1), new double[7], 2, DEVICE));
  }
}
