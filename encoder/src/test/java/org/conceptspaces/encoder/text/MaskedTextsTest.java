package org.conceptspaces.encoder.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MaskedTextsTest {

  private static final int[][] TEXTS = texts();

  private static int[][] texts() {
    Random random = new Random(1);
    int[][] texts = new int[200][];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = random.ints(1 + random.nextInt(20), 3, 100).toArray();
    }
    return texts;
  }

  @Test
  void hidesItsShareOfEachTextAndAtLeastOneToken() {
    MaskedTexts masked = MaskedTexts.of(TEXTS, 0.15, 5);
    int most = 0;
    for (int i = 0; i < TEXTS.length; i++) {
      int wanted = Math.max(1, (int) Math.round(0.15 * TEXTS[i].length));
      assertEquals(wanted, masked.counts()[i]);
      long hidden = Arrays.stream(masked.texts()[i]).filter(t -> t == Vocabulary.MASK).count();
      assertEquals(wanted, hidden);
      most = Math.max(most, wanted);
    }
    assertEquals(most, masked.width());
  }

  @Test
  void remembersWhatItHidAndWhere() {
    MaskedTexts masked = MaskedTexts.of(TEXTS, 0.4, 5);
    for (int i = 0; i < TEXTS.length; i++) {
      int[] restored = masked.texts()[i].clone();
      Set<Integer> places = new HashSet<>();
      for (int j = 0; j < masked.counts()[i]; j++) {
        int place = masked.positions()[i][j];
        // Within the text's own length: padding is never hidden.
        assertTrue(place >= 0 && place < TEXTS[i].length);
        assertTrue(places.add(place), "a place twice");
        restored[place] = masked.targets()[i][j];
      }
      assertArrayEquals(TEXTS[i], restored);
      assertEquals(masked.width(), masked.positions()[i].length);
      for (int j = masked.counts()[i]; j < masked.width(); j++) {
        assertEquals(0, masked.positions()[i][j]);
        assertEquals(0, masked.targets()[i][j]);
      }
    }
  }

  @Test
  void theSeedDecides() {
    MaskedTexts one = MaskedTexts.of(TEXTS, 0.3, 5);
    assertTrue(Arrays.deepEquals(one.texts(), MaskedTexts.of(TEXTS, 0.3, 5).texts()));
    assertFalse(Arrays.deepEquals(one.texts(), MaskedTexts.of(TEXTS, 0.3, 6).texts()));
    assertTrue(Arrays.deepEquals(texts(), TEXTS), "the texts themselves are left alone");
  }

  @Test
  void everyPlaceIsHiddenEquallyOften() {
    int[][] text = {{3, 4, 5, 6, 7}};
    int[] hits = new int[5];
    int trials = 5000;
    for (int seed = 0; seed < trials; seed++) {
      MaskedTexts masked = MaskedTexts.of(text, 0.4, seed);
      for (int place : masked.positions()[0]) {
        hits[place]++;
      }
    }
    // Two of five: 2000 expected, with a standard deviation of √(5000·0.4·0.6) = 35.
    for (int hit : hits) {
      assertEquals(2000, hit, 5 * 35);
    }
  }
}
