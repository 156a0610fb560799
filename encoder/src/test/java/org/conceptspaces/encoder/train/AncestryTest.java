package org.conceptspaces.encoder.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.conceptspaces.taxonomy.Hierarchy;
import org.junit.jupiter.api.Test;

/** The chain r, a, b, and c beside it below r. */
class AncestryTest {

  private static final Hierarchy TREE =
      Hierarchy.builder()
          .node("r")
          .node("a")
          .node("b")
          .node("c")
          .edge("a", "r")
          .edge("b", "a")
          .edge("c", "r")
          .build();

  @Test
  void tellsAncestorsStrangersAndTheirOrder() {
    // Rows b, c, r, a.
    Ancestry ancestry = Ancestry.of(TREE.closure(), new int[] {2, 3, 0, 1});
    assertArrayEquals(
        new float[] {0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 1, 1, 0, 0, 0}, ancestry.above());
    assertArrayEquals(
        new float[] {0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0}, ancestry.unrelated());
    assertArrayEquals(new int[] {0, 3, 2}, ancestry.threes());
  }
}
