package org.conceptspaces.placement.channel;

import java.util.List;
import org.conceptspaces.placement.text.Wording;

/**
 * A text to place, with what channels say of it.
 *
 * @param text the text
 * @param wording its names and words
 * @param node the node whose text it is, which counts as absent from the taxonomy; −1 if none
 * @param neighbours of each channel, in the order of the channels
 */
public record Query(String text, Wording wording, int node, List<Neighbours> neighbours) {

  /** A node that is none. */
  public static final int NO_NODE = -1;

  /** Copies the list. */
  public Query {
    neighbours = List.copyOf(neighbours);
  }
}
