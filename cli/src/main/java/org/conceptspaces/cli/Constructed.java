package org.conceptspaces.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.conceptspaces.poincare.construction.Distortion;
import org.conceptspaces.poincare.construction.Graph;
import org.conceptspaces.poincare.construction.HyperbolicScaling;
import org.conceptspaces.poincare.construction.PreciseCoordinates;
import org.conceptspaces.poincare.construction.Sarkar;
import org.conceptspaces.taxonomy.Hierarchy;

/**
 * What a construction yields. Figures are of all digits, not of the doubles that are left of them.
 *
 * @param points coordinates as doubles, node by node
 * @param figures by name
 * @param remarks what to know of the points, in a sentence each
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, and never written to
record Constructed(double[] points, Map<String, Double> figures, List<String> remarks) {

  /** Nodes whose distances to all others are compared with those in the graph. */
  private static final int SOURCES = 1000;

  /** Sarkar's construction, by a spanning tree where the graph is none. */
  static Constructed bySarkar(
      EmbeddingConfig config, Hierarchy hierarchy, Graph graph, int seed, int threads) {
    long start = System.nanoTime();
    Sarkar sarkar = checked(config, () -> Sarkar.of(graph, config.sarkar(hierarchy)));
    PreciseCoordinates precise = sarkar.coordinates();
    double[] points = precise.toDoubles();
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("seconds", (System.nanoTime() - start) / 1e9);
    figures.put("map", sarkar.meanAveragePrecision(graph, threads));
    put(figures, "", sarkar.distortion(graph, SOURCES, seed, threads));
    List<String> remarks = new ArrayList<>();
    // a joint's edges are none of the hierarchy's
    int nodes = graph.size();
    Graph tree = sarkar.tree().graph();
    int kept = tree.edges() - (tree.size() > nodes ? tree.degree(nodes) : 0);
    if (kept < graph.edges()) {
      figures.put("tree_map", sarkar.meanAveragePrecision(tree, threads));
      put(figures, "tree_", sarkar.distortion(tree, SOURCES, seed, threads));
      remarks.add(
          "%d of %d edges are not in the spanning tree that was placed (tree_map is of those that are)"
              .formatted(graph.edges() - kept, graph.edges()));
    }
    int collapsed = precise.collapsed(points);
    figures.put("tau", sarkar.tau());
    figures.put("bits", (double) sarkar.bits());
    figures.put("collapsed", (double) collapsed);
    remarks.add(
        "Exact coordinates take %d bits each; as doubles, which are saved, %d of %d points fall onto others"
            .formatted(sarkar.bits(), collapsed, nodes));
    return new Constructed(points, figures, remarks);
  }

  /** Hyperbolic multidimensional scaling. */
  static Constructed byScaling(EmbeddingConfig config, Graph graph, int seed, int threads) {
    long start = System.nanoTime();
    HyperbolicScaling scaling =
        checked(
            config,
            () ->
                HyperbolicScaling.of(
                    graph,
                    config.dimension(),
                    ConstructionOptions.scale(config.values()),
                    threads));
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("seconds", (System.nanoTime() - start) / 1e9);
    figures.put("map", scaling.meanAveragePrecision(graph, threads));
    put(figures, "", scaling.distortion(graph, SOURCES, seed, threads));
    figures.put("tau", scaling.tau());
    double[] points = scaling.coordinates();
    int width = config.dimension();
    long distinct =
        IntStream.range(0, graph.size())
            .mapToObj(i -> Arrays.toString(Arrays.copyOfRange(points, i * width, (i + 1) * width)))
            .distinct()
            .count();
    figures.put("collapsed", (double) (graph.size() - distinct));
    return new Constructed(
        points,
        figures,
        List.of(
            String.format(
                Locale.ROOT,
                "%d of %d eigenvalues are positive; %d of %d points fall onto others",
                scaling.positiveEigenvalues(),
                width,
                graph.size() - distinct,
                graph.size())));
  }

  private static void put(Map<String, Double> figures, String prefix, Distortion distortion) {
    figures.put(prefix + "average_distortion", distortion.average());
    figures.put(prefix + "worst_distortion", distortion.worst());
    figures.put(prefix + "distortion_sources", (double) distortion.sources());
  }

  /** What a construction refuses, the user has asked for. */
  static <T> T checked(EmbeddingConfig config, Supplier<T> construction) {
    try {
      return construction.get();
    } catch (IllegalArgumentException e) {
      throw new UserException("--method " + config.method() + ": " + e.getMessage());
    }
  }
}
