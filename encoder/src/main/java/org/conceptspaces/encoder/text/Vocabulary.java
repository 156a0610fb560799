package org.conceptspaces.encoder.text;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The ids of a model's tokens: 0 to 2 are padding, mask and unknown, then come either the tokens
 * that occur in the training texts, or all of a tokenizer's.
 */
public final class Vocabulary {

  /** The id of padding. */
  public static final int PADDING = 0;

  /** The id of a masked token. */
  public static final int MASK = 1;

  /** The id of tokens that the vocabulary does not have, and of a text that has no token. */
  public static final int UNKNOWN = 2;

  private static final int SPECIAL = 3;

  private final Tokenizer tokenizer;
  private final int @Nullable [] tokens;
  private final Map<Integer, Integer> ids = new HashMap<>();
  private final Map<Integer, String> pieces = new ConcurrentHashMap<>();

  private Vocabulary(Tokenizer tokenizer, int @Nullable [] tokens) {
    this.tokenizer = tokenizer;
    this.tokens = tokens;
    if (tokens != null) {
      for (int i = 0; i < tokens.length; i++) {
        ids.put(tokens[i], SPECIAL + i);
      }
    }
  }

  /**
   * The tokens that occur in some texts, in their whole length.
   *
   * @param tokenizer makes the tokens
   * @param texts the training texts
   * @return the vocabulary, the same whatever the order of the texts
   */
  public static Vocabulary occurring(Tokenizer tokenizer, Collection<String> texts) {
    TreeSet<Integer> occurring = new TreeSet<>();
    for (String text : texts) {
      for (int token : tokenizer.encode(text)) {
        occurring.add(token);
      }
    }
    return of(tokenizer, occurring.stream().mapToInt(Integer::intValue).toArray());
  }

  /**
   * All tokens of a tokenizer, whether texts have them or not.
   *
   * @param tokenizer makes the tokens
   * @return the vocabulary; a token's id is 3 more than the token
   */
  public static Vocabulary whole(Tokenizer tokenizer) {
    return new Vocabulary(tokenizer, null);
  }

  /**
   * A vocabulary read from a saved model.
   *
   * @param tokenizer makes the tokens
   * @param tokens what {@link #tokens} returned
   * @return the same vocabulary
   */
  public static Vocabulary of(Tokenizer tokenizer, int[] tokens) {
    return new Vocabulary(tokenizer, tokens.clone());
  }

  /**
   * What makes the tokens.
   *
   * @return the tokenizer
   */
  public Tokenizer tokenizer() {
    return tokenizer;
  }

  /**
   * The tokens that have ids, in the order of their ids, for saving.
   *
   * @return a copy, or null if all of the tokenizer's have
   */
  public int @Nullable [] tokens() {
    return tokens == null ? null : tokens.clone();
  }

  /**
   * The token that an id stands for.
   *
   * @param id one of those that {@link #encode} gives, but {@link #UNKNOWN}
   * @return the tokenizer's number of the token
   */
  public int token(int id) {
    return tokens == null ? id - SPECIAL : tokens[id - SPECIAL];
  }

  /**
   * The number of ids.
   *
   * @return tokens and special ids together
   */
  public int size() {
    return SPECIAL + (tokens == null ? tokenizer.size() : tokens.length);
  }

  /**
   * Whether there are special ids alone.
   *
   * @return true if every token is unknown
   */
  public boolean isEmpty() {
    return size() == SPECIAL;
  }

  /**
   * The ids of a text.
   *
   * @param text any text with at least one character
   * @param maximum the greatest number of ids; what follows is cut off
   * @return at least one id
   * @throws IllegalArgumentException if the text is empty
   * @throws org.conceptspaces.taxonomy.DataException if the tokenizer fails at the text
   */
  public int[] encode(String text, int maximum) {
    return ids(cut(text, maximum));
  }

  /**
   * The tokens of a text, whether the vocabulary has them or not.
   *
   * @param text any text with at least one character
   * @param maximum the greatest number of tokens; what follows is cut off
   * @return the tokenizer's tokens; maybe none
   * @throws IllegalArgumentException if the text is empty
   * @throws org.conceptspaces.taxonomy.DataException if the tokenizer fails at the text
   */
  public int[] cut(String text, int maximum) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("an empty text has no concepts; give it at least a word");
    }
    return FirstTokens.of(tokenizer, text, maximum);
  }

  /**
   * The ids of tokens.
   *
   * @param cut what {@link #cut} gave
   * @return at least one id
   */
  public int[] ids(int[] cut) {
    return cut.length == 0 ? new int[] {UNKNOWN} : Arrays.stream(cut).map(this::id).toArray();
  }

  /**
   * What the ids of a text stand for, for people to read. Tokens that the vocabulary does not have
   * are told as they stand in the text.
   *
   * @param text any text with at least one character
   * @param maximum as for {@link #encode}
   * @return a piece of text for each id that {@link #encode} gives
   */
  public List<String> pieces(String text, int maximum) {
    return pieces(cut(text, maximum));
  }

  /**
   * What tokens stand for, for people to read.
   *
   * @param cut what {@link #cut} gave
   * @return a piece of text for each id that {@link #ids} gives
   */
  public List<String> pieces(int[] cut) {
    return cut.length == 0
        ? List.of("[unknown]")
        : Arrays.stream(cut)
            .mapToObj(token -> pieces.computeIfAbsent(token, tokenizer::text))
            .toList();
  }

  private int id(int token) {
    if (tokens == null) {
      return token < tokenizer.size() ? SPECIAL + token : UNKNOWN;
    }
    return ids.getOrDefault(token, UNKNOWN);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Vocabulary that
        && tokenizer.fingerprint().equals(that.tokenizer.fingerprint())
        && Arrays.equals(tokens, that.tokens);
  }

  @Override
  public int hashCode() {
    return 31 * tokenizer.fingerprint().hashCode() + Arrays.hashCode(tokens);
  }
}
