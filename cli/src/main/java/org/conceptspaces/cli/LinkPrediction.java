package org.conceptspaces.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.conceptspaces.taxonomy.DataException;
import org.conceptspaces.taxonomy.NamedHierarchy;
import org.conceptspaces.taxonomy.ranking.ReconstructionMetrics;
import org.conceptspaces.taxonomy.ranking.TableRanking;
import org.conceptspaces.taxonomy.sampling.HoldOut;
import org.conceptspaces.taxonomy.sampling.LinkSplit;

/**
 * Pairs kept from training, and how well points tell them: the ancestor of each is ranked among all
 * nodes but those that the node is known to be related to (the filtered setting).
 *
 * @param holdOut which pairs
 * @param split the pairs
 */
record LinkPrediction(HoldOut holdOut, LinkSplit split) {

  static LinkPrediction of(NamedHierarchy hierarchy, HoldOut holdOut) {
    try {
      return new LinkPrediction(holdOut, LinkSplit.of(hierarchy, holdOut));
    } catch (DataException e) {
      throw new DataException(
          "--hold-out " + holdOut.share() + ": " + hierarchy.name() + ": " + e.getMessage(), e);
    }
  }

  /** The hierarchy with what training may know of its pairs. */
  NamedHierarchy known(NamedHierarchy hierarchy) {
    return hierarchy.withAncestors(split.training());
  }

  /** Figures by name. */
  Map<String, Double> figures(NodePoints points, int threads) {
    ReconstructionMetrics ranks =
        new TableRanking(points.table(), split.heldOut(), split.training()).rank(threads);
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("link_prediction_map", ranks.meanAveragePrecision());
    figures.put("link_prediction_mean_rank", ranks.meanRank());
    figures.put("held_out_pairs", (double) ranks.pairs());
    return figures;
  }

  /** As results have it. */
  static Map<String, Object> plain(HoldOut holdOut) {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("share", holdOut.share());
    plain.put("seed", holdOut.seed());
    return plain;
  }
}
