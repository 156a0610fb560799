package org.conceptspaces.taxonomy.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.conceptspaces.taxonomy.Hierarchies;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.ranking.ReconstructionRanking.Competitors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReconstructionRankingTest {

  // x has the ancestors p and r, the child c, and strangers s, t, u
  private static final Hierarchy TREE = Hierarchies.of("x>p", "p>r", "c>x", "s>r", "t>r", "u>t");

  private static double[] distances(
      double x, double p, double r, double c, double s, double t, double u) {
    double[] row = new double[7];
    String[] ids = {"x", "p", "r", "c", "s", "t", "u"};
    double[] values = {x, p, r, c, s, t, u};
    for (int i = 0; i < 7; i++) {
      row[TREE.index(ids[i])] = values[i];
    }
    return row;
  }

  private static ReconstructionMetrics ofX(Competitors competitors, double[] row) {
    ReconstructionRanking ranking = new ReconstructionRanking(TREE, competitors);
    ranking.accept(TREE.index("x"), row);
    return ranking.result();
  }

  @Test
  void ranksAreAmongNodesThatAreNoAncestors() {
    // in order: c(1) p(2) s(3) t(4) r(5) u(6); p has 1 competitor before it, r has c, s, t
    ReconstructionMetrics metrics = ofX(Competitors.NOT_ANCESTORS, distances(0, 2, 5, 1, 3, 4, 6));
    assertEquals((2 + 4) / 2.0, metrics.meanRank(), 1e-15);
    // precision at p: 1 of 2, at r: 2 of 5
    assertEquals((1 / 2.0 + 2 / 5.0) / 2, metrics.meanAveragePrecision(), 1e-15);
    assertEquals(1, metrics.nodes());
    assertEquals(2, metrics.pairs());
  }

  @Test
  void descendantsCanBeLeftOut() {
    ReconstructionMetrics metrics = ofX(Competitors.UNRELATED, distances(0, 2, 5, 1, 3, 4, 6));
    assertEquals((1 + 3) / 2.0, metrics.meanRank(), 1e-15);
    assertEquals((1 + 2 / 4.0) / 2, metrics.meanAveragePrecision(), 1e-15);
  }

  @Test
  void tiesCountHalfInTheRankAndFullInThePrecision() {
    // p ties with c and s; r ties with u
    ReconstructionMetrics metrics = ofX(Competitors.NOT_ANCESTORS, distances(0, 1, 3, 1, 1, 2, 3));
    // p: 2 ties → 2; r: 3 before, 1 tie → 4.5
    assertEquals((2 + 4.5) / 2, metrics.meanRank(), 1e-15);
    assertEquals((1 / 3.0 + 2 / 6.0) / 2, metrics.meanAveragePrecision(), 1e-15);
  }

  @Test
  void equalDistancesAreWorthNothing() {
    ReconstructionMetrics metrics = ofX(Competitors.NOT_ANCESTORS, distances(1, 1, 1, 1, 1, 1, 1));
    // 4 competitors: each ancestor stands in the middle of 5 places
    assertEquals(3, metrics.meanRank(), 1e-15);
    // and precision is the share of ancestors among the 6 others
    assertEquals(2 / 6.0, metrics.meanAveragePrecision(), 1e-15);
  }

  @Test
  void aPerfectRowHasRankOneAndPrecisionOne() {
    ReconstructionMetrics metrics =
        ofX(Competitors.NOT_ANCESTORS, distances(9, 1, 2, 3, 4, 5, Double.POSITIVE_INFINITY));
    assertEquals(1, metrics.meanRank(), 0);
    assertEquals(1, metrics.meanAveragePrecision(), 0);
  }

  @ParameterizedTest
  @EnumSource(Competitors.class)
  void agreesWithTheDefinitionOnRandomGraphs(Competitors competitors) {
    for (long seed = 1; seed <= 8; seed++) {
      Hierarchy hierarchy = Hierarchies.random(40, seed);
      Random random = new Random(seed);
      ReconstructionRanking ranking = new ReconstructionRanking(hierarchy, competitors);
      double rankSum = 0;
      double precisionSum = 0;
      int nodes = 0;
      long pairs = 0;
      for (int node = 0; node < hierarchy.size(); node++) {
        double[] row = new double[hierarchy.size()];
        for (int other = 0; other < row.length; other++) {
          // few values, so that there are many ties, among ancestors too
          row[other] = random.nextInt(seed % 2 == 0 ? 6 : 1000) - 2;
        }
        ranking.accept(node, row);
        int[] ancestors = hierarchy.closure().ancestors(node);
        assertEquals(ancestors.length > 0, ranking.counts(node));
        double precision = 0;
        for (int ancestor : ancestors) {
          double near = 0;
          double right = 0;
          double before = 1;
          for (int other = 0; other < row.length; other++) {
            boolean above = hierarchy.closure().isAncestor(other, node);
            boolean below = hierarchy.closure().isAncestor(node, other);
            boolean competes =
                !above && other != node && !(below && competitors == Competitors.UNRELATED);
            if (row[other] <= row[ancestor]) {
              near += above || competes ? 1 : 0;
              right += above ? 1 : 0;
            }
            if (competes && row[other] <= row[ancestor]) {
              before += row[other] < row[ancestor] ? 1 : 0.5;
            }
          }
          precision += right / near;
          rankSum += before;
          pairs++;
        }
        if (ancestors.length > 0) {
          precisionSum += precision / ancestors.length;
          nodes++;
        }
      }
      ReconstructionMetrics metrics = ranking.result();
      assertEquals(rankSum / pairs, metrics.meanRank(), 1e-12);
      assertEquals(precisionSum / nodes, metrics.meanAveragePrecision(), 1e-12);
      assertEquals(nodes, metrics.nodes());
      assertEquals(hierarchy.closure().pairs(), metrics.pairs());
    }
  }

  @Test
  void averagePrecisionIsThatOfScikitLearnsExample() {
    // its documentation: labels 0 0 1 1, scores .1 .4 .35 .8 have average precision .8333…
    Hierarchy hierarchy = Hierarchies.of("n>d", "n>c", "a>d", "b>d");
    double[] row = new double[5];
    row[hierarchy.index("a")] = -0.1;
    row[hierarchy.index("b")] = -0.4;
    row[hierarchy.index("c")] = -0.35;
    row[hierarchy.index("d")] = -0.8;
    ReconstructionRanking ranking = new ReconstructionRanking(hierarchy);
    ranking.accept(hierarchy.index("n"), row);
    assertEquals(0.83333333, ranking.result().meanAveragePrecision(), 1e-8);
  }

  @Test
  void floatsAreRankedAlike() {
    ReconstructionRanking ranking = new ReconstructionRanking(TREE);
    double[] row = distances(0, 2, 5, 1, 3, 4, 6);
    float[] narrow = new float[row.length];
    for (int i = 0; i < row.length; i++) {
      narrow[i] = (float) row[i];
    }
    ranking.accept(TREE.index("x"), narrow);
    assertEquals(3, ranking.result().meanRank(), 1e-15);
  }

  @Test
  void rootsAreIgnoredAndMistakesRefused() {
    ReconstructionRanking ranking = new ReconstructionRanking(TREE);
    assertFalse(ranking.counts(TREE.index("r")));
    ranking.accept(TREE.index("r"), new double[7]);
    assertThrows(IllegalStateException.class, ranking::result);
    int x = TREE.index("x");
    double[] row = distances(Double.NaN, 1, 2, 3, 4, 5, 6);
    ranking.accept(x, row);
    assertThrows(IllegalArgumentException.class, () -> ranking.accept(x, row));
    assertThrows(
        IllegalArgumentException.class, () -> ranking.accept(TREE.index("p"), new double[6]));
    IllegalArgumentException nan =
        assertThrows(IllegalArgumentException.class, () -> ranking.accept(TREE.index("c"), row));
    assertTrue(String.valueOf(nan.getMessage()).contains("NaN"));
  }
}
