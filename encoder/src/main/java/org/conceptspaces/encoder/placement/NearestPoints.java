package org.conceptspaces.encoder.placement;

import java.util.Arrays;
import org.conceptspaces.placement.channel.Neighbours;

/** Neighbours by distance. */
final class NearestPoints {

  /** How many of the nearest tell what distance is usual. */
  private static final int USUAL = 20;

  /**
   * What distances are multiplied by, in units of the usual one. Votes weigh by squares, so they
   * weigh as in {@link org.conceptspaces.taxonomy.ranking.VoteKernel#EXPONENTIAL_DISTANCE}.
   */
  private static final double SHARPNESS = 2;

  private NearestPoints() {}

  /**
   * The nearest nodes.
   *
   * @param distances to all nodes; infinite to those that are no neighbours
   * @param excluded a node to leave out, or −1
   * @param count how many
   */
  static Neighbours of(double[] distances, int excluded, int count) {
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
