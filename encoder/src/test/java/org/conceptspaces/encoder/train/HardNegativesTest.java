package org.conceptspaces.encoder.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.conceptspaces.encoder.Animals;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.TextTaxonomy;
import org.junit.jupiter.api.Test;

class HardNegativesTest {

  private static final TextTaxonomy ANIMALS = Animals.taxonomy();
  private static final Hierarchy HIERARCHY = ANIMALS.hierarchy();

  private static HardNegatives negatives(double count, double lexicalShare, boolean siblings) {
    FurtherObjectives options = new FurtherObjectives(count, lexicalShare, 0, 0, 0);
    return new HardNegatives(ANIMALS, options, siblings, 3);
  }

  /** All that is ever drawn for a node. */
  private static Set<String> drawn(HardNegatives negatives, String node) {
    Set<String> ids = new TreeSet<>();
    int[] nodes = {HIERARCHY.index(node)};
    for (int step = 1; step <= 200; step++) {
      IntStream.of(negatives.of(nodes, step)).mapToObj(HIERARCHY::id).forEach(ids::add);
    }
    return ids;
  }

  @Test
  void byBranchAreTheSiblingsOfParents() {
    HardNegatives uncles = negatives(1, 0, false);
    assertEquals(Set.of("cat", "whale"), drawn(uncles, "poodle"));
    // The dog's parents are children of the animal, both; siblings of one are related to none.
    assertEquals(Set.of("bird"), drawn(uncles, "dog"));
    assertEquals(Set.of(), drawn(uncles, "bird"));
  }

  @Test
  void siblingsAreAmongThemWhereTrainingDoesNotDrawThemTogether() {
    HardNegatives all = negatives(1, 0, true);
    assertEquals(Set.of("cat", "whale", "hound"), drawn(all, "poodle"));
    assertEquals(Set.of("mammal", "pet"), drawn(all, "bird"));
  }

  @Test
  void byWordsAreTheMostAlikeThatAreNoKin() {
    Set<String> alike = drawn(negatives(1, 1, false), "eagle");
    // "a large bird for hunting" and "a dog for hunting"
    assertEquals(true, alike.contains("hound"), alike.toString());
    assertEquals(false, alike.contains("bird"), "an ancestor");
    assertEquals(false, alike.contains("sparrow"), "a sibling");
    assertEquals(false, alike.contains("eagle"));
  }

  @Test
  void aFractionIsHowOftenThereIsOneMore() {
    int[] nodes = new int[1000];
    Arrays.fill(nodes, HIERARCHY.index("orca"));
    assertEquals(1500, negatives(1.5, 0, false).of(nodes, 1).length, 60);
    assertEquals(0, negatives(0, 0.5, true).of(nodes, 1).length);
  }

  @Test
  void followFromTheSeedAndTheStepAlone() {
    int[] nodes = IntStream.range(1, HIERARCHY.size()).toArray();
    HardNegatives negatives = negatives(2, 0.5, true);
    int[] first = negatives.of(nodes, 7);
    int[] other = negatives.of(nodes, 8);
    assertArrayEquals(first, negatives.of(nodes, 7));
    assertArrayEquals(first, negatives(2, 0.5, true).of(nodes, 7));
    assertNotEquals(Arrays.toString(first), Arrays.toString(other));
  }
}
