package org.conceptspaces.taxonomy.sampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.conceptspaces.taxonomy.Hierarchies;
import org.conceptspaces.taxonomy.Hierarchy;
import org.junit.jupiter.api.Test;

class PairSamplerTest {

  private static final Hierarchy HIERARCHY = Hierarchies.random(50, 3);

  @Test
  void everyEpochIsAnOrderOfAllNodesWithAParent() {
    PairSampler sampler = new PairSampler(HIERARCHY, 7, PartnerShares.DEFAULT, 11);
    int epoch = sampler.epochSize();
    assertEquals(HIERARCHY.size() - HIERARCHY.roots().length, epoch);
    int[] stream = new int[3 * epoch];
    for (int position = 0; position < stream.length; position++) {
      PairBatch batch = sampler.batch(position / 7);
      assertEquals(7, batch.size());
      stream[position] = batch.nodes()[position % 7];
    }
    Set<String> orders = new HashSet<>();
    for (int start = 0; start < stream.length; start += epoch) {
      int[] order = Arrays.copyOfRange(stream, start, start + epoch);
      orders.add(Arrays.toString(order));
      assertEquals(epoch, Arrays.stream(order).distinct().count());
      assertTrue(Arrays.stream(order).allMatch(node -> HIERARCHY.parentCount(node) > 0));
    }
    assertEquals(3, orders.size());
  }

  @Test
  void aBatchFollowsFromSeedAndStepAlone() {
    PairSampler forward = new PairSampler(HIERARCHY, 16, PartnerShares.DEFAULT, 5);
    PairSampler backward = new PairSampler(HIERARCHY, 16, PartnerShares.DEFAULT, 5);
    PairSampler other = new PairSampler(HIERARCHY, 16, PartnerShares.DEFAULT, 6);
    int[][] nodes = new int[40][];
    int[][] partners = new int[40][];
    for (int step = 0; step < 40; step++) {
      nodes[step] = forward.batch(step).nodes();
      partners[step] = forward.batch(step).partners();
    }
    boolean differs = false;
    for (int step = 39; step >= 0; step--) {
      assertArrayEquals(nodes[step], backward.batch(step).nodes());
      assertArrayEquals(partners[step], backward.batch(step).partners());
      differs |= !Arrays.equals(nodes[step], other.batch(step).nodes());
    }
    assertTrue(differs);
  }

  @Test
  void aBatchMayBeLargerThanAnEpoch() {
    Hierarchy small = Hierarchies.of("b>a", "c>b");
    PairBatch batch = new PairSampler(small, 9, PartnerShares.DEFAULT, 1).batch(1_000_000_000_000L);
    int[] counts = new int[3];
    for (int i = 0; i < 9; i++) {
      counts[batch.nodes()[i]]++;
      assertTrue(small.closure().isAncestor(batch.partners()[i], batch.nodes()[i]));
    }
    assertEquals(9, counts[small.index("b")] + counts[small.index("c")]);
    assertEquals(1, Math.abs(counts[small.index("b")] - counts[small.index("c")]));
  }

  @Test
  void withoutSiblingsEveryPairIsANodeAndItsAncestor() {
    PairSampler sampler = new PairSampler(HIERARCHY, 64, PartnerShares.DEFAULT, 2);
    for (int step = 0; step < 50; step++) {
      PairBatch batch = sampler.batch(step);
      for (int i = 0; i < batch.size(); i++) {
        assertTrue(HIERARCHY.closure().isAncestor(batch.partners()[i], batch.nodes()[i]));
      }
    }
  }

  @Test
  void ancestorsComeInTheChosenShares() {
    // c has the parents p and q and, above them, g and h: ancestors p, q, g, h
    Hierarchy hierarchy = Hierarchies.of("c>p", "c>q", "p>g", "q>g", "g>h");
    int draws = 40_000;
    for (double probability : new double[] {0, 0.5, 1}) {
      PairSampler sampler =
          new PairSampler(
              hierarchy, nodesWithAParent(hierarchy), new PartnerShares(probability, 0), 9);
      int[] counts = new int[hierarchy.size()];
      for (int step = 0; step < draws; step++) {
        PairBatch batch = sampler.batch(step);
        for (int i = 0; i < batch.size(); i++) {
          if (batch.nodes()[i] == hierarchy.index("c")) {
            counts[batch.partners()[i]]++;
          }
        }
      }
      double parent = probability / 2 + (1 - probability) / 4;
      double above = (1 - probability) / 4;
      // binomial, standard deviation at most 100
      assertEquals(parent * draws, counts[hierarchy.index("p")], 450);
      assertEquals(parent * draws, counts[hierarchy.index("q")], 450);
      assertEquals(above * draws, counts[hierarchy.index("g")], 450);
      assertEquals(above * draws, counts[hierarchy.index("h")], 450);
    }
  }

  @Test
  void siblingsComeInTheirShare() {
    // c has the sibling d by p, the siblings e and f by q; g is an only child
    Hierarchy hierarchy = Hierarchies.of("c>p", "d>p", "c>q", "e>q", "f>q", "g>f");
    PairSampler sampler =
        new PairSampler(hierarchy, nodesWithAParent(hierarchy), new PartnerShares(1, 0.6), 9);
    int draws = 40_000;
    int[] counts = new int[hierarchy.size()];
    for (int step = 0; step < draws; step++) {
      PairBatch batch = sampler.batch(step);
      for (int i = 0; i < batch.size(); i++) {
        if (batch.nodes()[i] == hierarchy.index("c")) {
          counts[batch.partners()[i]]++;
        } else if (batch.nodes()[i] == hierarchy.index("g")) {
          assertEquals(hierarchy.index("f"), batch.partners()[i]);
        }
      }
    }
    // binomial, standard deviation at most 100
    assertEquals(0.3 * draws, counts[hierarchy.index("d")], 450);
    assertEquals(0.15 * draws, counts[hierarchy.index("e")], 450);
    assertEquals(0.15 * draws, counts[hierarchy.index("f")], 450);
    assertEquals(0.2 * draws, counts[hierarchy.index("p")], 450);
    assertEquals(0.2 * draws, counts[hierarchy.index("q")], 450);
  }

  private static int nodesWithAParent(Hierarchy hierarchy) {
    return hierarchy.size() - hierarchy.roots().length;
  }

  @Test
  void numbersOutOfRangeAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new PairSampler(HIERARCHY, 0, PartnerShares.DEFAULT, 1));
    for (double share : new double[] {-0.1, 1.1, Double.NaN}) {
      assertThrows(IllegalArgumentException.class, () -> new PartnerShares(share, 0));
      assertThrows(IllegalArgumentException.class, () -> new PartnerShares(0, share));
    }
    PairSampler sampler = new PairSampler(Hierarchies.withTexts(HIERARCHY), 4, 1);
    assertThrows(IllegalArgumentException.class, () -> sampler.batch(-1));
  }

  @Test
  void relationsMarkTheSameAncestorsAndDescendants() {
    int[] rows = HIERARCHY.topologicalOrder();
    int[] columns = {31, 4, 17, 9, 0, 25, 4};
    boolean[][] related = Relations.related(HIERARCHY.closure(), rows, columns);
    float[] mask = Relations.mask(HIERARCHY.closure(), rows, columns);
    assertEquals(rows.length * columns.length, mask.length);
    boolean any = false;
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        boolean expected =
            rows[i] == columns[j] || climbs(rows[i], columns[j]) || climbs(columns[j], rows[i]);
        assertEquals(expected, related[i][j]);
        assertEquals(expected ? 1f : 0f, mask[i * columns.length + j]);
        any |= expected && rows[i] != columns[j];
      }
    }
    assertTrue(any);
  }

  private static boolean climbs(int node, int ancestor) {
    for (int parent : HIERARCHY.parents(node)) {
      if (parent == ancestor || climbs(parent, ancestor)) {
        return true;
      }
    }
    return false;
  }
}
