package org.conceptspaces.placement.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Which nodes have a name, and where a text has names of nodes. */
public final class NameIndex {

  /** Names of more words are found by their words alone. */
  private static final int MOST_WORDS = 4;

  /** Ends of words as short as these are no words ("bulldog" is a dog, but not an "og"). */
  private static final int LEAST_LETTERS = 3;

  private static final int[] NONE = {};

  private final Map<String, int[]> nodes = new HashMap<>();
  private final FunctionWords functionWords;
  private final List<Wording> wordings;

  /** How many names end in some words, with other words before them. */
  private final Map<String, Integer> endingIn = new HashMap<>();

  /**
   * Indexes the names of nodes.
   *
   * @param wordings the nodes' texts, by index
   * @param functionWords of the same texts
   */
  public NameIndex(List<Wording> wordings, FunctionWords functionWords) {
    this.functionWords = functionWords;
    this.wordings = List.copyOf(wordings);
    Map<String, List<Integer>> lists = new HashMap<>();
    for (int node = 0; node < wordings.size(); node++) {
      for (List<String> name : wordings.get(node).names()) {
        ends(name).forEach(end -> endingIn.merge(end, 1, Integer::sum));
        List<Integer> list =
            lists.computeIfAbsent(String.join(" ", name), key -> new ArrayList<>(1));
        if (list.isEmpty() || list.get(list.size() - 1) != node) {
          list.add(node);
        }
      }
    }
    lists.forEach(
        (name, list) -> nodes.put(name, list.stream().mapToInt(Integer::intValue).toArray()));
  }

  /**
   * Where a description names a node.
   *
   * @param place of the first word, among the description's tokens, from 0
   * @param words how many words the name has
   * @param ends whether a phrase ends with it
   * @param order how many other names come first
   * @param name the name
   */
  public record Mention(int place, int words, boolean ends, int order, String name) {}

  /**
   * The nodes that a description names, each where it is named first: at each word the longest name
   * that starts there, so that "guide dog" names a dog too. A plural s of one word is seen through.
   *
   * @param description words and punctuation
   * @param absent a node whose names are not looked for, or −1
   * @return mentions by node, in order
   */
  public Map<Integer, Mention> mentions(List<String> description, int absent) {
    Map<Integer, Mention> mentions = new LinkedHashMap<>();
    int order = 0;
    for (int place = 0; place < description.size(); place++) {
      for (int words = Math.min(MOST_WORDS, description.size() - place); words > 0; words--) {
        String name = String.join(" ", description.subList(place, place + words));
        int[] named = words == 1 ? single(name, absent) : named(name, absent);
        if (named.length > 0) {
          int next = place + words;
          boolean ends =
              next == description.size() || functionWords.endsPhrase(description.get(next));
          Mention mention = new Mention(place, words, ends, order, name);
          Arrays.stream(named).forEach(node -> mentions.putIfAbsent(node, mention));
          order++;
          break;
        }
      }
    }
    return mentions;
  }

  private int[] single(String word, int absent) {
    if (functionWords.endsPhrase(word)) {
      return NONE;
    }
    int[] named = named(word, absent);
    return named.length == 0 && word.endsWith("s")
        ? named(word.substring(0, word.length() - 1), absent)
        : named;
  }

  /**
   * The nodes whose name is an end of one of some names, "dog" of "guide dog" or of "bulldog".
   *
   * @param names each name's words
   * @param absent a node whose names are not looked for, or −1
   * @return by node how many words are shared at most, one half for a part of a word, and by whole
   *     names not at all; the longest ends of each name come first
   */
  public Map<Integer, Double> endings(List<List<String>> names, int absent) {
    Map<Integer, Double> endings = new LinkedHashMap<>();
    for (List<String> name : names) {
      List<String> ends = ends(name);
      for (int words = ends.size(); words > 0; words--) {
        add(named(ends.get(words - 1), absent), words, endings);
      }
      String last = name.get(name.size() - 1);
      for (int from = 2; from <= last.length() - LEAST_LETTERS; from++) {
        add(named(last.substring(from), absent), 0.5, endings);
      }
    }
    return endings;
  }

  /** What a name ends in, the shortest first; not the whole name. */
  private static List<String> ends(List<String> name) {
    return IntStream.rangeClosed(1, Math.min(name.size() - 1, MOST_WORDS))
        .mapToObj(words -> String.join(" ", name.subList(name.size() - words, name.size())))
        .toList();
  }

  /**
   * A node's name that is a part of another, some of its words in their order.
   *
   * @param words how many words it has
   * @param of how many words the other name has, which are more
   * @param others how many names of nodes end in it, with other words before; 0 of more than four
   *     words, which hardly any do
   */
  public record Part(int words, int of, int others) {

    /**
     * How much of the other name it is.
     *
     * @return the share of words, above 0 and below 1
     */
    public double share() {
      return (double) words / of;
    }
  }

  /**
   * The nodes whose name is a part of one of some names, "sea dog" and "old dog" of "old sea dog".
   *
   * @param names each name's words
   * @param absent a node whose names count for nothing, or −1
   * @return by node the part that is the largest share
   */
  public Map<Integer, Part> parts(List<List<String>> names, int absent) {
    Map<Integer, Part> parts = new TreeMap<>();
    for (List<String> name : names) {
      for (String part : NameParts.of(name)) {
        int[] named = named(part, absent);
        if (named.length > 0) {
          int words = 1 + (int) part.chars().filter(letter -> letter == ' ').count();
          Part found = new Part(words, name.size(), othersEndingIn(part, absent));
          Arrays.stream(named)
              .forEach(node -> parts.merge(node, found, (a, b) -> a.share() >= b.share() ? a : b));
        }
      }
    }
    return parts;
  }

  private int othersEndingIn(String end, int absent) {
    int own = 0;
    if (absent >= 0) {
      for (List<String> name : wordings.get(absent).names()) {
        own += ends(name).contains(end) ? 1 : 0;
      }
    }
    return endingIn.getOrDefault(end, 0) - own;
  }

  private static void add(int[] nodes, double words, Map<Integer, Double> endings) {
    for (int node : nodes) {
      endings.merge(node, words, Math::max);
    }
  }

  private int[] named(String name, int absent) {
    int[] named = nodes.getOrDefault(name, NONE);
    return Arrays.binarySearch(named, absent) < 0
        ? named
        : Arrays.stream(named).filter(node -> node != absent).toArray();
  }
}
