package org.conceptspaces.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.conceptspaces.encoder.measure.LevelConcepts.Concept;
import org.conceptspaces.encoder.model.EncodedText;
import org.conceptspaces.encoder.model.TextEncoder;
import org.conceptspaces.encoder.model.TrainedModel;

/** Which tokens of a text its concepts looked at most, all concepts together. */
final class LookedAt {

  private static final int MOST_TOKENS = 5;

  private LookedAt() {}

  /**
   * Encodes texts.
   *
   * @param model by which
   * @param texts not blank
   * @return for each the tokens looked at most, the most first, with their shares of all attention
   */
  static List<Map<String, Double>> of(TrainedModel model, List<String> texts) {
    List<Map<String, Double>> looked = new ArrayList<>();
    TextEncoder encoder = new TextEncoder(model, text -> looked.add(of(text)));
    texts.forEach(text -> encoder.add(null, text));
    encoder.flush();
    return looked;
  }

  private static Map<String, Double> of(EncodedText text) {
    double[] shares = new double[text.tokens().size()];
    double sum = 0;
    for (Concept concept : text.concepts().summary().concepts()) {
      for (int at = 0; at < shares.length; at++) {
        shares[at] += concept.weight() * concept.attention()[at];
        sum += concept.weight() * concept.attention()[at];
      }
    }
    double all = sum;
    Map<String, Double> most = new LinkedHashMap<>();
    IntStream.range(0, shares.length)
        .filter(at -> all > 0)
        .boxed()
        .sorted(Comparator.comparingDouble(at -> -shares[at]))
        .limit(MOST_TOKENS)
        .forEach(at -> most.merge(text.tokens().get(at).strip(), shares[at] / all, Double::sum));
    return most;
  }
}
