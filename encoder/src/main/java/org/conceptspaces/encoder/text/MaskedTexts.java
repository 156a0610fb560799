package org.conceptspaces.encoder.text;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Texts of which some tokens are hidden: every text loses the given share of its tokens, chosen at
 * random. What is hidden leaves the text, as in He et al., "Masked Autoencoders Are Scalable Vision
 * Learners" (2022): an encoder that reads only what is left is cheaper, and sees in training what
 * it sees later, tokens and nothing else.
 *
 * @param visible for each text the ids of what is left, at least one; {@link Vocabulary#MASK} if
 *     all is hidden
 * @param visibleAt for each text the places of what is left
 * @param hidden for each text the ids of what is hidden, padded with 0, {@code [texts][M]}
 * @param hiddenAt for each text the places of what is hidden, padded with 0, {@code [texts][M]}
 * @param counts how many places each text has hidden
 */
@SuppressWarnings("ArrayRecordComponent") // made for one step, and never written to
public record MaskedTexts(
    int[][] visible, int[][] visibleAt, int[][] hidden, int[][] hiddenAt, int[] counts) {

  /**
   * Hides tokens: a share of each text's, at least one, or none if the share is 0.
   *
   * @param texts token ids, at least one a text; left as they are
   * @param share the share to hide, 0 to 1
   * @param seed decides which
   * @return the masked texts
   */
  public static MaskedTexts of(int[][] texts, double share, long seed) {
    return of(
        texts,
        length -> share == 0 ? 0 : Math.max(1, (int) Math.round(share * length)),
        new SplittableRandom(seed));
  }

  private static MaskedTexts of(int[][] texts, IntUnaryOperator count, SplittableRandom random) {
    return hiding(
        texts,
        Arrays.stream(texts)
            .map(text -> choose(text.length, count.applyAsInt(text.length), random))
            .toArray(int[][]::new));
  }

  /**
   * Hides given tokens.
   *
   * @param texts token ids, at least one a text; left as they are
   * @param places for each text the places to hide, each once
   * @return the masked texts
   */
  public static MaskedTexts hiding(int[][] texts, int[][] places) {
    int n = texts.length;
    int[] counts = Arrays.stream(places).mapToInt(chosen -> chosen.length).toArray();
    int most = IntStream.of(counts).max().orElse(0);
    MaskedTexts masked =
        new MaskedTexts(new int[n][], new int[n][], new int[n][most], new int[n][most], counts);
    for (int i = 0; i < n; i++) {
      masked.hide(i, texts[i], places[i]);
    }
    return masked;
  }

  /**
   * Drops tokens, of which none is to be told: a share of each text's, rounded, but never all. At
   * least one must go where hidden tokens are told; here that would leave short texts without any.
   *
   * @param texts token ids, at least one a text; left as they are
   * @param share the share to drop, 0 to 1
   * @param seed decides which
   * @return what is left, and what was dropped as hidden
   */
  public static MaskedTexts dropped(int[][] texts, double share, long seed) {
    return of(
        texts,
        length -> (int) Math.min(length - 1, Math.round(share * length)),
        new SplittableRandom(seed));
  }

  private void hide(int i, int[] text, int[] chosen) {
    boolean[] gone = new boolean[text.length];
    for (int j = 0; j < chosen.length; j++) {
      gone[chosen[j]] = true;
      hiddenAt[i][j] = chosen[j];
      hidden[i][j] = text[chosen[j]];
    }
    int[] left = IntStream.range(0, text.length).filter(place -> !gone[place]).toArray();
    visibleAt[i] = left.length > 0 ? left : new int[] {0};
    visible[i] =
        left.length > 0
            ? IntStream.of(left).map(place -> text[place]).toArray()
            : new int[] {Vocabulary.MASK};
  }

  /**
   * The number of texts.
   *
   * @return {@code B}
   */
  public int size() {
    return visible.length;
  }

  /**
   * The number of tokens of a text that are not hidden.
   *
   * @param text the text
   * @return how many of {@code visible} there are, but 0 if that is a mask alone
   */
  public int left(int text) {
    int[] ids = visible[text];
    return ids.length == 1 && ids[0] == Vocabulary.MASK ? 0 : ids.length;
  }

  /**
   * A text as it was before tokens were hidden.
   *
   * @param text the text
   * @return a new array of its ids
   */
  public int[] whole(int text) {
    int[] ids = new int[left(text) + counts[text]];
    for (int i = 0; i < left(text); i++) {
      ids[visibleAt[text][i]] = visible[text][i];
    }
    for (int i = 0; i < counts[text]; i++) {
      ids[hiddenAt[text][i]] = hidden[text][i];
    }
    return ids;
  }

  /**
   * The number of tokens of all texts, hidden or not.
   *
   * @return the sum of the texts' lengths
   */
  public long tokens() {
    return IntStream.range(0, size()).mapToLong(text -> left(text) + counts[text]).sum();
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
