package org.conceptspaces.placement.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Words that hold sentences together, of whatever language the texts are in: the most frequent ones
 * of the descriptions that are not what several names end in.
 */
public final class FunctionWords {

  private static final int MOST = 60;

  /** Rarer words are none. */
  private static final double LEAST_SHARE = 0.01;

  private final Set<String> words;

  private FunctionWords(Set<String> words) {
    this.words = words;
  }

  /**
   * Finds them.
   *
   * @param wordings the taxonomy's texts
   * @return the function words, at most 60
   */
  public static FunctionWords of(Collection<Wording> wordings) {
    Map<String, Integer> documents = new HashMap<>();
    Map<String, Integer> ends = new HashMap<>();
    for (Wording wording : wordings) {
      new HashSet<>(wording.description()).forEach(word -> documents.merge(word, 1, Integer::sum));
      wording.lastWords().forEach(word -> ends.merge(word, 1, Integer::sum));
    }
    double least = Math.max(2, LEAST_SHARE * wordings.size());
    return new FunctionWords(
        documents.entrySet().stream()
            .filter(entry -> Wording.isWord(entry.getKey()) && entry.getValue() >= least)
            .filter(entry -> ends.getOrDefault(entry.getKey(), 0) < 2)
            .sorted(
                Comparator.<Map.Entry<String, Integer>>comparingInt(entry -> -entry.getValue())
                    .thenComparing(Map.Entry::getKey))
            .limit(MOST)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet()));
  }

  /**
   * Whether a token ends a noun phrase: it is a function word or punctuation.
   *
   * @param token a token
   * @return whether it does
   */
  public boolean endsPhrase(String token) {
    return words.contains(token) || !Wording.isWord(token);
  }

  /**
   * The last word of a description's first phrase: in "a breed of small dogs" it is "breed". Where
   * definitions start with the kind of thing, this names it.
   *
   * @param description words and punctuation
   * @return the word, or null if there is none
   */
  public @Nullable String opening(List<String> description) {
    String last = null;
    for (String token : description) {
      if (!endsPhrase(token)) {
        last = token;
      } else if (last != null && !token.equals("-") && !token.equals("'")) {
        return last;
      }
    }
    return last;
  }
}
