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
      int left = Math.max(1, TEXTS[i].length - wanted);
      assertEquals(left, masked.visible()[i].length);
      most = Math.max(most, wanted);
    }
    assertEquals(most, masked.hidden()[0].length);
    assertEquals(TEXTS.length, masked.size());
    assertEquals(Arrays.stream(TEXTS).mapToLong(t -> t.length).sum(), masked.tokens());
  }

  @Test
  void ofATextThatIsAllHiddenTheMaskIsLeft() {
    MaskedTexts masked = MaskedTexts.of(new int[][] {{7}, {8, 9}}, 1, 5);
    assertArrayEquals(new int[][] {{Vocabulary.MASK}, {Vocabulary.MASK}}, masked.visible());
    assertArrayEquals(new int[][] {{0}, {0}}, masked.visibleAt());
    assertArrayEquals(new int[] {1, 2}, masked.counts());
    assertEquals(3, masked.tokens());
  }

  @Test
  void remembersWhatItHidAndWhere() {
    MaskedTexts masked = MaskedTexts.of(TEXTS, 0.4, 5);
    for (int i = 0; i < TEXTS.length; i++) {
      int[] restored = new int[TEXTS[i].length];
      Set<Integer> places = new HashSet<>();
      for (int j = 0; j < masked.counts()[i]; j++) {
        int place = masked.hiddenAt()[i][j];
        // Within the text's own length: padding is never hidden.
        assertTrue(place >= 0 && place < TEXTS[i].length);
        assertTrue(places.add(place), "a place twice");
        restored[place] = masked.hidden()[i][j];
      }
      for (int j = 0; j < TEXTS[i].length - masked.counts()[i]; j++) {
        assertTrue(places.add(masked.visibleAt()[i][j]), "both hidden and visible");
        restored[masked.visibleAt()[i][j]] = masked.visible()[i][j];
      }
      assertArrayEquals(TEXTS[i], restored);
      assertEquals(masked.hidden()[0].length, masked.hiddenAt()[i].length);
      for (int j = masked.counts()[i]; j < masked.hidden()[0].length; j++) {
        assertEquals(0, masked.hiddenAt()[i][j]);
        assertEquals(0, masked.hidden()[i][j]);
      }
    }
  }

  @Test
  void theSeedDecides() {
    MaskedTexts one = MaskedTexts.of(TEXTS, 0.3, 5);
    assertTrue(Arrays.deepEquals(one.visible(), MaskedTexts.of(TEXTS, 0.3, 5).visible()));
    assertFalse(Arrays.deepEquals(one.visible(), MaskedTexts.of(TEXTS, 0.3, 6).visible()));
    assertTrue(Arrays.deepEquals(texts(), TEXTS), "the texts themselves are left alone");
  }

  @Test
  void everyPlaceIsHiddenEquallyOften() {
    int[][] text = {{3, 4, 5, 6, 7}};
    int[] hits = new int[5];
    int trials = 5000;
    for (int seed = 0; seed < trials; seed++) {
      MaskedTexts masked = MaskedTexts.of(text, 0.4, seed);
      for (int place : masked.hiddenAt()[0]) {
        hits[place]++;
      }
    }
    // Two of five: 2000 expected, with a standard deviation of √(5000·0.4·0.6) = 35.
    for (int hit : hits) {
      assertEquals(2000, hit, 5 * 35);
    }
  }
}
