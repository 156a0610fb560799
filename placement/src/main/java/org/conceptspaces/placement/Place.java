package org.conceptspaces.placement;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A node that may be a text's parent.
 *
 * @param node its index in the taxonomy
 * @param probability that it is, from 0 to 1
 * @param aspectNames of the aspects, the same for all candidates
 * @param nats what speaks for it rather than for the average candidate, by aspect; the sum tells
 *     candidates of one text apart
 */
public record Place(int node, double probability, List<String> aspectNames, List<Double> nats) {

  /**
   * What speaks for it.
   *
   * @return nats by the name of the aspect, in the order of the aspects
   */
  public Map<String, Double> aspects() {
    Map<String, Double> aspects = new LinkedHashMap<>();
    for (int a = 0; a < nats.size(); a++) {
      aspects.put(aspectNames.get(a), nats.get(a));
    }
    return Collections.unmodifiableMap(aspects);
  }
}
