package org.conceptspaces.encoder.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.conceptspaces.encoder.text.MaskedTexts;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.sampling.PartnerShares;
import org.junit.jupiter.api.Test;

/** A small DAG by hand: c has parents a and b, both children of r; d is a child of c. */
class TrainingBatchTest {

  private static final Hierarchy DAG =
      Hierarchy.builder()
          .node("r")
          .node("a")
          .node("b")
          .node("c")
          .node("d")
          .node("e")
          .edge("a", "r")
          .edge("b", "r")
          .edge("c", "a")
          .edge("c", "b")
          .edge("d", "c")
          .edge("e", "b")
          .build();

  private static TrainingBatch batch(double parentShare, int... nodes) {
    return batch(new PartnerShares(parentShare, 0), nodes);
  }

  private static TrainingBatch batch(PartnerShares shares, int... nodes) {
    int[][] texts = new int[nodes.length][];
    for (int i = 0; i < nodes.length; i++) {
      texts[i] = new int[] {3, 4, 5 + i};
    }
    return TrainingBatch.of(DAG, nodes, MaskedTexts.of(texts, 0.1, 1), shares, 1);
  }

  @Test
  void relatesNodesToThemselvesTheirAncestorsAndTheirDescendants() {
    // Columns as rows: d, e, a, r.
    assertArrayEquals(
        new float[] {
          1, 0, 1, 1,
          0, 1, 0, 1,
          1, 0, 1, 1,
          1, 1, 1, 1
        },
        batch(0.5, 4, 5, 1, 0).related());
  }

  @Test
  void pullsHalfToParentsAndHalfToAllAncestors() {
    // Rows d, c, a, b, r. Of d the parent is c, the ancestors c, a, b, r; c has two parents.
    float e = 0.5f / 4;
    float t = 0.5f / 3;
    assertArrayEquals(
        new float[] {
          0, 0.5f + e, e, e, e,
          0, 0, 0.25f + t, 0.25f + t, t,
          0, 0, 0, 0, 1,
          0, 0, 0, 0, 1,
          0, 0, 0, 0, 0
        },
        batch(0.5, 4, 3, 1, 2, 0).pull(),
        1e-6f);
  }

  @Test
  void pullsAllToAncestorsWhereNoParentIsInTheBatch() {
    // Rows d, a, r, e: the parents of d and e are not there.
    assertArrayEquals(
        new float[] {
          0, 0.5f, 0.5f, 0,
          0, 0, 1, 0,
          0, 0, 0, 0,
          0, 0, 1, 0
        },
        batch(0.7, 4, 1, 0, 5).pull(),
        1e-6f);
  }

  @Test
  void sharesAtTheEndsLeaveOneKindOut() {
    assertArrayEquals(new float[] {0, 1, 0, 0, 0, 1, 0, 0, 0}, batch(1, 4, 3, 0).pull(), 1e-6f);
    assertArrayEquals(
        new float[] {0, 0.5f, 0.5f, 0, 0, 1, 0, 0, 0}, batch(0, 4, 3, 0).pull(), 1e-6f);
  }

  @Test
  void siblingsGetTheirShareAndAreNoNegatives() {
    // Rows c, e, b, r: c and e are children of b; b and r have no siblings here.
    TrainingBatch batch = batch(new PartnerShares(1, 0.4), 3, 5, 2, 0);
    assertArrayEquals(
        new float[] {0, 0.4f, 0.6f, 0, 0.4f, 0, 0.6f, 0, 0, 0, 0, 1, 0, 0, 0, 0},
        batch.pull(),
        1e-6f);
    assertArrayEquals(
        new float[] {
          1, 1, 1, 1,
          1, 1, 1, 1,
          1, 1, 1, 1,
          1, 1, 1, 1
        },
        batch.related());
  }

  @Test
  void siblingsGetAllWhereNoAncestorIsInTheBatch() {
    // Rows a, b, d: a and b are siblings, d is below them.
    TrainingBatch batch = batch(new PartnerShares(1, 0.4), 1, 2, 4);
    assertArrayEquals(new float[] {0, 1, 0, 1, 0, 0, 0.5f, 0.5f, 0}, batch.pull(), 1e-6f);
  }

  @Test
  void withoutAShareSiblingsAreNegatives() {
    TrainingBatch batch = batch(1, 3, 5);
    assertArrayEquals(new float[] {1, 0, 0, 1}, batch.related());
    assertArrayEquals(new float[4], batch.pull());
  }

  @Test
  void countsTokensWithoutPadding() {
    int[][] texts = {{3}, {4, 5, 6}};
    MaskedTexts masked = MaskedTexts.of(texts, 0.5, 1);
    assertEquals(
        4, TrainingBatch.of(DAG, new int[] {0, 1}, masked, PartnerShares.DEFAULT, 1).tokens());
  }
}
