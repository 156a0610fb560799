package org.conceptspaces.taxonomy.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.conceptspaces.api.pairs.PairTable;
import org.conceptspaces.euclidean.EuclideanGeometry;
import org.conceptspaces.taxonomy.Hierarchies;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.RelatedPairs;
import org.conceptspaces.taxonomy.sampling.HoldOut;
import org.conceptspaces.taxonomy.sampling.LinkSplit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableRankingTest {

  /** Points on a grid in the plane, so that many distances are the same; or not. */
  private static PairTable table(int size, boolean ties, long seed) {
    Random random = new Random(seed);
    double[] points = new double[2 * size];
    for (int i = 0; i < points.length; i++) {
      points[i] = ties ? random.nextInt(5) : random.nextGaussian();
    }
    return new EuclideanGeometry().pairs(2).table(points);
  }

  private static double[] row(PairTable table, int node) {
    double[] row = new double[table.size()];
    table.measure(node, 0, row.length, row);
    return row;
  }

  /** The rules of {@link ReconstructionRanking}, one pair of nodes at a time. */
  private static ReconstructionMetrics byDefinition(
      PairTable table, RelatedPairs targets, RelatedPairs ignored) {
    double ranks = 0;
    double precisions = 0;
    int nodes = 0;
    for (int node = 0; node < table.size(); node++) {
      double[] row = row(table, node);
      double precision = 0;
      for (int target : targets.related(node)) {
        double rank = 1;
        double right = 0;
        double wrong = 0;
        for (int other = 0; other < row.length; other++) {
          boolean near = row[other] <= row[target];
          if (targets.contains(node, other)) {
            right += near ? 1 : 0;
          } else if (other != node && !ignored.contains(node, other) && near) {
            wrong++;
            rank += row[other] < row[target] ? 1 : 0.5;
          }
        }
        precision += right / (right + wrong);
        ranks += rank;
      }
      if (targets.count(node) > 0) {
        precisions += precision / targets.count(node);
        nodes++;
      }
    }
    return new ReconstructionMetrics(
        ranks / targets.pairs(), precisions / nodes, nodes, targets.pairs());
  }

  private static void assertAlike(ReconstructionMetrics wanted, ReconstructionMetrics actual) {
    assertEquals(wanted.meanRank(), actual.meanRank(), 1e-12 * wanted.meanRank());
    assertEquals(wanted.meanAveragePrecision(), actual.meanAveragePrecision(), 1e-12);
    assertEquals(wanted.nodes(), actual.nodes());
    assertEquals(wanted.pairs(), actual.pairs());
  }

  @ParameterizedTest
  @CsvSource({"true,1", "false,2", "true,3"})
  void ofAClosureIsReconstruction(boolean ties, int threads) {
    Hierarchy hierarchy = Hierarchies.random(200, 7);
    PairTable table = table(200, ties, 1);
    RelatedPairs pairs = RelatedPairs.ancestors(hierarchy.closure());
    ReconstructionRanking reconstruction = new ReconstructionRanking(hierarchy);
    for (int node = 0; node < 200; node++) {
      reconstruction.accept(node, row(table, node));
    }
    ReconstructionMetrics metrics = new TableRanking(table, pairs, pairs).rank(threads);
    assertAlike(reconstruction.result(), metrics);
    assertAlike(byDefinition(table, pairs, pairs), metrics);
  }

  /** More nodes than a tile, and more than a thread takes at once. */
  @ParameterizedTest
  @CsvSource({"true,1", "false,3"})
  void ofNeighboursAcrossTiles(boolean ties, int threads) {
    RelatedPairs pairs = RelatedPairs.neighbours(Hierarchies.random(2300, 3));
    PairTable table = table(2300, ties, 2);
    assertAlike(
        byDefinition(table, pairs, pairs), new TableRanking(table, pairs, pairs).rank(threads));
  }

  @ParameterizedTest
  @CsvSource({"true,1", "false,2"})
  void ofHeldOutPairsIsAmongNodesThatAreNotRelated(boolean ties, int threads) {
    LinkSplit split = LinkSplit.of(Hierarchies.random(150, 5), new HoldOut(0.3, 1));
    PairTable table = table(150, ties, 3);
    assertAlike(
        byDefinition(table, split.heldOut(), split.training()),
        new TableRanking(table, split.heldOut(), split.training()).rank(threads));
  }

  @Test
  void refusesOtherNodesAndNoPairs() {
    RelatedPairs none = RelatedPairs.of(9, new int[0], new int[0]);
    PairTable table = table(9, false, 1);
    assertThrows(
        IllegalArgumentException.class, () -> new TableRanking(table(8, false, 1), none, none));
    assertThrows(IllegalStateException.class, () -> new TableRanking(table, none, none).rank(1));
  }
}
