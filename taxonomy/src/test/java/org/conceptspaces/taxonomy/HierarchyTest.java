package org.conceptspaces.taxonomy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HierarchyTest {

  // a is on top; d hangs below a directly and by way of b and c
  private final Hierarchy diamond = Hierarchies.of("d>a", "b>a", "c>b", "d>c", "e>b");

  private int[] at(String... ids) {
    return java.util.stream.Stream.of(ids).mapToInt(diamond::index).sorted().toArray();
  }

  @Test
  void nodesAreIndexedInTheOrderOfTheirFirstMention() {
    assertEquals(List.of("d", "a", "b", "c", "e"), diamond.ids());
    assertEquals("c", diamond.id(3));
    assertEquals(3, diamond.index("c"));
    assertTrue(diamond.contains("e"));
    assertFalse(diamond.contains("E"));
    assertEquals(5, diamond.size());
    assertEquals(5, diamond.edgeCount());
  }

  @Test
  void parentsChildrenRootsAndLeaves() {
    int d = diamond.index("d");
    int b = diamond.index("b");
    assertArrayEquals(at("a", "c"), diamond.parents(d));
    assertEquals(2, diamond.parentCount(d));
    assertEquals(diamond.index("a"), diamond.parent(d, 0));
    assertArrayEquals(at("c", "e"), diamond.children(b));
    assertEquals(2, diamond.childCount(b));
    assertArrayEquals(at("a"), diamond.roots());
    assertArrayEquals(at("d", "e"), diamond.leaves());
  }

  @Test
  void depthIsTheLongestWayFromARoot() {
    assertEquals(0, diamond.depth(diamond.index("a")));
    assertEquals(1, diamond.depth(diamond.index("b")));
    assertEquals(3, diamond.depth(diamond.index("d")));
    assertEquals(2, diamond.depth(diamond.index("e")));
  }

  @Test
  void closureHasEveryAncestorOnce() {
    Closure closure = diamond.closure();
    assertSame(closure, diamond.closure());
    assertEquals(3 + 1 + 2 + 2, closure.pairs());
    int d = diamond.index("d");
    assertArrayEquals(at("a", "b", "c"), closure.ancestors(d));
    assertEquals(3, closure.ancestorCount(d));
    assertTrue(closure.isAncestor(diamond.index("a"), diamond.index("e")));
    assertFalse(closure.isAncestor(diamond.index("e"), diamond.index("a")));
    assertTrue(diamond.related(diamond.index("a"), diamond.index("e")));
    assertTrue(diamond.related(diamond.index("e"), diamond.index("a")));
    assertFalse(diamond.related(diamond.index("e"), diamond.index("d")));
    assertFalse(diamond.related(d, d));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void closureAndOrderAgreeWithWarshall(long seed) {
    Hierarchy hierarchy = Hierarchies.random(60, seed);
    int n = hierarchy.size();
    boolean[][] above = new boolean[n][n];
    for (int node = 0; node < n; node++) {
      for (int parent : hierarchy.parents(node)) {
        above[node][parent] = true;
      }
    }
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          above[i][j] |= above[i][k] && above[k][j];
        }
      }
    }
    long pairs = 0;
    int[] place = new int[n];
    int[] order = hierarchy.topologicalOrder();
    for (int i = 0; i < n; i++) {
      place[order[i]] = i;
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        assertEquals(above[i][j], hierarchy.closure().isAncestor(j, i));
        assertEquals(above[i][j] || above[j][i], hierarchy.related(i, j));
        if (above[i][j]) {
          pairs++;
          assertTrue(place[j] < place[i]);
          assertTrue(hierarchy.depth(j) < hierarchy.depth(i));
        }
      }
    }
    assertEquals(pairs, hierarchy.closure().pairs());
  }

  @Test
  void nothingHandedOutCanChangeIt() {
    int d = diamond.index("d");
    diamond.parents(d)[0] = 99;
    diamond.children(diamond.index("b"))[0] = 99;
    diamond.topologicalOrder()[0] = 99;
    diamond.closure().ancestors(d)[0] = 99;
    diamond.roots()[0] = 99;
    assertArrayEquals(at("a", "c"), diamond.parents(d));
    assertArrayEquals(at("c", "e"), diamond.children(diamond.index("b")));
    assertEquals(diamond.index("a"), diamond.topologicalOrder()[0]);
    assertArrayEquals(at("a", "b", "c"), diamond.closure().ancestors(d));
    assertThrows(UnsupportedOperationException.class, () -> diamond.ids().set(0, "x"));
  }

  @Test
  void repeatedEdgesAreCollapsedAndCounted() {
    Hierarchy hierarchy = Hierarchies.of("b>a", "c>a", "b>a", "b>a");
    assertEquals(2, hierarchy.edgeCount());
    assertEquals(2, hierarchy.duplicateEdges());
    assertEquals(1, hierarchy.parentCount(hierarchy.index("b")));
    assertEquals(0, diamond.duplicateEdges());
  }

  @Test
  void aNodeWithoutEdgesIsRootAndLeaf() {
    Hierarchy hierarchy = Hierarchy.builder().node("x").edge("b", "a").node("a").build();
    assertEquals(List.of("x", "b", "a"), hierarchy.ids());
    assertArrayEquals(new int[] {0, 2}, hierarchy.roots());
    assertArrayEquals(new int[] {0, 1}, hierarchy.leaves());
  }

  @Test
  void aLongChainNeedsNoStack() {
    HierarchyBuilder builder = Hierarchy.builder();
    int length = 200_000;
    for (int i = length; i > 0; i--) {
      builder.edge("n" + i, "n" + (i - 1));
    }
    Hierarchy chain = builder.build();
    assertEquals(length, chain.depth(chain.index("n" + length)));
    // 200,000 · 200,001 / 2 pairs are over the limit
    DataException refused = assertThrows(DataException.class, chain::closure);
    assertTrue(refused.getMessage().contains("too deep"), refused.getMessage());
  }

  @Test
  void unknownIdsAreRefusedByName() {
    IllegalArgumentException unknown =
        assertThrows(IllegalArgumentException.class, () -> diamond.index("zebra"));
    assertEquals("no node has the id 'zebra'", unknown.getMessage());
  }
}
