package org.conceptspaces.taxonomy.baseline;

import java.util.ArrayList;
import java.util.HashMap;
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

  private final int documents;
  private final Map<String, Postings> index = new HashMap<>();

  /**
   * Fits on texts.
   *
   * @param texts what to compare with later
   */
  public TfIdf(List<String> texts) {
    documents = texts.size();
    Map<String, List<Posting>> collected = new HashMap<>();
    for (int document = 0; document < documents; document++) {
      for (Map.Entry<String, Integer> word : counts(texts.get(document)).entrySet()) {
        collected
            .computeIfAbsent(word.getKey(), key -> new ArrayList<>())
            .add(new Posting(document, frequency(word.getValue())));
      }
    }
    double[] squares = new double[documents];
    // words in order, so that sums round alike in every run
    new TreeMap<>(collected).forEach((word, list) -> index.put(word, postings(list, squares)));
    for (Postings postings : index.values()) {
      postings.normalise(squares);
    }
  }

  /**
   * The similarity of a text to each fitted one.
   *
   * @param text any text
   * @return a new array: cosines, by the fitted texts' order, from 0 to 1; all 0 if they share no
   *     word with it
   */
  public double[] similarities(String text) {
    double[] similarities = new double[documents];
    double square = 0;
    for (Map.Entry<String, Integer> word : counts(text).entrySet()) {
      Postings postings = index.get(word.getKey());
      if (postings != null) {
        double weight = frequency(word.getValue()) * postings.rarity;
        square += weight * weight;
        postings.addTo(similarities, weight);
      }
    }
    if (square > 0) {
      double length = Math.sqrt(square);
      for (int document = 0; document < documents; document++) {
        similarities[document] = Math.min(1, similarities[document] / length);
      }
    }
    return similarities;
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

  private Postings postings(List<Posting> list, double[] squares) {
    Postings postings = new Postings(list, 1 + Math.log((1.0 + documents) / (1.0 + list.size())));
    for (int i = 0; i < postings.documents.length; i++) {
      squares[postings.documents[i]] += postings.weights[i] * postings.weights[i];
    }
    return postings;
  }

  private static double frequency(int count) {
    return 1 + Math.log(count);
  }

  private static Map<String, Integer> counts(String text) {
    Map<String, Integer> counts = new TreeMap<>();
    Matcher words = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (words.find()) {
      counts.merge(words.group(), 1, Integer::sum);
    }
    return counts;
  }

  private record Posting(int document, double frequency) {}

  /** Where a word occurs. */
  private static final class Postings {
    private final double rarity;
    private final int[] documents;
    private final double[] weights;

    Postings(List<Posting> list, double rarity) {
      this.rarity = rarity;
      documents = list.stream().mapToInt(Posting::document).toArray();
      weights = list.stream().mapToDouble(posting -> posting.frequency() * rarity).toArray();
    }

    void normalise(double[] squares) {
      for (int i = 0; i < documents.length; i++) {
        weights[i] /= Math.sqrt(squares[documents[i]]);
      }
    }

    void addTo(double[] sums, double factor) {
      for (int i = 0; i < documents.length; i++) {
        sums[documents[i]] += factor * weights[i];
      }
    }
  }
}
