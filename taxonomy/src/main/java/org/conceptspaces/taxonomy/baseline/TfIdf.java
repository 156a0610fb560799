package org.conceptspaces.taxonomy.baseline;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.conceptspaces.taxonomy.ranking.NeighbourVote;
import org.conceptspaces.taxonomy.ranking.ParentMetrics;
import org.conceptspaces.taxonomy.ranking.ParentRanking;
import org.conceptspaces.taxonomy.ranking.VoteKernel;
import org.conceptspaces.taxonomy.sampling.Split;

/**
 * Similarity of texts by their words. Words are runs of {@code [a-z]} in the lower-cased text. A
 * word that occurs f times weighs (1 + ln f) · (1 + ln((1 + n) / (1 + d))), where d of the n fitted
 * texts have it (scikit-learn's sublinear term frequency and smooth inverse document frequency);
 * words that no fitted text has are left out. Vectors are scaled to length 1, similarity is the
 * cosine.
 */
public final class TfIdf {

  private static final Pattern WORD = Pattern.compile("[a-z]+");

  private final WordIndex index;

  /**
   * Fits on texts.
   *
   * @param texts what to compare with later
   */
  public TfIdf(List<String> texts) {
    index = new WordIndex(texts.stream().map(TfIdf::frequencies));
  }

  /**
   * The similarity of a text to each fitted one.
   *
   * @param text any text
   * @return a new array: cosines, by the fitted texts' order, from 0 to 1; all 0 if they share no
   *     word with it
   */
  public double[] similarities(String text) {
    return index.similarities(frequencies(text), false);
  }

  /**
   * Places all held-out leaves by a vote of the 20 nearest training texts, weighed by squared
   * similarity.
   *
   * @param split what is held out of what
   * @return how well
   */
  public static ParentMetrics evaluate(Split split) {
    TfIdf fitted = new TfIdf(split.training().texts());
    NeighbourVote vote =
        new NeighbourVote(split.training().hierarchy(), VoteKernel.SQUARED_SIMILARITY);
    ParentRanking ranking = new ParentRanking(split.training().hierarchy());
    for (int leaf : split.heldOut()) {
      double[] similarities = fitted.similarities(split.full().text(leaf));
      ranking.accept(split.trueParents(leaf), vote.scores(similarities));
    }
    return ranking.result();
  }

  private static Map<String, Double> frequencies(String text) {
    Map<String, Double> counts = new TreeMap<>();
    Matcher words = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (words.find()) {
      counts.merge(words.group(), 1.0, Double::sum);
    }
    counts.replaceAll((word, count) -> 1 + Math.log(count));
    return counts;
  }
}
