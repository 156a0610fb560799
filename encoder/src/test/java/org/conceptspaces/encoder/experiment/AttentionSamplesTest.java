package org.conceptspaces.encoder.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.conceptspaces.encoder.Animals;
import org.conceptspaces.encoder.Small;
import org.conceptspaces.encoder.Spaces;
import org.conceptspaces.encoder.experiment.AttentionSamples.Sample;
import org.conceptspaces.encoder.measure.LevelConcepts;
import org.conceptspaces.encoder.measure.LevelConcepts.Concept;
import org.conceptspaces.encoder.text.Cl100kBase;
import org.conceptspaces.encoder.text.Vocabulary;
import org.conceptspaces.encoder.train.Corpus;
import org.conceptspaces.taxonomy.sampling.Split;
import org.junit.jupiter.api.Test;

class AttentionSamplesTest {

  private static int[][] lengths(int... lengths) {
    return IntStream.of(lengths).mapToObj(int[]::new).toArray(int[][]::new);
  }

  @Test
  void shortMiddlingAndLongTextsAreChosen() {
    int[] shuffled = IntStream.rangeClosed(1, 20).map(i -> i * 8 % 21).toArray();
    int[] chosen = AttentionSamples.chosen(lengths(shuffled));
    assertArrayEquals(
        new int[] {3, 11, 19}, IntStream.of(chosen).map(i -> shuffled[i]).toArray(), "by length");
    assertArrayEquals(new int[] {1, 0}, AttentionSamples.chosen(lengths(5, 2, 5, 5, 2)));
    assertArrayEquals(new int[] {0}, AttentionSamples.chosen(lengths(4, 4, 4)));
    assertArrayEquals(new int[] {1, 3}, AttentionSamples.chosen(lengths(900, 3, 49, 48)));
    assertArrayEquals(new int[] {2, 0, 1}, AttentionSamples.chosen(lengths(100, 200, 50)));
  }

  @Test
  void theyAreHeldOutTextsWithTheirConcepts() {
    try (NDManager manager = Small.manager()) {
      Corpus corpus = Animals.corpus();
      AttentionSamples samples =
          AttentionSamples.of(manager, Spaces.MULTISCALE.model(manager), corpus);
      assertTrue(samples.heldOut());
      assertTrue(corpus.split().heldOutTexts().contains(samples.texts().get(0).text()));
      for (Sample sample : samples.texts()) {
        assertEquals(sample.text(), String.join("", sample.tokens()));
        List<LevelConcepts> levels = sample.concepts().levels();
        assertEquals(List.of("fine", "coarse"), levels.stream().map(l -> l.spec().name()).toList());
        assertEquals(List.of(4, 2), levels.stream().map(l -> l.concepts().size()).toList());
        for (LevelConcepts level : levels) {
          for (Concept concept : level.concepts()) {
            assertEquals(sample.tokens().size(), concept.attention().length);
            assertEquals(1, Arrays.stream(concept.attention()).sum(), 1e-6);
          }
        }
      }
    }
  }

  @Test
  void whereNoneIsHeldOutTheyAreTrainingTexts() {
    Split split = Split.of(Animals.taxonomy(), 0, 1);
    Corpus corpus =
        Corpus.of(split, Vocabulary.occurring(Cl100kBase.INSTANCE, split.training().texts()), 12);
    try (NDManager manager = Small.manager()) {
      AttentionSamples samples =
          AttentionSamples.of(manager, Spaces.EUCLIDEAN.model(manager), Animals.corpus());
      AttentionSamples all =
          AttentionSamples.of(
              manager,
              Small.model(
                  manager,
                  Small.shape(),
                  corpus,
                  Spaces.EUCLIDEAN.config(Spaces.plugins()),
                  Spaces.plugins()),
              corpus);
      assertTrue(samples.heldOut());
      assertFalse(all.heldOut());
      List<Integer> lengths = all.texts().stream().map(s -> s.tokens().size()).toList();
      assertEquals(lengths.stream().sorted().distinct().toList(), lengths);
      assertEquals(3, lengths.size());
    }
  }
}
