package org.conceptspaces.placement.aspect;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.conceptspaces.placement.aspect.TermCounts.Family;
import org.conceptspaces.placement.channel.Query;
import org.conceptspaces.taxonomy.Hierarchy;

/**
 * Whether a text has the words that a candidate's children have more often than other nodes, and
 * how many words the text and the candidate itself share. Neighbours tell of a few texts that are
 * alike as a whole; this tells of words that all of a family has.
 *
 * <p>The first two features are the log likelihood ratio of naive Bayes, of the text's words in the
 * family against all nodes, over the root of their number, as words of a text do not speak
 * independently: what of it is for the family, or against it, since no feature may be below 0 (they
 * are compared to the largest). A family's shares begin with those of all nodes, as if it had
 * {@value #PRIOR} children more. The others are shares of words by their squared rarity, {@code 1 +
 * ln((1 + n) / (1 + d))} where {@code d} of {@code n} nodes have a word.
 */
public final class TermAspect implements Aspect {

  private static final double PRIOR = 3;

  private final Hierarchy hierarchy;
  private final TermCounts counts;

  /**
   * Listens to words.
   *
   * @param hierarchy the taxonomy's
   * @param counts of the words of its nodes
   */
  public TermAspect(Hierarchy hierarchy, TermCounts counts) {
    this.hierarchy = hierarchy;
    this.counts = counts;
  }

  @Override
  public String name() {
    return "terms";
  }

  @Override
  public List<String> features() {
    return List.of(
        "terms_of_children",
        "terms_against_children",
        "terms_known_to_children",
        "terms_of_candidate",
        "terms_of_text");
  }

  @Override
  public View of(Query query) {
    return new Terms(query);
  }

  private final class Terms implements View {
    private final int node;
    private final int nodes;

    /** The text's words that other nodes have, ascending. */
    private final int[] words;

    /** The share of other nodes that have each, and its squared rarity. */
    private final double[] shares;

    private final double[] weights;

    /** The squared rarities of all words, those that no node has too. */
    private final double total;

    Terms(Query query) {
      node = query.node();
      nodes = counts.nodes() - (node >= 0 ? 1 : 0);
      int[] all = counts.words(query.wording());
      words = Arrays.stream(all).filter(word -> having(word) > 0).toArray();
      shares = Arrays.stream(words).mapToDouble(word -> (double) having(word) / nodes).toArray();
      weights = Arrays.stream(words).mapToDouble(this::weight).toArray();
      total = Arrays.stream(all).mapToDouble(this::weight).sum();
    }

    /** How many nodes have a word, without the absent one. */
    private int having(int word) {
      return counts.having(word) - (counts.has(node, word) ? 1 : 0);
    }

    private double weight(int word) {
      double rarity = 1 + Math.log((1.0 + nodes) / (1.0 + having(word)));
      return rarity * rarity;
    }

    @Override
    public void propose(IntConsumer candidates) {
      // families that share words are many; the nearest of them are proposed by channels
    }

    @Override
    public void write(int candidate, float[] row, int at) {
      Family family = counts.family(candidate);
      int children = Children.count(hierarchy, candidate, node);
      boolean isParent = children < hierarchy.childCount(candidate);
      double ratio = 0;
      double known = 0;
      double shared = 0;
      for (int i = 0; i < words.length; i++) {
        int with = family.count(words[i]) - (isParent && counts.has(node, words[i]) ? 1 : 0);
        ratio += Math.log((with + PRIOR * shares[i]) / ((children + PRIOR) * shares[i]));
        known += with > 0 ? weights[i] : 0;
        shared += counts.has(candidate, words[i]) ? weights[i] : 0;
      }
      double own = 0;
      for (int word : counts.words(candidate)) {
        own += weight(word);
      }
      float scaled = words.length == 0 ? 0 : (float) (ratio / Math.sqrt(words.length));
      row[at] = Math.max(0, scaled);
      row[at + 1] = Math.max(0, -scaled);
      row[at + 2] = share(known, total);
      row[at + 3] = share(shared, own);
      row[at + 4] = share(shared, total);
    }

    private static float share(double part, double whole) {
      return whole == 0 ? 0 : (float) (part / whole);
    }
  }
}
