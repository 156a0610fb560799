package org.conceptspaces.taxonomy.sampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.conceptspaces.taxonomy.DataException;
import org.conceptspaces.taxonomy.Hierarchies;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.HierarchyBuilder;
import org.conceptspaces.taxonomy.TextTaxonomy;
import org.junit.jupiter.api.Test;

class SplitTest {

  private static final TextTaxonomy FULL = Hierarchies.withTexts(Hierarchies.random(300, 7));

  private static Set<String> ids(Split split) {
    return IntStream.of(split.heldOut())
        .mapToObj(split.full().hierarchy()::id)
        .collect(Collectors.toSet());
  }

  @Test
  void aShareOfTheLeavesIsHeldOut() {
    Hierarchy hierarchy = FULL.hierarchy();
    long candidates =
        IntStream.of(hierarchy.leaves()).filter(n -> hierarchy.parentCount(n) > 0).count();
    Split split = Split.of(FULL, 0.12, 1);
    assertEquals(Math.round(0.12 * candidates), split.heldOut().length);
    for (int node : split.heldOut()) {
      assertEquals(0, hierarchy.childCount(node));
      assertTrue(hierarchy.parentCount(node) > 0);
    }
    assertSame(FULL, split.full());
    assertEquals(IntStream.of(split.heldOut()).mapToObj(FULL::text).toList(), split.heldOutTexts());
  }

  @Test
  void trainingIsTheRestWithItsEdgesAndTexts() {
    Split split = Split.of(FULL, 0.3, 2);
    TextTaxonomy training = split.training();
    Set<String> gone = ids(split);
    assertEquals(FULL.size() - gone.size(), training.size());
    for (int node = 0; node < FULL.size(); node++) {
      String id = FULL.hierarchy().id(node);
      assertEquals(!gone.contains(id), training.hierarchy().contains(id));
      int trained = split.toTraining(node);
      if (gone.contains(id)) {
        assertEquals(-1, trained);
        assertArrayEquals(
            parentIds(FULL.hierarchy(), node),
            names(training.hierarchy(), split.trueParents(node)));
      } else {
        assertEquals(node, split.toFull(trained));
        assertEquals(id, training.hierarchy().id(trained));
        assertEquals(FULL.text(node), training.text(trained));
        assertArrayEquals(
            parentIds(FULL.hierarchy(), node), parentIds(training.hierarchy(), trained));
        assertThrows(IllegalArgumentException.class, () -> split.trueParents(node(id)));
      }
    }
  }

  @Test
  void validationSeesNothingOfTheTest() {
    Split test = Split.of(FULL, 0.2, 5);
    Split validation = Split.validation(FULL, 0.2, 5);
    for (String id : ids(test)) {
      assertFalse(validation.full().hierarchy().contains(id), id);
    }
    assertEquals(test.training().size(), validation.full().size());
    assertTrue(validation.heldOut().length > 0);
    assertEquals(ids(validation), ids(Split.validation(FULL, 0.2, 5)));
    assertNotEquals(ids(validation), ids(Split.validation(FULL, 0.2, 6)));
  }

  private static int node(String id) {
    return FULL.hierarchy().index(id);
  }

  private static String[] parentIds(Hierarchy hierarchy, int node) {
    return names(hierarchy, hierarchy.parents(node));
  }

  private static String[] names(Hierarchy hierarchy, int[] nodes) {
    return IntStream.of(nodes).mapToObj(hierarchy::id).sorted().toArray(String[]::new);
  }

  @Test
  void theSeedDecidesAndNotTheOrderOfTheData() {
    assertEquals(ids(Split.of(FULL, 0.12, 4)), ids(Split.of(FULL, 0.12, 4)));
    assertNotEquals(ids(Split.of(FULL, 0.12, 4)), ids(Split.of(FULL, 0.12, 5)));
    HierarchyBuilder backwards = Hierarchy.builder();
    for (int node = FULL.size() - 1; node >= 0; node--) {
      backwards.node(FULL.hierarchy().id(node));
      for (int parent : FULL.hierarchy().parents(node)) {
        backwards.edge(FULL.hierarchy().id(node), FULL.hierarchy().id(parent));
      }
    }
    TextTaxonomy same = Hierarchies.withTexts(backwards.build());
    assertNotEquals(FULL.hierarchy().ids(), same.hierarchy().ids());
    assertEquals(ids(Split.of(FULL, 0.12, 4)), ids(Split.of(same, 0.12, 4)));
  }

  @Test
  void everyLeafIsHeldOutEquallyOften() {
    TextTaxonomy star = Hierarchies.withTexts(Hierarchies.of("a>r", "b>r", "c>r", "d>r", "e>r"));
    int[] counts = new int[star.size()];
    for (int seed = 0; seed < 5000; seed++) {
      for (int node : Split.of(star, 0.4, seed).heldOut()) {
        counts[node]++;
      }
    }
    assertEquals(0, counts[star.hierarchy().index("r")]);
    // binomial of 5000 draws at .4: standard deviation 34.6
    for (String leaf : List.of("a", "b", "c", "d", "e")) {
      assertEquals(2000, counts[star.hierarchy().index(leaf)], 140);
    }
  }

  @Test
  void isolatedNodesAndInnerNodesAreNeverHeldOut() {
    Hierarchy hierarchy =
        Hierarchy.builder().node("alone").edge("b", "a").edge("c", "b").edge("d", "b").build();
    Split split = Split.of(Hierarchies.withTexts(hierarchy), 0.9, 1);
    assertEquals(Set.of("c", "d"), ids(split));
    // b keeps its place, now a leaf of the training hierarchy
    assertEquals(1, split.training().hierarchy().edgeCount());
    assertTrue(split.training().hierarchy().contains("alone"));
  }

  @Test
  void aShareAboveNothingHoldsOutOneAtLeastAndZeroNone() {
    assertEquals(1, Split.of(FULL, 1e-9, 1).heldOut().length);
    Split none = Split.of(FULL, 0, 1);
    assertEquals(0, none.heldOut().length);
    assertSame(FULL, none.training());
    assertEquals(17, none.toTraining(17));
  }

  @Test
  void sharesOutOfRangeAndTooSmallTaxonomiesAreRefused() {
    for (double share : new double[] {-0.1, 1, 1.5, Double.NaN}) {
      assertThrows(IllegalArgumentException.class, () -> Split.of(FULL, share, 1));
    }
    TextTaxonomy pair = Hierarchies.withTexts(Hierarchies.of("b>a"));
    DataException tooSmall = assertThrows(DataException.class, () -> Split.of(pair, 0.12, 1));
    assertTrue(tooSmall.getMessage().contains("no edge would be left"), tooSmall.getMessage());
  }

  @Test
  void handedOutArraysAreCopies() {
    Split split = Split.of(FULL, 0.12, 1);
    int[] before = split.heldOut();
    Arrays.fill(split.heldOut(), -5);
    assertArrayEquals(before, split.heldOut());
    assertFalse(Arrays.stream(before).anyMatch(node -> node < 0));
  }
}
