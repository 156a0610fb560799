package org.conceptspaces.encoder.text;

import java.util.SplittableRandom;

/**
 * Texts of which some tokens are hidden: every text loses the given share of its tokens, at least
 * one, chosen at random.
 *
 * @param texts the texts with {@link Vocabulary#MASK} at hidden places
 * @param positions for each text the hidden places, padded with 0, {@code [texts][M]}
 * @param targets for each text what was there, padded with 0, {@code [texts][M]}
 * @param counts how many places each text has hidden
 */
@SuppressWarnings("ArrayRecordComponent") // made for one step, and never written to
public record MaskedTexts(int[][] texts, int[][] positions, int[][] targets, int[] counts) {

  /**
   * Hides tokens.
   *
   * @param texts token ids, at least one a text; left as they are
   * @param share the share to hide, 0 to 1
   * @param seed decides which
   * @return the masked texts
   */
  public static MaskedTexts of(int[][] texts, double share, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = texts.length;
    int[] counts = new int[n];
    int most = 0;
    for (int i = 0; i < n; i++) {
      counts[i] = Math.max(1, (int) Math.round(share * texts[i].length));
      most = Math.max(most, counts[i]);
    }
    int[][] masked = new int[n][];
    int[][] positions = new int[n][most];
    int[][] targets = new int[n][most];
    for (int i = 0; i < n; i++) {
      masked[i] = texts[i].clone();
      int[] chosen = choose(texts[i].length, counts[i], random);
      for (int j = 0; j < chosen.length; j++) {
        positions[i][j] = chosen[j];
        targets[i][j] = texts[i][chosen[j]];
        masked[i][chosen[j]] = Vocabulary.MASK;
      }
    }
    return new MaskedTexts(masked, positions, targets, counts);
  }

  /**
   * The greatest number of hidden places in one text.
   *
   * @return {@code M}
   */
  public int width() {
    return positions[0].length;
  }

  /** The first {@code count} of a Fisher–Yates shuffle of 0 … length − 1. */
  private static int[] choose(int length, int count, SplittableRandom random) {
    int[] places = new int[length];
    for (int i = 0; i < length; i++) {
      places[i] = i;
    }
    int[] chosen = new int[count];
    for (int i = 0; i < count; i++) {
      int j = random.nextInt(i, length);
      chosen[i] = places[j];
      places[j] = places[i];
    }
    return chosen;
  }
}
