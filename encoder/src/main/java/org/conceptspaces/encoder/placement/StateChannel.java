package org.conceptspaces.encoder.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.conceptspaces.encoder.measure.StateBank;
import org.conceptspaces.placement.channel.Channel;
import org.conceptspaces.placement.channel.Neighbours;

/**
 * Nearness by a pretrained encoder alone: distances between the directions of the means of tokens'
 * states. What concepts add to it is theirs.
 */
public final class StateChannel implements Channel {

  /** The channel's name. */
  public static final String NAME = "states";

  private final Function<List<String>, StateBank> encoder;
  private final StateBank nodes;

  /**
   * Prepares to compare.
   *
   * @param encoder gives texts' means
   * @param nodes those of the taxonomy's texts; stays open as long as the channel is used
   */
  public StateChannel(Function<List<String>, StateBank> encoder, StateBank nodes) {
    this.encoder = encoder;
    this.nodes = nodes;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Neighbours> nearest(List<String> texts, int[] excluded, int count) {
    List<Neighbours> found = new ArrayList<>(texts.size());
    try (StateBank states = encoder.apply(texts)) {
      states.distancesTo(
          nodes, (row, distances) -> found.add(NearestPoints.of(distances, excluded[row], count)));
    }
    return found;
  }
}
