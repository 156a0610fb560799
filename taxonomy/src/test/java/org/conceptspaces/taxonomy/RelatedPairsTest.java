package org.conceptspaces.taxonomy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelatedPairsTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void ofAHierarchyTheyAreItsClosureItsEdgesOrItsNeighbours(long seed) {
    Hierarchy hierarchy = Hierarchies.random(70, seed);
    Closure closure = hierarchy.closure();
    RelatedPairs ancestors = RelatedPairs.ancestors(closure);
    RelatedPairs parents = RelatedPairs.parents(hierarchy);
    RelatedPairs neighbours = RelatedPairs.neighbours(hierarchy);
    assertEquals(closure.pairs(), ancestors.pairs());
    assertEquals(hierarchy.edgeCount(), parents.pairs());
    assertEquals(2L * hierarchy.edgeCount(), neighbours.pairs());
    for (int node = 0; node < hierarchy.size(); node++) {
      assertArrayEquals(closure.ancestors(node), ancestors.related(node));
      assertArrayEquals(hierarchy.parents(node), parents.related(node));
      assertEquals(
          hierarchy.parentCount(node) + hierarchy.childCount(node), neighbours.count(node));
      for (int other = 0; other < hierarchy.size(); other++) {
        assertEquals(closure.isAncestor(other, node), ancestors.contains(node, other));
        assertEquals(closure.related(node, other), ancestors.connected(node, other));
        assertEquals(parents.connected(node, other), neighbours.contains(node, other));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void aListIsTheSetOfItsPairs(long seed) {
    Random random = new Random(seed);
    int nodes = 30;
    boolean[][] there = new boolean[nodes][nodes];
    int[] from = new int[400];
    int[] to = new int[from.length];
    int distinct = 0;
    for (int i = 0; i < from.length; i++) {
      from[i] = random.nextInt(nodes / 2);
      to[i] = (from[i] + 1 + random.nextInt(nodes - 1)) % nodes;
      distinct += there[from[i]][to[i]] ? 0 : 1;
      there[from[i]][to[i]] = true;
    }
    RelatedPairs pairs = RelatedPairs.of(nodes, from, to);
    assertEquals(nodes, pairs.nodes());
    assertEquals(distinct, pairs.pairs());
    RelatedPairs both = pairs.symmetric();
    for (int node = 0; node < nodes; node++) {
      int place = 0;
      for (int other = 0; other < nodes; other++) {
        assertEquals(there[node][other], pairs.contains(node, other));
        assertEquals(there[node][other] || there[other][node], both.contains(node, other));
        if (there[node][other]) {
          assertEquals(other, pairs.related(node, place++));
        }
      }
      assertEquals(place, pairs.count(node));
    }
    assertEquals(nodes / 2, pairs.sources().length); // 400 draws leave none of 15 out
  }

  @Test
  void thereMayBeNone() {
    RelatedPairs none = RelatedPairs.of(3, new int[0], new int[0]);
    assertEquals(0, none.pairs());
    assertEquals(0, none.count(2));
    assertFalse(none.connected(0, 1));
    assertEquals(0, none.symmetric().pairs());
  }

  @Test
  void whatIsNoPairOfNodesIsRefusedByItsPlace() {
    assertRefused("pair 1 (2, 2)", new int[] {0, 2}, new int[] {1, 2});
    assertRefused("pair 0 (0, 3)", new int[] {0}, new int[] {3});
    assertRefused("pair 0 (-1, 0)", new int[] {-1}, new int[] {0});
    assertRefused("2 nodes are paired with 1", new int[] {0, 1}, new int[] {1});
  }

  private static void assertRefused(String part, int[] from, int[] to) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> RelatedPairs.of(3, from, to));
    assertTrue(String.valueOf(refused.getMessage()).contains(part), refused.getMessage());
  }
}
