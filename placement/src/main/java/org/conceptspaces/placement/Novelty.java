package org.conceptspaces.placement;

import java.util.List;
import org.conceptspaces.placement.channel.Neighbours;
import org.conceptspaces.placement.channel.Query;

/**
 * How strange a text is to a taxonomy, held against texts that belong to it. For each channel, the
 * share of these whose nearest node is no nearer than the text's; over channels, Fisher's sum of
 * logarithms; and that again held against the sums of the texts that belong ("conformal": Vovk,
 * Gammerman and Shafer, "Algorithmic Learning in a Random World", 2005).
 *
 * @param nearness by channel the nearness of the nearest node of texts that belong, ascending
 * @param sums Fisher's sums of the same texts, ascending
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Novelty(double[][] nearness, double[] sums) {

  /**
   * Learns what is usual.
   *
   * @param belonging queries of nodes, without themselves
   * @return what is usual
   */
  static Novelty of(List<Query> belonging) {
    int channels = belonging.get(0).neighbours().size();
    double[][] nearness = new double[channels][];
    for (int channel = 0; channel < channels; channel++) {
      int which = channel;
      nearness[channel] =
          belonging.stream()
              .mapToDouble(query -> query.neighbours().get(which).nearness())
              .sorted()
              .toArray();
    }
    double[] sums =
        belonging.stream()
            .mapToDouble(query -> sum(nearness, query.neighbours()))
            .sorted()
            .toArray();
    return new Novelty(nearness, sums);
  }

  /**
   * How many texts of the taxonomy are at least as strange to it.
   *
   * @param neighbours of the text, in each channel
   * @return a share, above 0, at most 1; small for texts that belong nowhere here
   */
  public double typicality(List<Neighbours> neighbours) {
    return share(sums, sum(nearness, neighbours));
  }

  private static double sum(double[][] nearness, List<Neighbours> neighbours) {
    double sum = 0;
    for (int channel = 0; channel < nearness.length; channel++) {
      sum += Math.log(share(nearness[channel], neighbours.get(channel).nearness()));
    }
    return sum;
  }

  /** The share of values that are at most as large; the value itself counts as one of them. */
  private static double share(double[] ascending, double value) {
    int from = 0;
    int to = ascending.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (ascending[middle] <= value) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return (from + 1.0) / (ascending.length + 1.0);
  }

  /**
   * How many texts were learned from.
   *
   * @return one at least
   */
  public int count() {
    return sums.length;
  }
}
