package org.conceptspaces.encoder.text;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import com.knuddels.jtokkit.api.IntArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * Byte-pair tokens (OpenAI's {@code cl100k_base}) with ids compacted to those that occur in the
 * training texts. Ids 0 to 2 are padding, mask and unknown.
 */
public final class Vocabulary {

  /** The id of padding. */
  public static final int PADDING = 0;

  /** The id of a masked token. */
  public static final int MASK = 1;

  /** The id of tokens that no training text has. */
  public static final int UNKNOWN = 2;

  private static final int SPECIAL = 3;

  /** Takes a third of a second to read; safe for use by several threads. */
  private static final Encoding ENCODING =
      Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.CL100K_BASE);

  private final int[] byteTokens;
  private final Map<Integer, Integer> ids = new HashMap<>();

  private Vocabulary(int[] byteTokens) {
    this.byteTokens = byteTokens;
    for (int i = 0; i < byteTokens.length; i++) {
      ids.put(byteTokens[i], SPECIAL + i);
    }
  }

  /**
   * The vocabulary of some texts.
   *
   * @param texts the training texts
   * @return the vocabulary, the same whatever the order of the texts
   */
  public static Vocabulary of(Collection<String> texts) {
    Vocabulary empty = new Vocabulary(new int[0]);
    TreeSet<Integer> occurring = new TreeSet<>();
    for (String text : texts) {
      IntArrayList tokens = empty.byteTokens(text);
      for (int i = 0; i < tokens.size(); i++) {
        occurring.add(tokens.get(i));
      }
    }
    return new Vocabulary(occurring.stream().mapToInt(Integer::intValue).toArray());
  }

  /**
   * A vocabulary read from a saved model.
   *
   * @param tokens what {@link #tokens} returned
   * @return the same vocabulary
   */
  public static Vocabulary ofTokens(int[] tokens) {
    return new Vocabulary(tokens.clone());
  }

  /**
   * The byte-pair tokens that have ids, in the order of their ids, for saving.
   *
   * @return a copy
   */
  public int[] tokens() {
    return byteTokens.clone();
  }

  /**
   * The number of ids.
   *
   * @return tokens and special ids together
   */
  public int size() {
    return SPECIAL + byteTokens.length;
  }

  /**
   * The ids of a text.
   *
   * @param text any text with at least one character
   * @param maximum the greatest number of ids; what follows is cut off
   * @return at least one id
   * @throws IllegalArgumentException if the text is empty
   */
  public int[] encode(String text, int maximum) {
    IntArrayList tokens = byteTokens(text);
    if (tokens.isEmpty()) {
      throw new IllegalArgumentException("an empty text has no concepts; give it at least a word");
    }
    int[] encoded = new int[Math.min(tokens.size(), maximum)];
    for (int i = 0; i < encoded.length; i++) {
      encoded[i] = ids.getOrDefault(tokens.get(i), UNKNOWN);
    }
    return encoded;
  }

  private IntArrayList byteTokens(String text) {
    return ENCODING.encodeOrdinary(text);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Vocabulary that && Arrays.equals(byteTokens, that.byteTokens);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(byteTokens);
  }
}
