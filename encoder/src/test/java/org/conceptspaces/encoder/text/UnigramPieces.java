package org.conceptspaces.encoder.text;

import com.google.gson.Gson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Pieces with log probabilities, as SentencePiece has them, and a tokenizer.json of them. Texts are
 * cut by definition: into those pieces whose probabilities have the greatest product (Kudo,
 * "Subword Regularization", 2018), found by a look at every way to cut a word.
 */
final class UnigramPieces {

  private static final String UNKNOWN = "<unk>";

  private final Map<String, Double> scores = new TreeMap<>();
  private final List<String> pieces;

  /** All letters, and all parts of up to four letters of the words of some texts. */
  UnigramPieces(List<String> texts, long seed) {
    TreeSet<String> parts = new TreeSet<>();
    for (String text : texts) {
      for (String word : words(text)) {
        for (int from = 0; from < word.length(); from++) {
          for (int to = from + 1; to <= Math.min(word.length(), from + 4); to++) {
            parts.add(word.substring(from, to));
          }
        }
      }
    }
    SplittableRandom random = new SplittableRandom(seed);
    for (String part : parts) {
      scores.put(part, -2 - 6 * random.nextDouble());
    }
    pieces = new ArrayList<>(scores.keySet());
    pieces.add(0, UNKNOWN);
  }

  private static List<String> words(String text) {
    return List.of(("▁" + text.replace(" ", " ▁")).split(" ", -1));
  }

  int[] encode(String text) {
    return words(text).stream().flatMapToInt(this::best).toArray();
  }

  private IntStream best(String word) {
    List<String> best = List.of();
    double highest = Double.NEGATIVE_INFINITY;
    // Each bit says whether to cut before a letter.
    for (int cuts = 0; cuts < 1 << (word.length() - 1); cuts++) {
      List<String> parts = cut(word, cuts);
      if (scores.keySet().containsAll(parts)) {
        double sum = parts.stream().mapToDouble(scores::get).sum();
        if (sum > highest) {
          highest = sum;
          best = parts;
        }
      }
    }
    return best.stream().mapToInt(pieces::indexOf);
  }

  private static List<String> cut(String word, int cuts) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= word.length(); i++) {
      if (i == word.length() || (cuts >> (i - 1) & 1) == 1) {
        parts.add(word.substring(from, i));
        from = i;
      }
    }
    return parts;
  }

  int size() {
    return pieces.size();
  }

  String json() {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("type", "Unigram");
    model.put("unk_id", 0);
    model.put(
        "vocab", pieces.stream().map(p -> List.of(p, scores.getOrDefault(p, -100.0))).toList());
    return new Gson()
        .toJson(
            Map.of(
                "version",
                "1.0",
                "pre_tokenizer",
                Map.of(
                    "type",
                    "Metaspace",
                    "replacement",
                    "▁",
                    "prepend_scheme",
                    "always",
                    "split",
                    true),
                "model",
                model));
  }
}
