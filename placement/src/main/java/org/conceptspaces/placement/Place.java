package org.conceptspaces.placement;

import java.util.Map;

/**
 * A node that may be a text's parent.
 *
 * @param node its index in the taxonomy
 * @param probability that it is, from 0 to 1
 * @param aspects what speaks for it rather than for the average candidate, in nats by aspect; the
 *     sum over aspects tells candidates of one text apart
 */
public record Place(int node, double probability, Map<String, Double> aspects) {

  /** Copies the map. */
  public Place {
    aspects = Map.copyOf(aspects);
  }
}
