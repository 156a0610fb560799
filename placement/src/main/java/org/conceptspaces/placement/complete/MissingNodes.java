package org.conceptspaces.placement.complete;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.conceptspaces.placement.text.Wording;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.TextTaxonomy;
import org.jspecify.annotations.Nullable;

/**
 * Nodes that are missing between a parent and some of its many children: children that are all
 * called the same kind of thing, as those of {@code dog} would be whose names end in "spaniel" if
 * there were no {@code spaniel}. A word groups children if far more of them have it than of other
 * nodes: the surprise is {@code n · KL(k/n ‖ q)} nats, Chernoff's bound on the probability that k
 * of n children have a word by chance that a share q of all other nodes has, less the logarithm of
 * how many words were tried.
 */
public final class MissingNodes {

  private static final int LEAST_GROUP = 3;

  /** A group of more than this share of the children is the parent itself in other words. */
  private static final double MOST_OF_CHILDREN = 0.8;

  /** Words after so many, a description no longer says what a thing is. */
  private static final int OPENING = 6;

  /** Of groups that mean nothing, fewer than one in twenty taxonomies has one. */
  private static final double LEAST_SURPRISE = 3;

  /** Groups that share more than this of their nodes are the same. */
  private static final double SAME = 0.5;

  private final Hierarchy hierarchy;
  private final List<Set<String>> kinds;
  private final List<Set<String>> names;

  /** How many nodes have a word. */
  private final Map<String, Integer> having = new HashMap<>();

  private MissingNodes(TextTaxonomy taxonomy) {
    hierarchy = taxonomy.hierarchy();
    List<Wording> wordings = taxonomy.texts().stream().map(Wording::of).toList();
    Set<String> nouns = new HashSet<>();
    wordings.forEach(wording -> nouns.addAll(wording.lastWords()));
    kinds = wordings.stream().map(wording -> kinds(wording, nouns)).toList();
    names =
        wordings.stream()
            .map(wording -> wording.names().stream().map(n -> String.join(" ", n)))
            .map(each -> each.collect(Collectors.toSet()))
            .toList();
    kinds.forEach(words -> words.forEach(word -> having.merge(word, 1, Integer::sum)));
  }

  /**
   * A node that may be missing.
   *
   * @param word what its children are called
   * @param parent the index of the node below which it is missing
   * @param existing the index of a child of the parent that has this name already, below which the
   *     others may belong; −1 if there is none
   * @param children the indexes of the children that it would have, ascending
   * @param surprise nats
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Missing(String word, int parent, int existing, int[] children, double surprise) {}

  /**
   * Looks for missing nodes.
   *
   * @param taxonomy where to look
   * @return what may be missing, the most surprising first
   */
  public static List<Missing> of(TextTaxonomy taxonomy) {
    return new MissingNodes(taxonomy).all();
  }

  /**
   * What a thing may be called: the last words of its names, and those its description opens with,
   * if names end in them somewhere.
   */
  private static Set<String> kinds(Wording wording, Set<String> nouns) {
    Set<String> kinds = new LinkedHashSet<>(wording.lastWords());
    wording.description().stream().limit(OPENING).filter(nouns::contains).forEach(kinds::add);
    return kinds;
  }

  private List<Missing> all() {
    List<Missing> found = new ArrayList<>();
    double tried = 0;
    for (int parent = 0; parent < hierarchy.size(); parent++) {
      Map<String, List<Integer>> groups = groups(hierarchy.children(parent));
      tried += groups.size();
      for (Map.Entry<String, List<Integer>> group : groups.entrySet()) {
        Missing missing = missing(parent, group.getKey(), group.getValue());
        if (missing != null) {
          found.add(missing);
        }
      }
    }
    double chances = Math.log(Math.max(1.0, tried));
    return distinct(
        found.stream()
            .map(m -> new Missing(m.word, m.parent, m.existing, m.children, m.surprise - chances))
            .filter(m -> m.surprise >= LEAST_SURPRISE)
            .sorted(
                Comparator.<Missing>comparingDouble(m -> -m.surprise)
                    .thenComparing(Missing::word)
                    .thenComparingInt(Missing::parent))
            .toList());
  }

  /** The children that have a word, by word. */
  private Map<String, List<Integer>> groups(int[] children) {
    Map<String, List<Integer>> groups = new TreeMap<>();
    for (int child : children) {
      for (String word : kinds.get(child)) {
        groups.computeIfAbsent(word, key -> new ArrayList<>()).add(child);
      }
    }
    return groups;
  }

  private @Nullable Missing missing(int parent, String word, List<Integer> group) {
    int all = hierarchy.childCount(parent);
    if (group.size() < LEAST_GROUP
        || group.size() > MOST_OF_CHILDREN * all
        || forms(word).anyMatch(kinds.get(parent)::contains)) {
      return null;
    }
    int existing = -1;
    for (int child : group) {
      existing = names.get(child).contains(word) ? child : existing;
    }
    int named = existing;
    int[] children =
        group.stream()
            .mapToInt(Integer::intValue)
            .filter(child -> child != named)
            .sorted()
            .toArray();
    int others = hierarchy.size() - all;
    double elsewhere =
        (Objects.requireNonNullElse(having.get(word), 0) - group.size() + 1.0) / (others + 2.0);
    double share = (double) group.size() / all;
    return children.length == 0 || share <= elsewhere
        ? null
        : new Missing(word, parent, existing, children, all * divergence(share, elsewhere));
  }

  /** A noun as it is, and in the plural, as categories are often called. */
  private static Stream<String> forms(String noun) {
    return Stream.of(
        noun,
        noun + "s",
        noun + "es",
        noun.replaceFirst("y$", "ies"),
        noun.replaceFirst("fe?$", "ves"));
  }

  /** Kullback and Leibler's, of two coins, in nats. */
  private static double divergence(double p, double q) {
    return p * Math.log(p / q) + (p == 1 ? 0 : (1 - p) * Math.log((1 - p) / (1 - q)));
  }

  /** Of groups of about the same children of a parent the first. */
  private static List<Missing> distinct(List<Missing> sorted) {
    List<Missing> distinct = new ArrayList<>();
    for (Missing next : sorted) {
      if (distinct.stream().noneMatch(kept -> kept.parent == next.parent && same(kept, next))) {
        distinct.add(next);
      }
    }
    return distinct;
  }

  private static boolean same(Missing one, Missing other) {
    Set<Integer> either = IntStream.of(one.children).boxed().collect(Collectors.toSet());
    long both = IntStream.of(other.children).filter(either::contains).count();
    return both > SAME * Math.min(one.children.length, other.children.length);
  }
}
