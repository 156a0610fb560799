package org.conceptspaces.taxonomy.baseline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Cosine similarities of texts to many others by weighted words, through an inverted index. A word
 * of frequency f in a text weighs f · (1 + ln((1 + n) / (1 + d))), where d of the n indexed texts
 * have it (scikit-learn's smooth inverse document frequency); what frequencies are is the caller's.
 */
public final class WordIndex {

  private final int documents;
  private final Map<String, Postings> index = new HashMap<>();

  /**
   * Indexes texts.
   *
   * @param texts each text's words and their frequencies, all above 0; in an order of words that is
   *     always the same, so that sums round alike in every run
   */
  public WordIndex(Stream<? extends Map<String, Double>> texts) {
    Map<String, List<Posting>> collected = new HashMap<>();
    int[] count = new int[1];
    texts.forEachOrdered(
        words -> {
          words.forEach(
              (word, frequency) ->
                  collected
                      .computeIfAbsent(word, key -> new ArrayList<>(1))
                      .add(new Posting(count[0], frequency)));
          count[0]++;
        });
    documents = count[0];
    double[] squares = new double[documents];
    // words in order, so that sums round alike in every run
    new TreeMap<>(collected).forEach((word, list) -> index.put(word, postings(list, squares)));
    for (Postings postings : index.values()) {
      postings.normalise(squares);
    }
  }

  /**
   * The similarity of a text to each indexed one.
   *
   * @param words the text's words and their frequencies, above 0
   * @param strange whether words that no indexed text has count in the text's length, as words that
   *     occur nowhere else; else they are left out
   * @return a new array: cosines, by the indexed texts' order, from 0 to 1
   */
  public double[] similarities(Map<String, Double> words, boolean strange) {
    double[] similarities = new double[documents];
    double square = 0;
    for (Map.Entry<String, Double> word : words.entrySet()) {
      Postings postings = index.get(word.getKey());
      double weight = word.getValue() * (postings == null ? rarity(0) : postings.rarity);
      if (postings != null) {
        postings.addTo(similarities, weight);
      }
      square += postings != null || strange ? weight * weight : 0;
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
   * The words by which a text is similar to others.
   *
   * @param one a text's words and their frequencies
   * @param others the words of texts that it is similar to
   * @return for each word that both have, the product of its weights, unscaled, by word
   */
  public Map<String, Double> shared(Map<String, Double> one, List<Map<String, Double>> others) {
    Map<String, Double> products = new TreeMap<>();
    one.forEach(
        (word, frequency) -> {
          Postings postings = index.get(word);
          double sum = others.stream().mapToDouble(other -> other.getOrDefault(word, 0.0)).sum();
          if (postings != null && sum > 0) {
            products.put(word, frequency * sum * postings.rarity * postings.rarity);
          }
        });
    return products;
  }

  private double rarity(int having) {
    return 1 + Math.log((1.0 + documents) / (1.0 + having));
  }

  private Postings postings(List<Posting> list, double[] squares) {
    Postings postings = new Postings(list, rarity(list.size()));
    for (int i = 0; i < postings.documents.length; i++) {
      squares[postings.documents[i]] += postings.weights[i] * postings.weights[i];
    }
    return postings;
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
