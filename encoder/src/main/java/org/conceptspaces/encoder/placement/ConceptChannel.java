package org.conceptspaces.encoder.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.conceptspaces.encoder.measure.PointBank;
import org.conceptspaces.placement.channel.Channel;
import org.conceptspaces.placement.channel.Neighbours;

/** Nearness by concepts: geodesic distances between the pooled points of texts. */
public final class ConceptChannel implements Channel {

  /** The channel's name. */
  public static final String NAME = "concepts";

  private final Function<List<String>, PointBank> encoder;
  private final PointBank nodes;

  /**
   * Prepares to compare.
   *
   * @param encoder gives texts' points, in the nodes' geometry
   * @param nodes the points of the taxonomy's texts; stays open as long as the channel is used
   */
  public ConceptChannel(Function<List<String>, PointBank> encoder, PointBank nodes) {
    this.encoder = encoder;
    this.nodes = nodes;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean isTrained() {
    return true;
  }

  @Override
  public List<Neighbours> nearest(List<String> texts, int[] excluded, int count) {
    List<Neighbours> found = new ArrayList<>(texts.size());
    try (PointBank points = encoder.apply(texts)) {
      points.distancesTo(
          nodes, (row, distances) -> found.add(NearestPoints.of(distances, excluded[row], count)));
    }
    return found;
  }
}
