package org.conceptspaces.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.conceptspaces.taxonomy.NamedHierarchy;
import org.conceptspaces.taxonomy.RelatedPairs;
import org.conceptspaces.taxonomy.measure.Distortion;
import org.conceptspaces.taxonomy.ranking.ReconstructionMetrics;
import org.conceptspaces.taxonomy.ranking.TableRanking;
import org.conceptspaces.taxonomy.shape.GraphDistances;

/** How well points recover a hierarchy, as figures by name. */
final class EmbeddingFigures {

  /** Nodes whose distances to all others are compared with those in the graph. */
  private static final int SOURCES = 1000;

  private EmbeddingFigures() {}

  /** What is ranked. */
  enum Protocol {
    /** A node's ancestors among all other nodes. */
    closure,
    /** A node's parents and children among all other nodes. */
    neighbours;

    RelatedPairs pairs(NamedHierarchy hierarchy) {
      return this == closure
          ? hierarchy.ancestors()
          : RelatedPairs.neighbours(hierarchy.hierarchy());
    }
  }

  /**
   * Measures.
   *
   * @param points one for each node
   * @param hierarchy the nodes
   * @param protocol what to rank
   * @param threads how many threads work
   */
  static Map<String, Double> of(
      NodePoints points, NamedHierarchy hierarchy, Protocol protocol, int threads) {
    Map<String, Double> figures = new LinkedHashMap<>();
    RelatedPairs pairs = protocol.pairs(hierarchy);
    ReconstructionMetrics ranks = new TableRanking(points.table(), pairs, pairs).rank(threads);
    figures.put("map", ranks.meanAveragePrecision());
    figures.put("mean_rank", ranks.meanRank());
    Distortion distortion =
        Distortion.of(
            points.table(), new GraphDistances(hierarchy.hierarchy()), SOURCES, 1, threads);
    figures.put("average_distortion", distortion.average());
    figures.put("worst_distortion", distortion.worst());
    figures.put("distortion_sources", (double) distortion.sources());
    figures.put("depth_correlation", points.norms().depthCorrelation(hierarchy.hierarchy()));
    figures.put("edge_share", points.norms().edgeShare(points.limit()));
    figures.put("largest_norm", points.norms().largest());
    return figures;
  }

  /** Figures for people, a line each. */
  static List<String> lines(Map<String, Double> figures) {
    return figures.entrySet().stream()
        .map(
            figure ->
                String.format(
                    Locale.ROOT,
                    Math.abs(figure.getValue()) >= 1e5 ? "  %-20s %.3g" : "  %-20s %.4f",
                    figure.getKey().replace('_', ' '),
                    figure.getValue()))
        .toList();
  }
}
