package org.conceptspaces.placement.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.conceptspaces.placement.text.NameIndex.Mention;
import org.junit.jupiter.api.Test;

class NameIndexTest {

  private static final List<Wording> NODES =
      Stream.of(
              "dog: a beast of the house that barks",
              "guide dog: a dog that leads the blind",
              "domestic animal, pet: a beast that is kept in the house",
              "pet: a fit of the sulks", // another sense
              "glass: a material that is clear",
              "old sea dog: a sailor of the navy that is old",
              "glasses: a pair of lenses that is worn")
          .map(Wording::of)
          .toList();

  private static final FunctionWords FUNCTION_WORDS = FunctionWords.of(NODES);
  private static final NameIndex INDEX = new NameIndex(NODES, FUNCTION_WORDS);

  private static Map<Integer, Mention> mentions(String description, int absent) {
    return INDEX.mentions(Wording.of("x: " + description).description(), absent);
  }

  @Test
  void functionWordsAreFrequentAndNoEndsOfNames() {
    for (String word : List.of("a", "of", "that", "the", "is")) {
      assertTrue(FUNCTION_WORDS.endsPhrase(word), word);
    }
    // in one description alone; what three names end in
    assertFalse(FUNCTION_WORDS.endsPhrase("blind"));
    assertFalse(FUNCTION_WORDS.endsPhrase("dog"));
    assertTrue(FUNCTION_WORDS.endsPhrase(";"));
  }

  @Test
  void functionWordsAreTheSixtyMostFrequentAtMost() {
    List<Wording> wordings = new ArrayList<>();
    for (int node = 0; node < 200; node++) {
      StringBuilder text = new StringBuilder("n" + node + ": ");
      for (int word = 0; word < 100; word++) {
        text.append(node >= word ? "w" + word + " " : "");
      }
      wordings.add(Wording.of(text.toString()));
    }
    FunctionWords words = FunctionWords.of(wordings);
    assertTrue(words.endsPhrase("w0") && words.endsPhrase("w59"));
    assertFalse(words.endsPhrase("w60"));
  }

  @Test
  void theOpeningIsTheLastWordOfTheFirstPhrase() {
    assertEquals("animal", FUNCTION_WORDS.opening(List.of("a", "small", "animal", "of", "it")));
    assertEquals(
        "hat", FUNCTION_WORDS.opening(List.of("the", "tip", "-", "top", "hat", ",", "red")));
    assertEquals("hat", FUNCTION_WORDS.opening(List.of("(", "hat")));
    assertNull(FUNCTION_WORDS.opening(List.of("a", "of", ";")));
    assertNull(FUNCTION_WORDS.opening(List.of()));
  }

  @Test
  void atEachWordTheLongestNameIsFound() {
    assertEquals(
        Map.of(
            1, new Mention(1, 2, true, 0, "guide dog"),
            0, new Mention(2, 1, true, 1, "dog"),
            4, new Mention(4, 1, false, 2, "glass")),
        mentions("a guide dog of glass dog", -1));
    // each node where it is named first, all nodes of a name
    assertEquals(Set.of(2, 3), mentions("pet, pet", -1).keySet());
    assertEquals(new Mention(0, 1, true, 0, "pet"), mentions("pet, pet", -1).get(3));
  }

  @Test
  void aPluralIsSeenThroughUnlessItIsANameItself() {
    assertEquals(Set.of(0), mentions("some dogs", -1).keySet());
    assertEquals(Set.of(6), mentions("some glasses", -1).keySet());
    assertEquals(Map.of(), mentions("that is a the; s", -1));
  }

  @Test
  void anAbsentNodesNamesHideNothing() {
    assertEquals(Map.of(0, new Mention(2, 1, true, 0, "dog")), mentions("a guide dog", 1));
    assertEquals(Set.of(3), mentions("pet", 2).keySet());
    assertEquals(Map.of(), INDEX.endings(List.of(List.of("red", "glasses")), 6));
  }

  @Test
  void endsOfNamesAreNames() {
    assertEquals(
        Map.of(1, 2.0, 0, 1.0), INDEX.endings(List.of(List.of("blind", "guide", "dog")), -1));
    assertEquals(Map.of(0, 0.5), INDEX.endings(List.of(List.of("bulldog")), -1));
    assertEquals(
        Map.of(0, 1.0), INDEX.endings(List.of(List.of("bulldog"), List.of("hot", "dog")), -1));
    // whole names are no ends, nor are one letter before or two in all
    assertEquals(Map.of(), INDEX.endings(List.of(List.of("dog"), List.of("xdog")), -1));
  }
}
