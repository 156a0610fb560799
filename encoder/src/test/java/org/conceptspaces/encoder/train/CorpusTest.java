package org.conceptspaces.encoder.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.LongStream;
import org.conceptspaces.encoder.Animals;
import org.conceptspaces.encoder.text.Vocabulary;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.TextTaxonomy;
import org.conceptspaces.taxonomy.sampling.Split;
import org.junit.jupiter.api.Test;

class CorpusTest {

  @Test
  void unigramEntropyIsThatOfTheTrainingTextsTokens() {
    Hierarchy hierarchy = Hierarchy.builder().edge("b", "a").edge("c", "a").build();
    // Shares 1/2, 1/4, 1/4 of four tokens: (1/2) ln 2 + (1/2) ln 4 nats.
    TextTaxonomy taxonomy = new TextTaxonomy("t", hierarchy, List.of("dog dog", " dog", "cat"));
    Corpus corpus = Corpus.of(Split.of(taxonomy, 0, 1), 10);
    assertEquals(4, LongStream.of(corpus.frequencies()).sum());
    assertEquals(0.5 * Math.log(2) + 0.5 * Math.log(4), corpus.unigramEntropy(), 1e-12);
  }

  @Test
  void unigramEntropyOfEqualTokensIsTheLogarithmOfTheirNumber() {
    Hierarchy hierarchy = Hierarchy.builder().edge("b", "a").edge("c", "a").build();
    TextTaxonomy taxonomy = new TextTaxonomy("t", hierarchy, List.of("dog", "cat", "bird"));
    assertEquals(Math.log(3), Corpus.of(Split.of(taxonomy, 0, 1), 10).unigramEntropy(), 1e-12);
  }

  @Test
  void theVocabularyKnowsNothingOfHeldOutTexts() {
    Corpus corpus = Animals.corpus();
    assertEquals(Vocabulary.of(corpus.split().training().texts()), corpus.vocabulary());
    assertEquals(1, corpus.heldOut().length);
    assertEquals(13, corpus.training().length);
    assertArrayEquals(
        corpus.vocabulary().encode(corpus.split().heldOutTexts().get(0), 12), corpus.heldOut()[0]);
  }
}
