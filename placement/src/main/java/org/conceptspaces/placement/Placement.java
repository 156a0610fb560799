package org.conceptspaces.placement;

import java.util.List;
import org.conceptspaces.placement.channel.Query;

/**
 * Where a text belongs.
 *
 * @param query the text, and which nodes are near to it
 * @param places candidates for its parent, the likeliest first; empty if nothing in the text says
 *     anything to the taxonomy
 * @param typicality how many of the taxonomy's own texts are at least as strange to it, from above
 *     0 to 1
 */
public record Placement(Query query, List<Place> places, double typicality) {

  /** A text as strange as the strangest of a hundred of the taxonomy's own belongs nowhere. */
  public static final double LEAST_TYPICALITY = 0.01;

  /** Copies the list. */
  public Placement {
    places = List.copyOf(places);
  }

  /**
   * Whether the text is like the taxonomy's own, so that it should have a place at all. That takes
   * a placer fitted to a hundred texts: fewer do not tell the strangest of a hundred, and all texts
   * with a candidate belong.
   *
   * @return false if it is stranger than 99% of these
   */
  public boolean belongs() {
    return !places.isEmpty() && typicality > LEAST_TYPICALITY;
  }
}
