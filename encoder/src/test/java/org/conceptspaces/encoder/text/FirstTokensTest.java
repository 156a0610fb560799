package org.conceptspaces.encoder.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FirstTokensTest {

  /** Words, runs of spaces, signs and letters of several scripts, at lengths around the cuts. */
  private static String text(SplittableRandom random, int length) {
    String[] parts = {
      "animal", " ", "  ", ", ", "dogs", "it's", "é", "e\u0301", "東京", "🦊", "\n", "\t", "1234",
      "-", "\0"
    };
    StringBuilder text = new StringBuilder("a");
    while (text.length() < length) {
      int index = random.nextInt(parts.length + 8);
      text.append(index < parts.length ? parts[index] : " word");
    }
    return text.toString();
  }

  @Test
  void areThoseOfTheWholeText() {
    for (Tokenizer tokenizer : SmallTokenizers.all()) {
      SplittableRandom random = new SplittableRandom(4);
      for (int i = 0; i < 60; i++) {
        String text = text(random, 500 + random.nextInt(20_000));
        int maximum = 1 + random.nextInt(80);
        int[] whole = tokenizer.encode(text);
        assertArrayEquals(
            Arrays.copyOf(whole, Math.min(maximum, whole.length)),
            FirstTokens.of(tokenizer, text, maximum));
      }
    }
  }

  @Test
  void ofAShortTextAreAll() {
    for (Tokenizer tokenizer : SmallTokenizers.all()) {
      assertArrayEquals(tokenizer.encode("a bird"), FirstTokens.of(tokenizer, "a bird", 1_000));
      assertArrayEquals(
          tokenizer.encode("a bird"), FirstTokens.of(tokenizer, "a bird", Integer.MAX_VALUE));
    }
  }

  @Test
  void ofALongTextNeedASmallPartOfIt() {
    Counting counting = new Counting(Cl100kBase.INSTANCE);
    assertEquals(36, FirstTokens.of(counting, "the words of a book ".repeat(50_000), 36).length);
    assertTrue(counting.characters.get() <= 1024 + 32 * 36, counting.characters.toString());
  }

  /** Nothing is read more than twice, whatever stands in the way. */
  @Test
  void readHardlyMoreThanTheText() {
    for (String text :
        List.of("x".repeat(300_000), " ".repeat(300_000), "a" + " ".repeat(300_000) + "b c")) {
      Counting counting = new Counting(Cl100kBase.INSTANCE);
      int[] whole = Cl100kBase.INSTANCE.encode(text);
      int count = Math.min(whole.length, 36);
      assertArrayEquals(Arrays.copyOf(whole, count), FirstTokens.of(counting, text, 36));
      assertTrue(counting.characters.get() < 2L * text.length(), counting.characters.toString());
    }
  }

  /** Counts the characters that it is asked about. */
  private record Counting(Tokenizer tokenizer, AtomicLong characters) implements Tokenizer {

    Counting(Tokenizer tokenizer) {
      this(tokenizer, new AtomicLong());
    }

    @Override
    public int[] encode(String text) {
      characters.addAndGet(text.length());
      return tokenizer.encode(text);
    }

    @Override
    public String text(int token) {
      return tokenizer.text(token);
    }

    @Override
    public int size() {
      return tokenizer.size();
    }

    @Override
    public String fingerprint() {
      return tokenizer.fingerprint();
    }

    @Override
    public byte @Nullable [] file() {
      return tokenizer.file();
    }
  }
}
