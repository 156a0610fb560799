package org.conceptspaces.encoder.placement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.conceptspaces.encoder.measure.ConceptBank;
import org.conceptspaces.encoder.measure.PointBank;
import org.conceptspaces.placement.channel.Channel;
import org.conceptspaces.placement.channel.Neighbours;

/**
 * Nearness by late interaction: of the nodes whose pooled points are near, those whose concepts are
 * near to a text's, each to each.
 */
public final class ConceptSetChannel implements Channel {

  /** The channel's name. */
  public static final String NAME = "concept-sets";

  /** How many nodes near by their pooled points are looked at for each that is wanted. */
  private static final int LOOKED_AT = 2;

  private final DistanceChannel<PointBank> pooled;
  private final Function<List<String>, ConceptBank> encoder;
  private final ConceptBank nodes;
  private final int size;

  /**
   * Prepares to compare.
   *
   * @param pooled finds nodes to look at
   * @param encoder gives texts' concepts
   * @param nodes those of the taxonomy's texts; stays open as long as the channel is used
   * @param size how many nodes there are
   */
  public ConceptSetChannel(
      DistanceChannel<PointBank> pooled,
      Function<List<String>, ConceptBank> encoder,
      ConceptBank nodes,
      int size) {
    this.pooled = pooled;
    this.encoder = encoder;
    this.nodes = nodes;
    this.size = size;
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
    List<Neighbours> near = pooled.nearest(texts, excluded, LOOKED_AT * count);
    List<Neighbours> found = new ArrayList<>(texts.size());
    try (ConceptBank concepts = encoder.apply(texts)) {
      for (int text = 0; text < texts.size(); text++) {
        found.add(nearest(concepts, text, near.get(text).nodes(), count));
      }
    }
    return found;
  }

  private Neighbours nearest(ConceptBank concepts, int text, int[] near, int count) {
    if (near.length == 0) {
      return Neighbours.NONE;
    }
    double[] some = concepts.distances(text, nodes, near);
    double[] all = new double[size];
    Arrays.fill(all, Double.POSITIVE_INFINITY);
    for (int i = 0; i < near.length; i++) {
      all[near[i]] = some[i];
    }
    return NearestPoints.of(all, -1, count);
  }
}
