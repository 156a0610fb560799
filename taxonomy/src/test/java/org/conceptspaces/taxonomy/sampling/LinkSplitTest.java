package org.conceptspaces.taxonomy.sampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.conceptspaces.taxonomy.DataException;
import org.conceptspaces.taxonomy.Hierarchies;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.HierarchyBuilder;
import org.conceptspaces.taxonomy.NamedHierarchy;
import org.conceptspaces.taxonomy.RelatedPairs;
import org.conceptspaces.taxonomy.source.Sources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkSplitTest {

  @ParameterizedTest
  @ValueSource(doubles = {0.0001, 0.05, 0.5, 1})
  void everyPairIsInOnePartAndDirectEdgesAreKnown(double share) {
    for (long seed = 1; seed <= 5; seed++) {
      Hierarchy hierarchy = Hierarchies.random(80, seed);
      LinkSplit split = LinkSplit.of(hierarchy, new HoldOut(share, seed));
      long candidates = hierarchy.closure().pairs() - hierarchy.edgeCount();
      assertEquals(Math.max(1, Math.round(share * candidates)), split.heldOut().pairs());
      RelatedPairs parents = RelatedPairs.parents(hierarchy);
      for (int node = 0; node < hierarchy.size(); node++) {
        for (int other = 0; other < hierarchy.size(); other++) {
          boolean held = split.heldOut().contains(node, other);
          boolean trained = split.training().contains(node, other);
          assertFalse(held && trained);
          assertEquals(hierarchy.closure().isAncestor(other, node), held || trained);
          assertFalse(held && parents.contains(node, other));
        }
      }
    }
  }

  /** Every held-out pair is as likely: each of 300 splits holds out a tenth. */
  @Test
  void allPairsAreHeldOutEquallyOften() {
    Hierarchy hierarchy = Hierarchies.random(25, 3);
    int candidates = (int) hierarchy.closure().pairs() - hierarchy.edgeCount();
    int splits = 300;
    double[][] counts = new double[25][25];
    int held = 0;
    for (int seed = 0; seed < splits; seed++) {
      RelatedPairs out = LinkSplit.of(hierarchy, new HoldOut(0.1, seed)).heldOut();
      held += (int) out.pairs();
      for (int node : out.sources()) {
        for (int other : out.related(node)) {
          counts[node][other]++;
        }
      }
    }
    double expected = (double) held / candidates;
    double square = 0;
    RelatedPairs parents = RelatedPairs.parents(hierarchy);
    for (int node = 0; node < 25; node++) {
      for (int other : hierarchy.closure().ancestors(node)) {
        if (!parents.contains(node, other)) {
          square += Math.pow(counts[node][other] - expected, 2) / expected;
        }
      }
    }
    // χ² has the mean of its cells and the variance of twice their number
    assertTrue(square < candidates + 5 * Math.sqrt(2.0 * candidates), square + " of " + candidates);
  }

  @Test
  void followsFromIdsAndSeedAlone() {
    Hierarchy hierarchy = Hierarchies.random(60, 9);
    List<String> edges = new ArrayList<>();
    for (int node = 0; node < hierarchy.size(); node++) {
      for (int parent : hierarchy.parents(node)) {
        edges.add(hierarchy.id(node) + ">" + hierarchy.id(parent));
      }
    }
    Collections.shuffle(edges, new Random(1));
    HierarchyBuilder builder = Hierarchy.builder();
    for (String edge : edges) {
      builder.edge(edge.substring(0, edge.indexOf('>')), edge.substring(edge.indexOf('>') + 1));
    }
    Hierarchy shuffled = builder.build();
    assertNotEquals(hierarchy.ids().subList(0, 5), shuffled.ids().subList(0, 5));
    Set<String> first = held(hierarchy, 4);
    assertEquals(first, held(shuffled, 4));
    assertNotEquals(first, held(hierarchy, 5));
  }

  private static Set<String> held(Hierarchy hierarchy, long seed) {
    Set<String> held = new TreeSet<>();
    RelatedPairs pairs = LinkSplit.of(hierarchy, new HoldOut(0.2, seed)).heldOut();
    for (int node : pairs.sources()) {
      for (int other : pairs.related(node)) {
        held.add(hierarchy.id(node) + ">" + hierarchy.id(other));
      }
    }
    return held;
  }

  @Test
  void refusesWhatCannotBeHeldOut() {
    Hierarchy flat = Hierarchies.of("a>r", "b>r");
    DataException none =
        assertThrows(DataException.class, () -> LinkSplit.of(flat, new HoldOut(0.5, 1)));
    assertTrue(String.valueOf(none.getMessage()).contains("grandparents"));
    for (double share : new double[] {0, -1, 1.01, Double.NaN}) {
      assertThrows(IllegalArgumentException.class, () -> new HoldOut(share, 1));
    }
  }

  @Test
  void aChainHasAllButItsEdgesToHoldOut() {
    Hierarchy chain = Hierarchies.of("a>b", "b>c", "c>d");
    LinkSplit split = LinkSplit.of(chain, new HoldOut(1, 1));
    assertEquals(3, split.heldOut().pairs());
    assertArrayEquals(new int[] {chain.index("b")}, split.training().related(chain.index("a")));
  }

  /** A closure with gaps, some of them direct edges: what is not among its pairs is in no part. */
  @Test
  void aSourcesOwnPairsAreSplit() {
    NamedHierarchy whole = Sources.hierarchy("wordnet:mammals@official");
    RelatedPairs closure = whole.ancestors();
    int[] from = new int[Math.toIntExact(closure.pairs())];
    int[] to = new int[from.length];
    int all = 0;
    int kept = 0;
    for (int node = 0; node < closure.nodes(); node++) {
      for (int ancestor : closure.related(node)) {
        if (all++ % 3 != 0) {
          from[kept] = node;
          to[kept++] = ancestor;
        }
      }
    }
    NamedHierarchy official =
        whole.withAncestors(
            RelatedPairs.of(closure.nodes(), Arrays.copyOf(from, kept), Arrays.copyOf(to, kept)));
    assertEquals(whole.hierarchy().fingerprint(), whole.fingerprint());
    assertNotEquals(whole.fingerprint(), official.fingerprint());
    RelatedPairs pairs = official.ancestors();
    LinkSplit split = LinkSplit.of(official, new HoldOut(0.05, 1));
    assertEquals(pairs.pairs(), split.training().pairs() + split.heldOut().pairs());
    int candidates = 0;
    for (int node = 0; node < pairs.nodes(); node++) {
      List<Integer> parents = Arrays.stream(official.hierarchy().parents(node)).boxed().toList();
      for (int ancestor : pairs.related(node)) {
        boolean held = split.heldOut().contains(node, ancestor);
        assertTrue(held ^ split.training().contains(node, ancestor));
        assertFalse(held && parents.contains(ancestor));
        candidates += parents.contains(ancestor) ? 0 : 1;
      }
    }
    assertEquals(Math.round(0.05 * candidates), split.heldOut().pairs());
  }
}
