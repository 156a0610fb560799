package org.conceptspaces.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.encoder.experiment.TaxonomyMap;
import org.conceptspaces.encoder.network.Parameters;
import org.conceptspaces.poincare.construction.Graph;
import org.conceptspaces.poincare.construction.HyperbolicScaling;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.NamedHierarchy;
import org.conceptspaces.taxonomy.RelatedPairs;
import org.conceptspaces.taxonomy.shape.GraphDistances;

/**
 * Points by construction, and how well they keep the graph.
 *
 * @param plugins what is installed
 * @param config the method with its options
 * @param hierarchy the nodes
 * @param seed of the sample of nodes that distortion is measured from
 * @param threads how many work
 * @param device where the geometry computes, should it want tensors
 */
record ConstructionJob(
    Plugins plugins,
    EmbeddingConfig config,
    NamedHierarchy hierarchy,
    int seed,
    int threads,
    DeviceChoice device) {

  /** Refuses what the hierarchy does not allow. */
  void check() {
    if (config.method() == EmbeddingMethod.sarkar) {
      Constructed.checked(config, () -> config.sarkar(hierarchy.hierarchy()));
      return;
    }
    int parts = new GraphDistances(hierarchy.hierarchy()).parts().length;
    if (parts > 1) {
      throw new UserException(
          "--method hmds: takes a hierarchy in one part, and %s is in %d; use --method sarkar"
              .formatted(hierarchy.name(), parts));
    }
    if (hierarchy.hierarchy().size() > HyperbolicScaling.LARGEST) {
      throw new UserException(
          "--method hmds: takes %d nodes at most, and %s has %d; use --method sarkar"
              .formatted(
                  HyperbolicScaling.LARGEST, hierarchy.name(), hierarchy.hierarchy().size()));
    }
  }

  /** Constructs and measures. */
  EmbeddingOutcome run(Path folder, PrintWriter err) {
    err.printf(
        "%s: %d nodes, %d edges; by %s in dimension %d, into %s%n",
        hierarchy.name(),
        hierarchy.hierarchy().size(),
        hierarchy.hierarchy().edgeCount(),
        config.method(),
        config.dimension(),
        folder);
    Constructed found =
        config.method() == EmbeddingMethod.sarkar
            ? Constructed.bySarkar(config, hierarchy.hierarchy(), graph(), seed, threads)
            : Constructed.byScaling(config, graph(), seed, threads);
    try (NodePoints points =
        new NodePoints(
            plugins.create(config.space(), new Parameters()),
            config.dimension(),
            found.points(),
            device)) {
      Map<String, Double> figures = new LinkedHashMap<>(found.figures());
      figures.put("edge_share", points.norms().edgeShare(points.limit()));
      figures.put("largest_norm", points.norms().largest());
      Map<String, Object> how = new LinkedHashMap<>();
      how.put("protocol", EmbeddingFigures.Protocol.neighbours.name());
      how.put("threads", threads);
      long pairs = RelatedPairs.neighbours(hierarchy.hierarchy()).pairs();
      return new EmbeddingOutcome(
          hierarchy,
          config,
          seed,
          null,
          how,
          pairs,
          points,
          figures,
          Map.of(),
          found.remarks(),
          List.of(),
          TaxonomyMap.of(hierarchy, points.tangents(), points.curvature()));
    }
  }

  private Graph graph() {
    Hierarchy nodes = hierarchy.hierarchy();
    return Graph.of(
        IntStream.range(0, nodes.size()).mapToObj(nodes::parents).toArray(int[][]::new));
  }
}
