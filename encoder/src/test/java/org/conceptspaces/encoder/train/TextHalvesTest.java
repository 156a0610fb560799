package org.conceptspaces.encoder.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.conceptspaces.encoder.text.Cl100kBase;
import org.conceptspaces.encoder.text.MaskedTexts;
import org.conceptspaces.encoder.text.Vocabulary;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.TextTaxonomy;
import org.conceptspaces.taxonomy.sampling.SeededRandom;
import org.conceptspaces.taxonomy.sampling.Split;
import org.junit.jupiter.api.Test;

class TextHalvesTest {

  private static final List<String> TEXTS =
      List.of(
          "animal: a living thing",
          "dog, hound: it barks",
          "a kind of purr; \"the cat purrs\"",
          "swims far out in the deep sea",
          "a",
          "held out");
  private static final Corpus CORPUS = corpus();

  private static Corpus corpus() {
    Hierarchy hierarchy =
        Hierarchy.builder()
            .node("animal")
            .node("dog")
            .node("cat")
            .node("whale")
            .node("short")
            .node("last")
            .edge("dog", "animal")
            .edge("cat", "animal")
            .edge("whale", "animal")
            .edge("short", "animal")
            .edge("last", "animal")
            .build();
    TextTaxonomy taxonomy = new TextTaxonomy("t", hierarchy, TEXTS);
    Split split =
        IntStream.range(0, 100)
            .mapToObj(seed -> Split.of(taxonomy, 0.2, seed))
            .filter(one -> one.heldOut()[0] == TEXTS.size() - 1)
            .findFirst()
            .orElseThrow();
    return Corpus.of(split, Vocabulary.occurring(Cl100kBase.INSTANCE, TEXTS), 20);
  }

  private static int[] ids(String text) {
    return CORPUS.vocabulary().encode(text, 20);
  }

  private static int node(String id) {
    return CORPUS.split().training().hierarchy().index(id);
  }

  private static TextHalves halves(String... nodes) {
    int[] of = List.of(nodes).stream().mapToInt(TextHalvesTest::node).toArray();
    return TextHalves.of(CORPUS, of, new SeededRandom(4, 1));
  }

  @Test
  void namesAndDefinitionsComeApart() {
    MaskedTexts texts = halves("dog").texts();
    assertArrayEquals(ids("dog, hound:"), texts.visible()[0]);
    assertArrayEquals(ids(" it barks"), texts.visible()[1]);
    assertArrayEquals(ids(TEXTS.get(1)), texts.whole(0));
    assertArrayEquals(ids(TEXTS.get(1)), texts.whole(1));
  }

  @Test
  void examplesInQuotesComeApart() {
    MaskedTexts texts = halves("cat").texts();
    assertArrayEquals(ids("a kind of purr"), texts.visible()[0]);
  }

  @Test
  void otherTextsAreCutAtRandom() {
    MaskedTexts texts = halves("whale").texts();
    int length = ids(TEXTS.get(3)).length;
    assertEquals(length / 2, texts.left(1));
    assertEquals(length - length / 2, texts.left(0));
    int[] places =
        IntStream.concat(IntStream.of(texts.visibleAt()[0]), IntStream.of(texts.visibleAt()[1]))
            .sorted()
            .toArray();
    assertArrayEquals(IntStream.range(0, length).toArray(), places);
  }

  @Test
  void aHalfIsPulledToItsOtherAndKinAreNoNegatives() {
    TextHalves halves = halves("dog", "animal", "cat", "dog", "short");
    assertEquals(6, halves.texts().size(), "each text once, one of one token not at all");
    for (int row = 0; row < 6; row++) {
      for (int column = 0; column < 6; column++) {
        boolean same = row % 3 == column % 3;
        boolean other = row != column;
        assertEquals(same && other ? 1 : 0, halves.pull()[row * 6 + column]);
        boolean animal = row % 3 == 1 || column % 3 == 1;
        assertEquals(same || animal ? 1 : 0, halves.related()[row * 6 + column]);
      }
    }
    assertEquals(0, halves("short").texts().size());
  }
}
