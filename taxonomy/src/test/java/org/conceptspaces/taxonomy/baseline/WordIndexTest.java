package org.conceptspaces.taxonomy.baseline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordIndexTest {

  private static final double COMMON = 1 + Math.log(4 / 3.0);
  private static final double RARE = 1 + Math.log(4 / 2.0);
  private static final double UNKNOWN = 1 + Math.log(4 / 1.0);

  /** Of three texts the third is empty; two have b. */
  private static final WordIndex INDEX =
      new WordIndex(Stream.of(Map.of("a", 2.0, "b", 1.0), Map.of("b", 3.0), Map.of()));

  @Test
  void frequenciesAreTheCallers() {
    double first = Math.hypot(2 * RARE, COMMON);
    double[] expected = {(2 * RARE * RARE) / (RARE * first), 0, 0};
    assertArrayEquals(expected, INDEX.similarities(Map.of("a", 1.0), true), 1e-15);
    assertArrayEquals(
        new double[] {COMMON / first, 1, 0}, INDEX.similarities(Map.of("b", 7.0), true), 1e-15);
    assertArrayEquals(new double[3], INDEX.similarities(Map.of(), true));
  }

  @Test
  void strangeWordsCountInTheLengthIfAsked() {
    Map<String, Double> words = Map.of("b", 1.0, "z", 2.0);
    assertEquals(1, INDEX.similarities(words, false)[1], 1e-15);
    assertEquals(
        COMMON / Math.hypot(COMMON, 2 * UNKNOWN), INDEX.similarities(words, true)[1], 1e-15);
    assertArrayEquals(new double[3], INDEX.similarities(Map.of("z", 1.0), true));
    assertArrayEquals(new double[3], INDEX.similarities(Map.of("z", 1.0), false));
  }

  @Test
  void sharedWordsHaveTheProductsOfTheirWeights() {
    Map<String, Double> shared =
        INDEX.shared(
            Map.of("a", 2.0, "b", 1.0, "z", 9.0),
            List.of(Map.of("a", 3.0), Map.of("a", 1.0, "z", 1.0)));
    assertEquals(Map.of("a", 2 * 4 * RARE * RARE), shared);
  }
}
