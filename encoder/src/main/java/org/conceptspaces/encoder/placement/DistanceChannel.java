package org.conceptspaces.encoder.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.conceptspaces.encoder.measure.PointBank;
import org.conceptspaces.encoder.measure.StateBank;
import org.conceptspaces.encoder.measure.TextBank;
import org.conceptspaces.placement.channel.Channel;
import org.conceptspaces.placement.channel.Neighbours;

/**
 * Nearness by distance, of what an encoder makes of texts.
 *
 * @param <B> what it makes of them
 */
public final class DistanceChannel<B extends TextBank<B>> implements Channel {

  /** The name of {@link #concepts}. */
  public static final String CONCEPTS = "concepts";

  /** The name of {@link #states}. */
  public static final String STATES = "states";

  private final String name;
  private final boolean trained;
  private final Function<List<String>, B> encoder;
  private final B nodes;

  private DistanceChannel(
      String name, boolean trained, Function<List<String>, B> encoder, B nodes) {
    this.name = name;
    this.trained = trained;
    this.encoder = encoder;
    this.nodes = nodes;
  }

  /**
   * Nearness by concepts: geodesic distances between the pooled points of texts.
   *
   * @param encoder gives texts' points, in the nodes' geometry
   * @param nodes the points of the taxonomy's texts; stays open as long as the channel is used
   * @return a trained channel
   */
  public static DistanceChannel<PointBank> concepts(
      Function<List<String>, PointBank> encoder, PointBank nodes) {
    return new DistanceChannel<>(CONCEPTS, true, encoder, nodes);
  }

  /**
   * Nearness by a pretrained encoder alone: distances between the directions of the means of
   * tokens' states. What concepts add to it is theirs.
   *
   * @param encoder gives texts' means
   * @param nodes those of the taxonomy's texts; stays open as long as the channel is used
   * @return a channel that was not trained
   */
  public static DistanceChannel<StateBank> states(
      Function<List<String>, StateBank> encoder, StateBank nodes) {
    return new DistanceChannel<>(STATES, false, encoder, nodes);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean isTrained() {
    return trained;
  }

  @Override
  public List<Neighbours> nearest(List<String> texts, int[] excluded, int count) {
    List<Neighbours> found = new ArrayList<>(texts.size());
    try (B encoded = encoder.apply(texts)) {
      encoded.distancesTo(
          nodes, (row, distances) -> found.add(NearestPoints.of(distances, excluded[row], count)));
    }
    return found;
  }
}
