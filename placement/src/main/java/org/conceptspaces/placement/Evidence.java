package org.conceptspaces.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.conceptspaces.placement.channel.Channel;
import org.conceptspaces.placement.channel.Neighbours;
import org.conceptspaces.placement.channel.WordChannel;
import org.conceptspaces.taxonomy.Hierarchy;

/**
 * Why a text may belong below a node.
 *
 * @param nearest the nodes there that channels find near, the nearest of each channel first: the
 *     candidate itself or its children
 * @param words that the text shares with these nodes' texts, those that count most first, with
 *     their share of what all count
 */
public record Evidence(List<Support> nearest, Map<String, Double> words) {

  private static final int MOST_SUPPORTS = 3;

  /**
   * A node near to the text.
   *
   * @param node its index
   * @param channel which channel finds it near
   * @param rank its place among that channel's neighbours, from 1
   */
  public record Support(int node, String channel, int rank) {}

  /**
   * Collects what speaks for a place.
   *
   * @param placer the placer
   * @param placement where the text may belong
   * @param place one of its places
   * @return the evidence
   */
  public static Evidence of(Placer placer, Placement placement, Place place) {
    Hierarchy hierarchy = placer.taxonomy().hierarchy();
    List<Support> supports = new ArrayList<>();
    Map<String, Double> words = Map.of();
    for (int c = 0; c < placer.channels().size(); c++) {
      Channel channel = placer.channels().get(c);
      Neighbours neighbours = placement.query().neighbours().get(c);
      List<Support> own = new ArrayList<>();
      for (int i = 0; i < neighbours.size() && own.size() < MOST_SUPPORTS; i++) {
        int node = neighbours.nodes()[i];
        if (isBelow(hierarchy, node, place.node())) {
          own.add(new Support(node, channel.name(), i + 1));
        }
      }
      supports.addAll(own);
      if (channel instanceof WordChannel spoken && words.isEmpty()) {
        words =
            spoken.shared(placement.query().wording(), own.stream().map(Support::node).toList());
      }
    }
    supports.sort(Comparator.comparingInt(Support::rank));
    return new Evidence(List.copyOf(supports), words);
  }

  private static boolean isBelow(Hierarchy hierarchy, int node, int candidate) {
    boolean below = node == candidate;
    for (int p = 0; p < hierarchy.parentCount(node); p++) {
      below |= hierarchy.parent(node, p) == candidate;
    }
    return below;
  }
}
