package org.conceptspaces.taxonomy.ranking;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import java.util.stream.IntStream;
import org.conceptspaces.taxonomy.Hierarchies;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.sampling.SeededRandom;
import org.junit.jupiter.api.Test;

class ParentRankingTest {

  /** A root, 0, and a hundred nodes below it. */
  private static final Hierarchy FLAT =
      Hierarchies.of(
          IntStream.rangeClosed(1, 100).mapToObj(i -> "n" + i + ">root").toArray(String[]::new));

  @Test
  void theBestTrueParentCounts() {
    ParentRanking ranking = new ParentRanking(FLAT);
    double[] scores = {0.1, 0.9, 0.5, 0.7, 0.3};
    assertEquals(1, ranking.accept(new int[] {1}, scores));
    assertEquals(2, ranking.accept(new int[] {0, 3}, scores));
    assertEquals(5, ranking.accept(new int[] {0}, scores));
    assertEquals(1, ranking.acceptDistances(new int[] {0}, scores));
    assertArrayEquals(new double[] {1, 2, 5, 1}, ranking.ranks());
    ParentMetrics metrics = ranking.result();
    assertEquals((1 + 0.5 + 0.2 + 1) / 4, metrics.mrr(), 1e-15);
    assertEquals(0.5, metrics.hitsAt1());
    assertEquals(1, metrics.hitsAt10());
    assertEquals(4, metrics.count());
  }

  @Test
  void equalScoresRankInTheMiddle() {
    ParentRanking ranking = new ParentRanking(FLAT);
    assertEquals(51, ranking.accept(new int[] {0}, new double[101]));
    ParentMetrics metrics = ranking.result();
    assertEquals(1 / 51.0, metrics.mrr(), 1e-15);
    assertEquals(0, metrics.hitsAt1());
    assertEquals(0, metrics.hitsAt10());
  }

  @Test
  void tiesHaveTheMeanRankOfARandomOrder() {
    // two better, then five tied of which two are true: simulate the orders of the tied
    double[] scores = {9, 8, 5, 5, 5, 5, 5, 1};
    double exact = new ParentRanking(FLAT).accept(new int[] {3, 6}, scores);
    double sum = 0;
    for (int draw = 0; draw < 40_000; draw++) {
      int[] order = IntStream.range(2, 7).toArray();
      new SeededRandom(draw).shuffle(order);
      int place = 0;
      while (order[place] != 3 && order[place] != 6) {
        place++;
      }
      sum += 3 + place;
    }
    assertEquals(4, exact, 1e-15);
    assertEquals(exact, sum / 40_000, 0.02);
  }

  @Test
  void agreesWithSortingOnRandomScores() {
    Random random = new Random(4);
    for (int round = 0; round < 50; round++) {
      double[] scores = random.doubles(30).toArray();
      int[] parents = {random.nextInt(10), 10 + random.nextInt(20)};
      int expected = 1;
      double best = Math.max(scores[parents[0]], scores[parents[1]]);
      for (double score : scores) {
        expected += score > best ? 1 : 0;
      }
      assertEquals(expected, new ParentRanking(FLAT).accept(parents, scores));
    }
  }

  @Test
  void firstAnswersAreMeasuredByWuAndPalmer() {
    Hierarchy tree = Hierarchies.of("a>r", "b>r", "c>a", "d>a", "e>c");
    int a = tree.index("a");
    int b = tree.index("b");
    int c = tree.index("c");
    double[] scores = new double[tree.size()];
    scores[c] = 1;
    assertEquals(1, wuPalmer(tree, new int[] {c}, scores));
    assertEquals(2.0 * 2 / (3 + 2), wuPalmer(tree, new int[] {a}, scores), 1e-15);
    // of two true parents the one that the answer is nearer to
    assertEquals(2.0 * 2 / (3 + 2), wuPalmer(tree, new int[] {b, a}, scores), 1e-15);
    assertEquals(1, wuPalmer(tree, new int[] {a, c}, scores));
    // of two first answers the mean
    scores[b] = 1;
    double ofB = 2.0 * 1 / (2 + 2);
    assertEquals((2.0 * 2 / (3 + 2) + ofB) / 2, wuPalmer(tree, new int[] {a}, scores), 1e-15);
    ParentRanking two = new ParentRanking(tree);
    two.accept(new int[] {c}, scores);
    two.acceptDistances(new int[] {a}, new double[] {0, 1, 1, 1, 1, 1});
    assertEquals(0, tree.index("a"));
    assertEquals((1 + 2.0 / (3 + 2)) / 4 + 0.5, two.result().wuPalmer(), 1e-15);
  }

  private static double wuPalmer(Hierarchy hierarchy, int[] trueParents, double[] scores) {
    ParentRanking ranking = new ParentRanking(hierarchy);
    ranking.accept(trueParents, scores);
    return ranking.result().wuPalmer();
  }

  @Test
  void manyTextsFit() {
    ParentRanking ranking = new ParentRanking(FLAT);
    for (int i = 0; i < 1000; i++) {
      ranking.accept(new int[] {i % 3}, new double[] {3, 2, 1});
    }
    assertEquals(1000, ranking.result().count());
    assertEquals((334 + 333 / 2.0 + 333 / 3.0) / 1000, ranking.result().mrr(), 1e-12);
  }

  @Test
  void mistakesAreRefused() {
    ParentRanking ranking = new ParentRanking(FLAT);
    assertThrows(
        IllegalArgumentException.class, () -> ranking.accept(new int[0], new double[] {1}));
    assertThrows(
        IllegalArgumentException.class,
        () -> ranking.accept(new int[] {0}, new double[] {1, Double.NaN}));
    assertThrows(
        IllegalArgumentException.class,
        () -> ranking.accept(new int[] {0}, new double[] {Double.NaN, 1}));
    assertThrows(IllegalStateException.class, ranking::result);
  }

  @Test
  void chanceIsTheHarmonicNumberOverTheCount() {
    assertEquals(1, Chance.meanReciprocalRank(1));
    assertEquals(0.75, Chance.meanReciprocalRank(2), 1e-15);
    assertEquals(25 / 48.0, Chance.meanReciprocalRank(4), 1e-15);
    // H_n = ln n + γ + 1/2n − 1/12n² + …
    double n = 82_115;
    double harmonic = Math.log(n) + 0.5772156649015329 + 1 / (2 * n) - 1 / (12 * n * n);
    assertEquals(harmonic / n, Chance.meanReciprocalRank(82_115), 1e-17);
    assertThrows(IllegalArgumentException.class, () -> Chance.meanReciprocalRank(0));
  }
}
