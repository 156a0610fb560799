package org.conceptspaces.taxonomy.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.conceptspaces.taxonomy.Hierarchies;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.source.SynsetText;
import org.conceptspaces.taxonomy.source.WordNet;
import org.junit.jupiter.api.Test;

class WuPalmerTest {

  private static double similarity(Hierarchy hierarchy, String one, String other) {
    return new WuPalmer(hierarchy).similarity(hierarchy.index(one), hierarchy.index(other));
  }

  @Test
  void inATreeByHand() {
    Hierarchy tree = Hierarchies.of("a>r", "b>r", "c>a", "d>a", "e>c");
    assertEquals(1, similarity(tree, "r", "r"));
    assertEquals(1, similarity(tree, "e", "e"));
    assertEquals(2.0 * 1 / (2 + 2), similarity(tree, "a", "b"));
    assertEquals(2.0 * 2 / (3 + 3), similarity(tree, "c", "d"));
    assertEquals(2.0 * 2 / (4 + 3), similarity(tree, "e", "d"));
    assertEquals(2.0 * 1 / (4 + 2), similarity(tree, "e", "b"));
    assertEquals(2.0 * 3 / (3 + 4), similarity(tree, "c", "e"));
    assertEquals(2.0 * 1 / (1 + 4), similarity(tree, "e", "r"));
  }

  @Test
  void withSeveralParentsTheLongestWayAndTheDeepestSubsumer() {
    // x is 3 deep by b and 1 by r alone; x and y have r, a and b in common
    Hierarchy hierarchy = Hierarchies.of("a>r", "b>a", "x>r", "x>b", "y>b", "y>a", "z>r");
    assertEquals(2.0 * 3 / (4 + 4), similarity(hierarchy, "x", "y"));
    assertEquals(2.0 * 1 / (4 + 2), similarity(hierarchy, "x", "z"));
    // though r is the parent of x, they are three steps apart
    assertEquals(2.0 * 1 / (4 + 1), similarity(hierarchy, "x", "r"));
  }

  @Test
  void withoutACommonSubsumerItIsNought() {
    Hierarchy forest = Hierarchies.of("a>r", "b>s", "c>r", "c>s");
    assertEquals(0, similarity(forest, "a", "b"));
    assertEquals(0, similarity(forest, "r", "s"));
    assertEquals(2.0 * 1 / (2 + 2), similarity(forest, "a", "c"));
    assertEquals(2.0 * 1 / (1 + 2), similarity(forest, "s", "c"));
  }

  @Test
  void agreesWithTheDefinitionOnRandomGraphs() {
    for (int seed = 0; seed < 20; seed++) {
      Hierarchy hierarchy = Hierarchies.random(40, seed);
      WuPalmer measure = new WuPalmer(hierarchy);
      for (int one = 0; one < 40; one++) {
        for (int other = 0; other < 40; other++) {
          int deepest = 0;
          for (int node = 0; node < 40; node++) {
            boolean above = node == one || hierarchy.closure().isAncestor(node, one);
            boolean alsoAbove = node == other || hierarchy.closure().isAncestor(node, other);
            if (above && alsoAbove) {
              deepest = Math.max(deepest, 1 + hierarchy.depth(node));
            }
          }
          double expected = 2.0 * deepest / (2 + hierarchy.depth(one) + hierarchy.depth(other));
          double similarity = measure.similarity(one, other);
          assertEquals(expected, similarity);
          assertEquals(similarity, measure.similarity(other, one));
          assertTrue(one == other ? similarity == 1 : similarity >= 0 && similarity < 1);
        }
      }
    }
  }

  @Test
  void onWordNetItIsThatOfNltkWhereWaysAreSingle() {
    Hierarchy nouns = WordNet.nouns(SynsetText.DEFINITION).hierarchy();
    // from the documentation of NLTK: wn.synset('dog.n.01').wup_similarity(wn.synset('cat.n.01'))
    assertEquals(12.0 / 14, similarity(nouns, "dog.n.01", "cat.n.01"), 1e-15);
    assertEquals(1, similarity(nouns, "dog.n.01", "dog.n.01"));
    // entity, abstraction or physical entity
    assertEquals(2.0 / (2 + 2), similarity(nouns, "abstraction.n.06", "physical_entity.n.01"));
    Random random = new Random(5);
    WuPalmer measure = new WuPalmer(nouns);
    double sum = 0;
    for (int pair = 0; pair < 1_000_000; pair++) {
      double similarity =
          measure.similarity(random.nextInt(nouns.size()), random.nextInt(nouns.size()));
      assertTrue(similarity > 0 && similarity <= 1);
      sum += similarity;
    }
    assertTrue(sum / 1_000_000 < 0.4, "mean " + sum / 1_000_000);
  }
}
