package org.conceptspaces.integration.comparison;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.conceptspaces.api.SpaceConfig;
import org.conceptspaces.api.pairs.PairGradients;
import org.conceptspaces.api.pairs.PairKernel;
import org.conceptspaces.api.pairs.PairTable;
import org.conceptspaces.config.ConfigReader;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.encoder.network.Parameters;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.RelatedPairs;
import org.conceptspaces.taxonomy.embedding.Energy;
import org.conceptspaces.taxonomy.embedding.NodeTraining;
import org.conceptspaces.taxonomy.embedding.Objective;
import org.conceptspaces.taxonomy.embedding.PairEngine;
import org.conceptspaces.taxonomy.embedding.Schedule;
import org.conceptspaces.taxonomy.embedding.Start;
import org.conceptspaces.taxonomy.measure.Distortion;
import org.conceptspaces.taxonomy.ranking.TableRanking;
import org.conceptspaces.taxonomy.shape.GraphDistances;
import org.conceptspaces.testkit.comparison.Cell;

/**
 * Points of nodes, trained in any geometry by the objective of Nickel and Kiela, from a random
 * start. Every geometry has its own sharpness and rate, those that did best of {@code sharpness =
 * ¼…16} and {@code rate = .03…3} on other seeds (11 to 13): the rest is the same for all.
 */
final class TrainedPoints {

  private static final Plugins PLUGINS = Plugins.load(TrainedPoints.class.getClassLoader());
  private static final int EPOCHS = 150;
  private static final int NEGATIVES = 64;
  private static final int TOGETHER = 32;
  private static final double BURN_IN = 0.3;

  /**
   * What a geometry is trained with.
   *
   * @param sharpness of the objective
   * @param rate of the steps
   */
  record Recipe(double sharpness, double rate) {}

  private TrainedPoints() {}

  /** The points of a cell, for pairs to be near each other. */
  static PairTable of(Cell cell, Hierarchy nodes, RelatedPairs pairs, Map<String, Recipe> recipes) {
    Recipe recipe = Objects.requireNonNull(recipes.get(cell.name()), cell::name);
    PairKernel kernel = kernel(cell.space(), cell.dimension());
    Objective objective =
        new Objective(Energy.DISTANCE, recipe.sharpness(), NEGATIVES, 0, TOGETHER);
    double[][] start = Start.RANDOM.tangents(nodes, cell.dimension(), cell.seed());
    try (PairEngine engine = new PairEngine(kernel, pairs, objective, start, cell.seed(), 1)) {
      NodeTraining.run(
          engine, new Schedule(EPOCHS, recipe.rate(), BURN_IN, 0), 0, (done, loss) -> {});
      double[] coordinates = engine.coordinates();
      double[] points = new double[nodes.size() * kernel.width()];
      for (int node = 0; node < nodes.size(); node++) {
        kernel.place(coordinates, node * kernel.coordinates(), points, node * kernel.width());
      }
      return kernel.table(points);
    }
  }

  /** How well related nodes are told from others by distance. */
  static double meanAveragePrecision(PairTable points, RelatedPairs pairs) {
    return new TableRanking(points, pairs, pairs).rank(1).meanAveragePrecision();
  }

  /** How far distances are from those in the graph, all pairs, the scale being free. */
  static double distortion(PairTable points, Hierarchy graph) {
    return Distortion.of(points, new GraphDistances(graph), graph.size(), 1, 1).average();
  }

  /** A geometry by its name, or by a config in flow style. */
  private static PairKernel kernel(String space, int dimension) {
    String config = space.startsWith("{") ? space : "{space: " + space + "}";
    String yaml = "spaces: [{dimension: " + dimension + ", " + config.substring(1) + "]";
    SpaceConfig options = new ConfigReader(PLUGINS, List.of()).read(yaml, "test").spaces().get(0);
    return PairGradients.of(PLUGINS.create(options, new Parameters()))
        .orElseThrow()
        .pairs(dimension);
  }
}
