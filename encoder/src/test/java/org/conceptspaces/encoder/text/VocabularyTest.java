package org.conceptspaces.encoder.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import com.knuddels.jtokkit.api.IntArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VocabularyTest {

  private static final List<String> TEXTS =
      List.of("a small dog", "a dog that barks", "Überraschung! 🦊", "a small, small world");

  private final Vocabulary vocabulary = of(TEXTS);

  private static Vocabulary of(List<String> texts) {
    return Vocabulary.occurring(Cl100kBase.INSTANCE, texts);
  }

  private int[] tokens() {
    return Objects.requireNonNull(vocabulary.tokens());
  }

  @Test
  void idsAreCompactAndEachIsUsed() {
    int[] used =
        TEXTS.stream()
            .flatMapToInt(t -> Arrays.stream(vocabulary.encode(t, 100)))
            .distinct()
            .sorted()
            .toArray();
    assertArrayEquals(IntStream.range(3, vocabulary.size()).toArray(), used);
    assertEquals(vocabulary.size() - 3, tokens().length);
  }

  @Test
  void sameTextSameIds() {
    int[] dog = vocabulary.encode("a small dog", 10);
    assertEquals(3, dog.length);
    assertEquals(dog[2], vocabulary.encode("a dog", 10)[1]);
    assertEquals(dog[0], vocabulary.encode("a dog", 10)[0]);
  }

  @Test
  void piecesAreWhatTheIdsStandFor() {
    String text = "a Übersmall  dog";
    List<String> pieces = vocabulary.pieces(text, 100);
    assertEquals(text, String.join("", pieces), "unknown tokens as they stand in the text");
    assertEquals(vocabulary.encode(text, 100).length, pieces.size());
    assertEquals(pieces.subList(0, 3), vocabulary.pieces(text, 3));
    assertEquals(List.of("a", " small", " dog"), vocabulary.pieces("a small dog", 10));
  }

  @Test
  void aTextWithoutTokensHasOneUnknownPiece() {
    Vocabulary words = Vocabulary.whole(SmallTokenizers.of(SmallTokenizers.words("[UNK]", "dog")));
    assertArrayEquals(new int[] {Vocabulary.UNKNOWN}, words.encode("   ", 10));
    assertEquals(List.of("[unknown]"), words.pieces("   ", 10));
    assertEquals(List.of("dog", "[UNK]"), words.pieces("dog cat", 10));
  }

  @Test
  void theOrderOfTextsChangesNothing() {
    List<String> reversed = new ArrayList<>(TEXTS);
    Collections.reverse(reversed);
    Vocabulary other = of(reversed);
    assertEquals(vocabulary, other);
    assertEquals(vocabulary.hashCode(), other.hashCode());
    assertArrayEquals(tokens(), other.tokens());
    assertNotEquals(vocabulary, of(List.of("a small dog")));
  }

  @Test
  void isReadBackFromItsTokens() {
    Vocabulary read = Vocabulary.of(Cl100kBase.INSTANCE, tokens());
    assertEquals(vocabulary, read);
    assertArrayEquals(vocabulary.encode(TEXTS.get(2), 99), read.encode(TEXTS.get(2), 99));
  }

  @Test
  void tokensNeverSeenAreUnknown() {
    int[] ids = vocabulary.encode("a purple dog", 10);
    assertEquals(Vocabulary.UNKNOWN, ids[1]);
    assertTrue(ids[0] > Vocabulary.UNKNOWN && ids[2] > Vocabulary.UNKNOWN);
  }

  @Test
  void longTextsAreCutOff() {
    int[] whole = vocabulary.encode(TEXTS.get(3), 100);
    assertArrayEquals(Arrays.copyOf(whole, 2), vocabulary.encode(TEXTS.get(3), 2));
  }

  @Test
  void specialTokensInTextsAreJustText() {
    int[] ids = of(List.of("<|endoftext|>")).encode("<|endoftext|>", 100);
    assertTrue(ids.length > 1, "it is spelled out");
  }

  @Test
  void refusesEmptyTexts() {
    assertThrows(IllegalArgumentException.class, () -> vocabulary.encode("", 10));
  }

  @Test
  void aWholeVocabularyHasEveryTokenOfItsTokenizer() {
    for (Tokenizer tokenizer : SmallTokenizers.all()) {
      Vocabulary whole = Vocabulary.whole(tokenizer);
      assertEquals(3 + tokenizer.size(), whole.size());
      for (String text : List.of("a bird", "the dog with brown hair")) {
        int[] shifted = Arrays.stream(tokenizer.encode(text)).map(token -> 3 + token).toArray();
        assertArrayEquals(shifted, whole.encode(text, 100));
      }
    }
  }

  @Test
  void theBuiltInTokenizerHasTheTokensOfItsTable() {
    Encoding table = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.CL100K_BASE);
    int last = Cl100kBase.INSTANCE.size() - 1;
    IntArrayList tokens = new IntArrayList(1);
    tokens.add(last);
    assertArrayEquals(new int[] {last}, Cl100kBase.INSTANCE.encode(table.decode(tokens)));
    tokens.set(0, last + 1);
    assertThrows(RuntimeException.class, () -> table.decode(tokens));
  }

  @Test
  void textsWithoutAnyTokenAreUnknown() {
    Tokenizer words = SmallTokenizers.of(SmallTokenizers.words("a", "small", "dog"));
    assertArrayEquals(new int[] {Vocabulary.UNKNOWN}, Vocabulary.whole(words).encode("  ", 10));
    Vocabulary none = Vocabulary.occurring(words, List.of(" "));
    assertTrue(none.isEmpty());
    assertArrayEquals(new int[] {Vocabulary.UNKNOWN, Vocabulary.UNKNOWN}, none.encode("a dog", 10));
  }

  /** The library numbers added tokens by itself where ids have gaps or collide. */
  @Test
  void idsThatTheFileDoesNotHaveAreUnknown() {
    String json = SmallTokenizers.words("a", "dog");
    String added =
        "{\"added_tokens\":[{\"id\":0,\"content\":\"<x>\",\"single_word\":false,\"lstrip\":false,"
            + "\"rstrip\":false,\"normalized\":false,\"special\":true}],";
    Tokenizer colliding = SmallTokenizers.of(json.replaceFirst("\\{", added));
    assertEquals(2, colliding.size());
    assertArrayEquals(new int[] {2, 1}, colliding.encode("<x> dog"));
    assertArrayEquals(
        new int[] {Vocabulary.UNKNOWN, 4}, Vocabulary.whole(colliding).encode("<x> dog", 9));
  }

  @Test
  void vocabulariesOfDifferentTokenizersDiffer() {
    Tokenizer one = SmallTokenizers.of(SmallTokenizers.words("a", "dog"));
    Tokenizer same = SmallTokenizers.of(SmallTokenizers.words("a", "dog"));
    Tokenizer other = SmallTokenizers.of(SmallTokenizers.words("a", "cat"));
    assertEquals(Vocabulary.whole(one), Vocabulary.whole(same));
    assertEquals(Vocabulary.whole(one).hashCode(), Vocabulary.whole(same).hashCode());
    assertNotEquals(Vocabulary.whole(one), Vocabulary.whole(other));
    assertNotEquals(Vocabulary.whole(one), Vocabulary.of(one, new int[] {0, 1}));
  }
}
