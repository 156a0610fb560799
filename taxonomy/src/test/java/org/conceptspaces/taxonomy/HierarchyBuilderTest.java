package org.conceptspaces.taxonomy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class HierarchyBuilderTest {

  @Test
  void aCycleIsNamedFromItsFirstNodeOn() {
    // the cycle is m → n → o → m; z hangs below it, a above it
    HierarchyCycleException cycle =
        assertThrows(
            HierarchyCycleException.class,
            () -> Hierarchies.of("z>n", "m>a", "m>n", "n>o", "o>m", "y>z"));
    assertEquals(List.of("n", "o", "m"), cycle.path());
    assertEquals(3, cycle.edge());
    assertEquals("the edges form a cycle of 3 nodes: 'n' → 'o' → 'm' → 'n'", cycle.getMessage());
  }

  @Test
  void twoNodesMayFormACycle() {
    HierarchyCycleException cycle =
        assertThrows(HierarchyCycleException.class, () -> Hierarchies.of("a>b", "a>b", "b>a"));
    assertEquals(List.of("a", "b"), cycle.path());
    assertEquals(0, cycle.edge());
  }

  @Test
  void aLongCycleIsShortenedInTheMessage() {
    HierarchyBuilder builder = Hierarchy.builder();
    for (int i = 0; i < 100_000; i++) {
      builder.edge("n" + i, "n" + (i + 1) % 100_000);
    }
    HierarchyCycleException cycle = assertThrows(HierarchyCycleException.class, builder::build);
    assertEquals(100_000, cycle.path().size());
    assertTrue(cycle.getMessage().endsWith("'n7' → … → 'n0'"), cycle.getMessage());
  }

  @Test
  void selfLoopsBlankIdsAndNoEdgesAreRefused() {
    assertEquals(
        "node 'a' is given as its own parent; remove that edge",
        assertThrows(DataException.class, () -> Hierarchies.of("a>a")).getMessage());
    assertThrows(DataException.class, () -> Hierarchies.of(" >a"));
    assertThrows(DataException.class, () -> Hierarchy.builder().node(""));
    DataException none =
        assertThrows(DataException.class, () -> Hierarchy.builder().node("a").build());
    assertTrue(none.getMessage().contains("at least one edge"), none.getMessage());
  }

  @Test
  void quotedValuesStayOneShortLine() {
    assertEquals("'a\\u000Ab\\u0009\\u0000'", DataException.quote("a\nb\t\0"));
    assertEquals("'" + "é".repeat(60) + "…'", DataException.quote("é".repeat(61)));
    // characters beyond the basic plane are never cut in half
    assertEquals("'" + "𝔸".repeat(60) + "…'", DataException.quote("𝔸".repeat(100)));
  }
}
