package org.conceptspaces.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.conceptspaces.taxonomy.NamedHierarchy;
import org.conceptspaces.taxonomy.RelatedPairs;
import org.conceptspaces.taxonomy.measure.Distortion;
import org.conceptspaces.taxonomy.ranking.ReconstructionMetrics;
import org.conceptspaces.taxonomy.ranking.TableRanking;
import org.conceptspaces.taxonomy.shape.GraphDistances;
import org.jspecify.annotations.Nullable;

/** How well points recover a hierarchy, as figures by name. */
final class EmbeddingFigures {

  /** Nodes whose distances to all others are compared with those in the graph. */
  private static final int SOURCES = 1000;

  /** Figures that are whole numbers. */
  private static final Set<String> COUNTS =
      Set.of(
          "distortion_sources", "tree_distortion_sources", "bits", "collapsed", "held_out_pairs");

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
   * @param pairs what to rank
   * @param threads how many threads work
   */
  static Map<String, Double> of(
      NodePoints points, NamedHierarchy hierarchy, RelatedPairs pairs, int threads) {
    Map<String, Double> figures = new LinkedHashMap<>();
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

  /** Figures as JSON has them: counts are whole, what is not finite is null. */
  static Map<String, @Nullable Object> plain(Map<String, Double> figures) {
    Map<String, @Nullable Object> plain = new LinkedHashMap<>();
    figures.forEach((name, value) -> plain.put(name, Double.isFinite(value) ? value : null));
    plain.replaceAll(
        (name, value) ->
            value instanceof Double count && COUNTS.contains(name)
                ? (Object) count.longValue()
                : value);
    return plain;
  }

  /** Figures as people read them, by name. */
  static Map<String, String> shown(Map<String, Double> figures) {
    Map<String, String> shown = new LinkedHashMap<>();
    figures.forEach(
        (name, value) -> {
          String format = COUNTS.contains(name) ? "%.0f" : Math.abs(value) >= 1e5 ? "%.3g" : "%.4f";
          shown.put(name, String.format(Locale.ROOT, format, value));
        });
    return shown;
  }

  /** Figures for people, a line each. */
  static List<String> lines(Map<String, Double> figures) {
    int width = Math.max(20, figures.keySet().stream().mapToInt(String::length).max().orElse(0));
    return shown(figures).entrySet().stream()
        .map(
            figure ->
                String.format(
                    "  %-" + width + "s %s", figure.getKey().replace('_', ' '), figure.getValue()))
        .toList();
  }
}
