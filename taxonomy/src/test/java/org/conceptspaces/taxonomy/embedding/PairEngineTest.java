package org.conceptspaces.taxonomy.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import org.conceptspaces.api.pairs.PairKernel;
import org.conceptspaces.poincare.PoincareBall;
import org.conceptspaces.taxonomy.Hierarchies;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.RelatedPairs;
import org.conceptspaces.taxonomy.ranking.ReconstructionMetrics;
import org.conceptspaces.taxonomy.ranking.TableRanking;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PairEngineTest {

  private static final Hierarchy HIERARCHY = Hierarchies.random(120, 8);
  private static final RelatedPairs PAIRS = RelatedPairs.ancestors(HIERARCHY.closure());
  private static final PairKernel KERNEL = new PoincareBall(1).pairs(4);
  private static final Schedule SCHEDULE = new Schedule(60, 0.3, 0.1, 0);

  private static PairEngine engine(long seed, int threads) {
    return new PairEngine(
        KERNEL,
        PAIRS,
        new Objective(Energy.DISTANCE, 1, 20, 0.75, 8),
        Start.HIERARCHY.tangents(HIERARCHY, 4, seed),
        seed,
        threads);
  }

  private static double train(NodeEngine engine, int from, int to) {
    double loss = Double.NaN;
    for (int epoch = from; epoch < to; epoch++) {
      loss = engine.epoch(epoch, SCHEDULE.step(epoch));
    }
    return loss;
  }

  @Test
  void goesOnBitForBitOnOneThread() {
    try (PairEngine whole = engine(1, 1);
        PairEngine first = engine(1, 1);
        PairEngine second = engine(1, 1);
        PairEngine other = engine(2, 1)) {
      train(first, 0, 4);
      second.restore(first.state());
      assertEquals(train(whole, 0, 8), train(second, 4, 8));
      assertArrayEquals(whole.coordinates(), second.coordinates());
      train(other, 0, 8);
      assertFalse(Arrays.equals(whole.coordinates(), other.coordinates()));
    }
  }

  @Test
  void aStateIsACopy() {
    try (PairEngine engine = engine(1, 1)) {
      Map<String, double[]> state = engine.state();
      double[] before = engine.coordinates();
      train(engine, 0, 1);
      engine.restore(state);
      assertArrayEquals(before, engine.coordinates());
      assertThrows(
          IllegalArgumentException.class, () -> engine.restore(Map.of("points", new double[3])));
      assertThrows(IllegalArgumentException.class, () -> engine.restore(Map.of()));
    }
  }

  /** A random graph of 120 nodes is no tree: one thread gets it to a MAP of .5. */
  @Test
  void severalThreadsLearnAsWell() {
    double[] precisions = new double[2];
    for (int i = 0; i < 2; i++) {
      try (PairEngine engine = engine(1, 1 + 3 * i)) {
        double first = train(engine, 0, 1);
        double last = train(engine, 1, SCHEDULE.epochs());
        assertTrue(last < 0.5 * first, first + " to " + last);
        precisions[i] = metrics(engine).meanAveragePrecision();
      }
    }
    assertTrue(precisions[0] > 0.5, Arrays.toString(precisions));
    assertEquals(precisions[0], precisions[1], 0.1);
  }

  private static ReconstructionMetrics metrics(NodeEngine engine) {
    double[] coordinates = engine.coordinates();
    double[] points = new double[PAIRS.nodes() * KERNEL.width()];
    for (int node = 0; node < PAIRS.nodes(); node++) {
      KERNEL.place(coordinates, node * 4, points, node * KERNEL.width());
    }
    return new TableRanking(KERNEL.table(points), PAIRS, PAIRS).rank(1);
  }

  @ParameterizedTest
  @EnumSource(Parametrisation.class)
  void atAnExtremeRateNothingLeavesTheBall(Parametrisation moved) {
    try (PairEngine engine = engine(1, 1)) {
      for (int epoch = 0; epoch < 30; epoch++) {
        assertTrue(Double.isFinite(engine.epoch(epoch, new Step(moved, 100))));
      }
      double[] coordinates = engine.coordinates();
      for (int node = 0; node < PAIRS.nodes(); node++) {
        double square = 0;
        for (int k = 0; k < 4; k++) {
          square += coordinates[4 * node + k] * coordinates[4 * node + k];
        }
        assertTrue(square < 1, "node " + node);
      }
    }
  }
}
