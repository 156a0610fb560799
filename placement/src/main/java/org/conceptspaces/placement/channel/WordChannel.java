package org.conceptspaces.placement.channel;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.conceptspaces.placement.text.Wording;
import org.conceptspaces.taxonomy.baseline.WordIndex;

/**
 * Nearness by words: cosines of weighted words, where rare words weigh more. Words that the
 * taxonomy does not know make a text less similar to all of it.
 */
public final class WordChannel implements Channel {

  /** The name of the channel of all words. */
  public static final String WORDS = "words";

  /** How much more a word at the very start of a description weighs than a late one. */
  private static final double OPENING_WEIGHT = 2;

  /** By how many words that has fallen to the half. */
  private static final double OPENING_WORDS = 4;

  /** What stands before a word that a name ends in; no word has it. */
  private static final String ENDING = "\u0000";

  private final String name;
  private final Function<Wording, Map<String, Double>> frequencies;
  private final List<Wording> nodes;
  private final WordIndex index;

  private WordChannel(
      String name, Function<Wording, Map<String, Double>> frequencies, List<Wording> nodes) {
    this.name = name;
    this.frequencies = frequencies;
    this.nodes = List.copyOf(nodes);
    index = new WordIndex(nodes.stream().map(frequencies));
  }

  /**
   * All words of a text alike: TF-IDF, with term frequencies' logarithms.
   *
   * @param nodes the nodes' texts, by index
   * @return the channel {@code words}
   */
  public static WordChannel words(List<Wording> nodes) {
    return new WordChannel(WORDS, WordChannel::all, nodes);
  }

  /**
   * The words that say what kind of thing a text is of: those at the start of the description, and
   * the last of each name.
   *
   * @param nodes the nodes' texts, by index
   * @return the channel {@code openings}
   */
  public static WordChannel openings(List<Wording> nodes) {
    return new WordChannel("openings", WordChannel::opening, nodes);
  }

  private static Map<String, Double> all(Wording wording) {
    Map<String, Double> counts = new TreeMap<>();
    wording.names().forEach(name -> name.forEach(word -> counts.merge(word, 1.0, Double::sum)));
    wording.description().stream()
        .filter(Wording::isWord)
        .forEach(word -> counts.merge(word, 1.0, Double::sum));
    counts.replaceAll((word, count) -> 1 + Math.log(count));
    return counts;
  }

  private static Map<String, Double> opening(Wording wording) {
    Map<String, Double> weights = new TreeMap<>();
    int place = 0;
    for (String word : wording.description()) {
      if (Wording.isWord(word)) {
        weights.merge(word, OPENING_WEIGHT / (1 + place / OPENING_WORDS), Math::max);
        place++;
      }
    }
    for (String last : wording.lastWords()) {
      weights.merge(last, 1.0, Math::max);
      // once more, as what a name ends in tells more than the same word somewhere in the text
      weights.put(ENDING + last, OPENING_WEIGHT);
    }
    return weights;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<Neighbours> nearest(List<String> texts, int[] excluded, int count) {
    return IntStream.range(0, texts.size())
        .parallel()
        .mapToObj(
            i -> {
              Map<String, Double> words = frequencies.apply(Wording.of(texts.get(i)));
              return Neighbours.largest(index.similarities(words, true), excluded[i], count);
            })
        .toList();
  }

  /**
   * The words by which a text is near to nodes.
   *
   * @param text the text's wording
   * @param near indexes of nodes
   * @return the words shared with their texts, those that count most first, each with its share of
   *     what all count, from 0 to 1
   */
  public Map<String, Double> shared(Wording text, List<Integer> near) {
    Map<String, Double> shared =
        index.shared(
            frequencies.apply(text),
            near.stream().map(node -> frequencies.apply(nodes.get(node))).toList());
    double sum = shared.values().stream().mapToDouble(Double::doubleValue).sum();
    Map<String, Double> shares = new TreeMap<>();
    shared.forEach((word, product) -> shares.merge(spoken(word), product / sum, Double::sum));
    Map<String, Double> sorted = new LinkedHashMap<>();
    shares.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }

  private static String spoken(String word) {
    return word.startsWith(ENDING) ? word.substring(ENDING.length()) : word;
  }
}
