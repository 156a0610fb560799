package org.conceptspaces.placement.aspect;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.conceptspaces.placement.text.Wording;
import org.conceptspaces.taxonomy.Hierarchy;

/** Which words nodes have, how many nodes have each, and how many children of each node. */
public final class TermCounts {

  private final Map<String, Integer> ids = new HashMap<>();

  /** The words of each node, ascending. */
  private final int[][] words;

  /** How many nodes have each word. */
  private final int[] having;

  private final Family[] families;

  /**
   * Counts words.
   *
   * @param hierarchy the taxonomy's
   * @param wordings of its nodes, by index
   */
  public TermCounts(Hierarchy hierarchy, List<Wording> wordings) {
    words =
        wordings.stream()
            .map(
                wording ->
                    terms(wording)
                        .mapToInt(word -> ids.computeIfAbsent(word, key -> ids.size()))
                        .sorted()
                        .toArray())
            .toArray(int[][]::new);
    having = new int[ids.size()];
    Arrays.stream(words).flatMapToInt(Arrays::stream).forEach(word -> having[word]++);
    families =
        IntStream.range(0, words.length)
            .mapToObj(node -> Family.of(hierarchy.children(node), words))
            .toArray(Family[]::new);
  }

  /** The distinct words of names and description. */
  private static Stream<String> terms(Wording wording) {
    return Stream.concat(
            wording.names().stream().flatMap(List::stream), wording.description().stream())
        .filter(Wording::isWord)
        .distinct();
  }

  /**
   * The words that a node's children have.
   *
   * @param words ascending
   * @param counts how many children have each
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Family(int[] words, int[] counts) {

    private static Family of(int[] children, int[][] words) {
      int[] all =
          IntStream.of(children).flatMap(child -> IntStream.of(words[child])).sorted().toArray();
      int[] distinct = IntStream.of(all).distinct().toArray();
      int[] counts = new int[distinct.length];
      int at = -1;
      for (int i = 0; i < all.length; i++) {
        at += i == 0 || all[i] != all[i - 1] ? 1 : 0;
        counts[at]++;
      }
      return new Family(distinct, counts);
    }

    /** How many children have a word. */
    int count(int word) {
      int at = Arrays.binarySearch(words, word);
      return at < 0 ? 0 : counts[at];
    }
  }

  /** How many nodes there are. */
  int nodes() {
    return words.length;
  }

  /** The distinct words of a text, ascending; one that no node has is numbered from −1 down. */
  int[] words(Wording wording) {
    int[] unknown = new int[1];
    return terms(wording)
        .mapToInt(
            word -> {
              Integer id = ids.get(word);
              return id == null ? --unknown[0] : id;
            })
        .sorted()
        .toArray();
  }

  /** The words of a node, ascending. */
  int[] words(int node) {
    return words[node];
  }

  /** How many nodes have a word. */
  int having(int word) {
    return word < 0 ? 0 : having[word];
  }

  /** Whether a node has a word; one that is none has none. */
  boolean has(int node, int word) {
    return node >= 0 && Arrays.binarySearch(words[node], word) >= 0;
  }

  Family family(int node) {
    return families[node];
  }
}
