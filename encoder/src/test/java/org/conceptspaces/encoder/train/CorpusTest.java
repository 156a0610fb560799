package org.conceptspaces.encoder.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.LongStream;
import org.conceptspaces.encoder.Animals;
import org.conceptspaces.encoder.text.Cl100kBase;
import org.conceptspaces.encoder.text.Vocabulary;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.TextTaxonomy;
import org.conceptspaces.taxonomy.sampling.Split;
import org.junit.jupiter.api.Test;

class CorpusTest {

  private static Corpus corpus(TextTaxonomy taxonomy) {
    Split split = Split.of(taxonomy, 0, 1);
    return Corpus.of(
        split, Vocabulary.occurring(Cl100kBase.INSTANCE, split.training().texts()), 10);
  }

  @Test
  void unigramEntropyIsThatOfTheTrainingTextsTokens() {
    Hierarchy hierarchy = Hierarchy.builder().edge("b", "a").edge("c", "a").build();
    // Shares 1/2, 1/4, 1/4 of four tokens: (1/2) ln 2 + (1/2) ln 4 nats.
    TextTaxonomy taxonomy = new TextTaxonomy("t", hierarchy, List.of("dog dog", " dog", "cat"));
    Corpus corpus = corpus(taxonomy);
    assertEquals(4, LongStream.of(corpus.frequencies()).sum());
    assertEquals(0.5 * Math.log(2) + 0.5 * Math.log(4), corpus.unigramEntropy(), 1e-12);
  }

  @Test
  void unigramEntropyOfEqualTokensIsTheLogarithmOfTheirNumber() {
    Hierarchy hierarchy = Hierarchy.builder().edge("b", "a").edge("c", "a").build();
    TextTaxonomy taxonomy = new TextTaxonomy("t", hierarchy, List.of("dog", "cat", "bird"));
    assertEquals(Math.log(3), corpus(taxonomy).unigramEntropy(), 1e-12);
  }

  @Test
  void theVocabularyKnowsNothingOfHeldOutTexts() {
    Corpus corpus = Animals.corpus();
    assertEquals(
        Vocabulary.occurring(Cl100kBase.INSTANCE, corpus.split().training().texts()),
        corpus.vocabulary());
    assertEquals(1, corpus.heldOut().length);
    assertEquals(13, corpus.training().length);
    assertArrayEquals(
        corpus.vocabulary().encode(corpus.split().heldOutTexts().get(0), 12), corpus.heldOut()[0]);
  }
}
