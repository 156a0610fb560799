package org.conceptspaces.placement.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {

  private static Wording wording(List<List<String>> names, String... description) {
    return new Wording(names, List.of(description));
  }

  @Test
  void namesAreWhatPrecedesTheFirstColon() {
    assertEquals(
        wording(
            List.of(List.of("golden", "retriever"), List.of("dog")), "a", "dog", ":", "it", "runs"),
        Wording.of("Golden Retriever, DOG: a dog: it runs"));
    assertEquals(
        List.of("retriever", "dog"), Wording.of("golden retriever; dog| hot-dog: x").lastWords());
    // no space follows: a time or an address is no name
    assertEquals(
        wording(List.of(), "at", "12", ":", "30", "we", "eat"), Wording.of("At 12:30 we eat"));
    // nothing precedes
    assertEquals(List.of(), Wording.of(": a thing of some sort, which has none").names());
  }

  @Test
  void fewWordsAreAName() {
    assertEquals(wording(List.of(List.of("long", "red", "boat"))), Wording.of("long red-boat"));
    assertEquals(wording(List.of(), "a", "b", "c", "d", "e"), Wording.of("a b c d e"));
    assertEquals(List.of(), Wording.of("x".repeat(401) + ": a text that is very long").names());
  }

  @Test
  void wordsAreOfAnyScript() {
    assertEquals(
        List.of("собака", "犬", "köter", "कुत्ता", "2é"), // NFKC has joined the accent to its letter
        Wording.of("x: СОБАКА 犬 KÖTER कुत्ता 2e\u0301").description());
    // ligatures, full-width letters and signs, superscripts, fractions
    assertEquals(
        List.of("file", "abc", "x2", "1", "⁄", "2"),
        Wording.of("ｎａｍｅ： ﬁle ＡＢＣ x² ½").description());
    assertEquals(List.of(List.of("name")), Wording.of("ｎａｍｅ： ﬁle").names());
    assertTrue(Wording.isWord("Ⅷ") && Wording.isWord("\u0301a") && Wording.isWord("①"));
    assertFalse(Wording.isWord("-") || Wording.isWord("€") || Wording.isWord("\u0000"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t", "\u200b", "\u0000\u0007", "…!?", ": ", "\ud800"})
  void whereThereIsNoWordThereIsNone(String text) {
    Wording wording = Wording.of(text);
    assertEquals(List.of(), wording.names());
    assertFalse(wording.description().stream().anyMatch(Wording::isWord));
  }

  @Test
  void onlyTheStartOfHugeTextsIsRead() {
    for (String part :
        List.of("a dog ", "\u0301", "\ufdfa ", "-", "\ud83d\udc36", "a".repeat(1000))) {
      String huge = part.repeat(1_000_000 / part.length());
      assertTimeout(
          Duration.ofSeconds(2),
          () -> assertEquals(Wording.of(huge.substring(0, 8192)), Wording.of(huge)));
    }
  }

  @Property(tries = 300)
  void everyTokenIsAWordOrOneMark(@ForAll String text) {
    Wording wording = Wording.of(text);
    for (String token : wording.description()) {
      assertTrue(Wording.isWord(token) || token.codePointCount(0, token.length()) == 1, token);
    }
    for (List<String> name : wording.names()) {
      assertTrue(!name.isEmpty() && name.stream().allMatch(Wording::isWord));
    }
  }
}
