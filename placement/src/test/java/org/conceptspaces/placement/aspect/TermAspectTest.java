package org.conceptspaces.placement.aspect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.conceptspaces.placement.Taxonomies;
import org.conceptspaces.placement.channel.Query;
import org.conceptspaces.placement.text.Wording;
import org.conceptspaces.taxonomy.TextTaxonomy;
import org.junit.jupiter.api.Test;

class TermAspectTest {

  private static final TextTaxonomy TAXONOMY =
      Taxonomies.of(
          List.of("dog>beast", "cat>beast", "poodle>dog", "hound>dog"),
          List.of(
              "beast=beast: it lives",
              "dog=dog: it barks",
              "cat=cat: it purrs",
              "poodle=poodle: curly dog, it barks",
              "hound=hound: fast dog"));

  private static float[] row(String text, int node, String candidate) {
    List<Wording> wordings = TAXONOMY.texts().stream().map(Wording::of).toList();
    TermAspect aspect =
        new TermAspect(TAXONOMY.hierarchy(), new TermCounts(TAXONOMY.hierarchy(), wordings));
    float[] row = new float[aspect.features().size() + 1];
    aspect
        .of(new Query(text, Wording.of(text), node, List.of()))
        .write(TAXONOMY.hierarchy().index(candidate), row, 1);
    assertEquals(0, row[0]);
    return row;
  }

  /** Of five nodes d have a word. */
  private static double weight(int d) {
    return Math.pow(1 + Math.log(6.0 / (1 + d)), 2);
  }

  @Test
  void countsWordsOfChildrenAndOfTheCandidate() {
    // "dog" is a word of three nodes, two of them children of the dog; none has "spotted".
    float[] row = row("spotted dog dog", Query.NO_NODE, "dog");
    double all = weight(3) + weight(0);
    double own = weight(3) + weight(4) + weight(2); // dog, it, barks
    double ratio = Math.log((2 + 3 * 0.6) / ((2 + 3) * 0.6));
    assertArrayEquals(
        new double[] {ratio, 0, weight(3) / all, weight(3) / own, weight(3) / all},
        new double[] {row[1], row[2], row[3], row[4], row[5]},
        1e-6);
  }

  @Test
  void ratiosOfWordsAddUpOverTheRootOfTheirNumber() {
    float[] row = row("it barks", Query.NO_NODE, "beast");
    // "it" has four nodes and both children, "barks" two nodes and one child.
    double it = Math.log((2 + 3 * 0.8) / ((2 + 3) * 0.8));
    double barks = Math.log((1 + 3 * 0.4) / ((2 + 3) * 0.4));
    assertEquals((it + barks) / Math.sqrt(2), row[1], 1e-6);
  }

  @Test
  void withoutAKnownWordNothingIsSaid() {
    assertArrayEquals(new float[6], row("zebra", Query.NO_NODE, "dog"));
    assertArrayEquals(new float[6], row("", Query.NO_NODE, "dog"));
  }

  @Test
  void aChildlessCandidateIsAsAllNodesAre() {
    assertEquals(0, row("it barks", Query.NO_NODE, "poodle")[1], 1e-7);
    assertEquals(0, row("it barks", Query.NO_NODE, "poodle")[2], 1e-7);
  }

  @Test
  void wordsThatChildrenLackSpeakAgainstThem() {
    // "curly" has one node of five, no child of the beast.
    float[] row = row("curly", Query.NO_NODE, "beast");
    assertEquals(0, row[1]);
    assertEquals(-Math.log(3.0 / 5), row[2], 1e-6);
  }
}
