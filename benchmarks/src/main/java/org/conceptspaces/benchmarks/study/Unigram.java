package org.conceptspaces.benchmarks.study;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.conceptspaces.encoder.text.Cl100kBase;

/** How many bits tokens take under the frequencies of some texts. */
final class Unigram {

  private final Map<Integer, Integer> times = new HashMap<>();
  private int all;

  Unigram(List<String> texts) {
    for (String text : texts) {
      for (int token : Cl100kBase.INSTANCE.encode(text)) {
        times.merge(token, 1, Integer::sum);
        all++;
      }
    }
  }

  double bits(String text) {
    double bits = 0;
    for (int token : Cl100kBase.INSTANCE.encode(text)) {
      int count = times.getOrDefault(token, 1);
      bits -= Math.log((double) count / all) / Math.log(2);
    }
    return bits;
  }

  int tokens(String text) {
    return Cl100kBase.INSTANCE.encode(text).length;
  }
}
