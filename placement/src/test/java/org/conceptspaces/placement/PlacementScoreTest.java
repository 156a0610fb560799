package org.conceptspaces.placement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.conceptspaces.placement.channel.Query;
import org.conceptspaces.placement.text.Wording;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.ranking.ParentMetrics;
import org.junit.jupiter.api.Test;

class PlacementScoreTest {

  private static Placement placement(double typicality, int... nodes) {
    Query query = new Query("a", Wording.of("a"), Query.NO_NODE, List.of());
    return new Placement(
        query,
        IntStream.range(0, nodes.length)
            .mapToObj(i -> new Place(nodes[i], 0.8 / (i + 1), List.of(), List.of()))
            .toList(),
        typicality);
  }

  @Test
  void ranksAreThoseOfTheFirstTrueParentAndOthersShareTheRest() {
    Hierarchy tree =
        Hierarchy.builder().edge("b", "a").edge("c", "a").edge("d", "a").edge("e", "b").build();
    PlacementScore score = new PlacementScore(tree);
    assertTrue(Double.isNaN(score.belonging()));
    int a = tree.index("a");
    int b = tree.index("b");
    int c = tree.index("c");
    score.accept(placement(1, b, a, c), new int[] {a}); // second
    score.accept(placement(0.001, c, b), new int[] {b, c}); // first
    score.accept(placement(1, b, c), new int[] {a}); // after two, among three: (3 + 4 + 5) / 3
    score.accept(placement(1), new int[] {a}); // among five
    ParentMetrics ranks = score.ranks();
    assertEquals((1 / 2.0 + 1 + 1 / 4.0 + 1 / 3.0) / 4, ranks.mrr(), 1e-15);
    assertEquals(1 / 4.0, ranks.hitsAt1());
    assertEquals(1, ranks.hitsAt10());
    assertEquals(2 / 4.0, score.belonging()); // one is strange, one has no place
    // three first answers claim 0.8, one is right
    assertEquals(0.8 - 1 / 3.0, score.reliability().expectedCalibrationError(), 1e-15);
    assertEquals(3, score.reliability().bins().get(0).count());
  }

  @Test
  void reliabilityIsTheMeanGapOverBins() {
    Reliability reliability = new Reliability();
    assertEquals(0, reliability.expectedCalibrationError());
    reliability.add(0.05, false);
    reliability.add(0.95, true);
    reliability.add(1, true);
    reliability.add(0.91, false);
    reliability.add(0, false);
    List<Reliability.Bin> bins = reliability.bins();
    assertEquals(2, bins.size());
    assertEquals(new Reliability.Bin(0.025, 0, 2), bins.get(0));
    assertEquals((0.95 + 1 + 0.91) / 3, bins.get(1).claimed(), 1e-15);
    assertEquals(2 / 3.0, bins.get(1).right());
    double gap = (0.95 + 1 + 0.91) / 3 - 2 / 3.0;
    assertEquals((2 * 0.025 + 3 * gap) / 5, reliability.expectedCalibrationError(), 1e-15);
  }

  @Test
  void pooledBinsAreThoseOfAllAnswers() {
    Reliability all = new Reliability();
    Reliability first = new Reliability();
    Reliability second = new Reliability();
    Random random = new Random(4);
    for (int i = 0; i < 300; i++) {
      double probability = random.nextDouble();
      boolean right = random.nextBoolean();
      all.add(probability, right);
      (i % 3 == 0 ? first : second).add(probability, right);
    }
    Reliability pooled = Reliability.pooled(List.of(first.bins(), second.bins()));
    for (int bin = 0; bin < all.bins().size(); bin++) {
      assertEquals(all.bins().get(bin).claimed(), pooled.bins().get(bin).claimed(), 1e-12);
      assertEquals(all.bins().get(bin).right(), pooled.bins().get(bin).right(), 1e-12);
      assertEquals(all.bins().get(bin).count(), pooled.bins().get(bin).count());
    }
    assertEquals(all.expectedCalibrationError(), pooled.expectedCalibrationError(), 1e-12);
  }
}
