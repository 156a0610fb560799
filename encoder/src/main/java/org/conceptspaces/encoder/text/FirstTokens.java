package org.conceptspaces.encoder.text;

import java.util.Arrays;

/** The first tokens of a text, without a look at all of a long one. */
final class FirstTokens {

  /** Characters to look at first, and for each token wanted; English has four or five a token. */
  private static final int CHARACTERS = 1024;

  private static final int CHARACTERS_PER_TOKEN = 32;

  /** How many more tokens than wanted a part must have, and as many again as are wanted. */
  private static final int MARGIN = 64;

  private FirstTokens() {}

  /**
   * Cuts a text into tokens and keeps the first. Of a long text only a part is read, which ends
   * with a word, before a space. Tokenizers split there, or have at most tokens that reach over a
   * few words; since the part has to have at least twice the tokens wanted, those are the same as
   * of the whole text. A text without such a place is read as a whole.
   *
   * @param tokenizer makes the tokens
   * @param text any text
   * @param maximum how many tokens are wanted, above 0
   * @return so many, or less if the text has less
   */
  static int[] of(Tokenizer tokenizer, String text, int maximum) {
    long wanted = 2L * maximum + MARGIN;
    long length = CHARACTERS + (long) CHARACTERS_PER_TOKEN * maximum;
    for (; length < text.length(); length *= 4) {
      int end = wordEnd(text, (int) length);
      if (end > 0) {
        int[] tokens = tokenizer.encode(text.substring(0, end));
        if (tokens.length >= wanted) {
          return Arrays.copyOf(tokens, maximum);
        }
      }
    }
    int[] tokens = tokenizer.encode(text);
    return Arrays.copyOf(tokens, Math.min(tokens.length, maximum));
  }

  /** The last place, up to the one given, of a space after a letter or digit; 0 if none is. */
  private static int wordEnd(String text, int last) {
    int end = last;
    while (end > 0
        && !(text.charAt(end) == ' ' && Character.isLetterOrDigit(text.charAt(end - 1)))) {
      end--;
    }
    return end;
  }
}
