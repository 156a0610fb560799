package org.conceptspaces.placement.channel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.conceptspaces.placement.text.Wording;
import org.junit.jupiter.api.Test;

class WordChannelTest {

  private static final List<Wording> NODES =
      Stream.of("red car: red, red", "blue car: it", "ship: a big boat").map(Wording::of).toList();

  // of 3 texts 2 have "car", all other words are in one, unknown ones in none
  private static final double COMMON = 1 + Math.log(4 / 3.0);
  private static final double RARE = 1 + Math.log(4 / 2.0);
  private static final double UNKNOWN = 1 + Math.log(4);

  private static Neighbours nearest(WordChannel channel, String text, int excluded) {
    return channel.nearest(List.of(text), new int[] {excluded}, 5).get(0);
  }

  @Test
  void wordsAreNearByTheCosineOfTheirWeights() {
    WordChannel words = WordChannel.words(NODES);
    assertEquals("words", words.name());
    double reds = (1 + Math.log(3)) * RARE;
    double first = Math.hypot(reds, COMMON);
    double second = Math.sqrt(2 * RARE * RARE + COMMON * COMMON);
    double query = Math.hypot(RARE, COMMON);
    Neighbours found = nearest(words, "RED car", -1);
    assertArrayEquals(new int[] {0, 1}, found.nodes());
    double[] expected = {
      (RARE * reds + COMMON * COMMON) / (query * first), COMMON * COMMON / (query * second)
    };
    assertArrayEquals(expected, found.similarities(), 1e-15);
    assertEquals(expected[0], found.nearness(), 1e-15);
    // a word that no text has makes the text longer
    double longer = Math.hypot(query, UNKNOWN);
    assertEquals(
        expected[0] * query / longer, nearest(words, "red car zeppelin", -1).nearness(), 1e-15);
    assertArrayEquals(new int[] {1}, nearest(words, "red car", 0).nodes());
    assertSame(Neighbours.NONE, nearest(words, "zeppelin", -1));
    assertSame(Neighbours.NONE, nearest(words, "…", -1));
  }

  @Test
  void openingsWeighEarlyWordsAndEndsOfNames() {
    WordChannel openings = WordChannel.openings(NODES);
    assertEquals("openings", openings.name());
    // the ship: "a", "big", "boat" by place, "ship" as a last word, and once more as an end
    double ship = Math.sqrt(squares(2, 2 / 1.25, 2 / 1.5, 1, 2));
    // the query is a description: its "ship" is no end
    double unknown = UNKNOWN * Math.sqrt(squares(2 / 1.25, 2 / 1.5, 2 / 1.75, 1));
    double query = Math.hypot(2 * RARE, unknown);
    assertEquals(
        2 * RARE * RARE / (query * ship * RARE),
        nearest(openings, "ship zig zag zog zug", -1).nearness(),
        1e-15);
    // "car" ends two names; other words of names count for nothing
    assertArrayEquals(new int[] {0, 1}, nearest(openings, "old car", -1).nodes());
    assertSame(Neighbours.NONE, nearest(openings, "blue", -1));
  }

  private static double squares(double... weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight * weight;
    }
    return sum;
  }

  @Test
  void sharedWordsAreToldWithoutSigns() {
    Map<String, Double> shared =
        WordChannel.words(NODES).shared(Wording.of("red car"), List.of(0, 1));
    double red = (1 + Math.log(3)) * RARE * RARE; // thrice in the first node's text
    double car = 2 * COMMON * COMMON; // once in both
    assertEquals(List.of("red", "car"), List.copyOf(shared.keySet()));
    assertEquals(red / (red + car), shared.getOrDefault("red", 0.0), 1e-15);
    WordChannel openings = WordChannel.openings(NODES);
    assertEquals(Map.of("car", 1.0), openings.shared(Wording.of("old car"), List.of(1)));
    assertTrue(openings.shared(Wording.of("red"), List.of(1)).isEmpty());
  }

  @Test
  void manyTextsAreAnsweredInTheirOrder() {
    WordChannel words = WordChannel.words(NODES);
    List<Neighbours> found =
        words.nearest(List.of("ship", "blue", "zeppelin", "car"), new int[] {-1, -1, -1, 0}, 1);
    assertEquals(2, found.get(0).nodes()[0]);
    assertEquals(1, found.get(1).nodes()[0]);
    assertSame(Neighbours.NONE, found.get(2));
    assertEquals(1, found.get(3).nodes()[0]);
  }
}
