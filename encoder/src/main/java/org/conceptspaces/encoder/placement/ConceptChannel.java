package org.conceptspaces.encoder.placement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.conceptspaces.encoder.measure.PointBank;
import org.conceptspaces.placement.channel.Channel;
import org.conceptspaces.placement.channel.Neighbours;

/** Nearness by concepts: geodesic distances between the pooled points of texts. */
public final class ConceptChannel implements Channel {

  /** The channel's name. */
  public static final String NAME = "concepts";

  /** How many of the nearest tell what distance is usual. */
  private static final int USUAL = 20;

  /**
   * What distances are multiplied by, in units of the usual one. Votes weigh by squares, so they
   * weigh as in {@link org.conceptspaces.taxonomy.ranking.VoteKernel#EXPONENTIAL_DISTANCE}.
   */
  private static final double SHARPNESS = 2;

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
  public List<Neighbours> nearest(List<String> texts, int[] excluded, int count) {
    List<Neighbours> found = new ArrayList<>(texts.size());
    try (PointBank points = encoder.apply(texts)) {
      points.distancesTo(
          nodes, (row, distances) -> found.add(neighbours(distances, excluded[row], count)));
    }
    return found;
  }

  /**
   * The nearest nodes.
   *
   * @param distances to all nodes
   * @param excluded a node to leave out, or −1
   * @param count how many
   */
  static Neighbours neighbours(double[] distances, int excluded, int count) {
    double[] closeness = Arrays.stream(distances).map(distance -> 1 / (1 + distance)).toArray();
    Neighbours nearest = Neighbours.largest(closeness, excluded, count);
    if (nearest.size() == 0) {
      return nearest;
    }
    double[] near = Arrays.stream(nearest.nodes()).mapToDouble(node -> distances[node]).toArray();
    double usual = near[Math.min(USUAL, near.length) / 2];
    double[] similarities =
        Arrays.stream(near)
            .map(distance -> usual == 0 ? 1 : Math.exp(-SHARPNESS * distance / usual))
            .toArray();
    return new Neighbours(nearest.nodes(), similarities, -near[0]);
  }
}
