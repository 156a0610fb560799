package org.conceptspaces.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleSupplier;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.SpaceConfig;
import org.conceptspaces.api.pairs.PairGradients;
import org.conceptspaces.api.pairs.PairKernel;
import org.conceptspaces.config.PluginJars;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.encoder.network.Parameters;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.RelatedPairs;
import org.conceptspaces.taxonomy.embedding.Energy;
import org.conceptspaces.taxonomy.embedding.NodeEngine;
import org.conceptspaces.taxonomy.embedding.Objective;
import org.conceptspaces.taxonomy.embedding.PairEngine;
import org.conceptspaces.taxonomy.embedding.Schedule;
import org.conceptspaces.taxonomy.embedding.Start;
import org.conceptspaces.taxonomy.embedding.TensorEngine;
import org.conceptspaces.taxonomy.embedding.TensorOptions;
import org.conceptspaces.taxonomy.ranking.TableRanking;
import org.conceptspaces.taxonomy.ranking.TensorTable;
import org.conceptspaces.taxonomy.source.Sources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nodes train and rank in every geometry installed, in one that nobody here ships, and where a
 * curvature is learned beside.
 */
class EveryGeometryEmbedsTest {

  private static final int DIMENSION = 4;
  private static final Hierarchy DOGS = Sources.open("wordnet:dog.n.01").hierarchy();
  private static final RelatedPairs PAIRS = RelatedPairs.ancestors(DOGS.closure());
  private static final Device DEVICE =
      Device.fromName(System.getProperty("concepts.device", "cpu"));

  /** A sphere is small: its distances have to be told apart sharply. */
  private static final Objective OBJECTIVE = new Objective(Energy.DISTANCE, 5, 10, 0, 20);

  @TempDir private Path folder;

  @Test
  void whateverItIs() throws IOException {
    Path jars = folder.resolve("plugins");
    Files.createDirectories(jars);
    ExampleJar.build(
        Path.of("..", "examples", "custom-space"), jars.resolve("custom-space.jar"), folder);
    try (PluginJars directory =
        PluginJars.open(jars, EveryGeometryEmbedsTest.class.getClassLoader())) {
      Plugins plugins = Plugins.load(directory.loader());
      Set<String> trained = new TreeSet<>();
      Set<String> onArrays = new TreeSet<>();
      for (String name : plugins.names()) {
        if (plugins.isGeometry(name)) {
          Map<String, Object> space = SmallConfigs.space(plugins, name);
          train(plugins, space, Set.of());
          trained.add(name);
          if (trainOnArrays(plugins, space)) {
            onArrays.add(name);
          }
          if (plugins.options(name).stream().anyMatch(o -> o.name().equals("learnCurvature"))) {
            Map<String, Object> learned = new LinkedHashMap<>(space);
            learned.put("learnCurvature", true);
            train(plugins, learned, Set.of("geometry.logCurvature"));
          }
        }
      }
      assertTrue(
          trained.containsAll(Set.of("euclidean", "poincare", "sphere")), trained.toString());
      assertEquals(Set.of("euclidean", "lorentz", "poincare", "product"), onArrays);
    }
  }

  /** Where the geometry offers gradients of pairs. */
  private static boolean trainOnArrays(Plugins plugins, Map<String, Object> space) {
    Geometry geometry = plugins.create(config(plugins, space), new Parameters());
    if (PairGradients.of(geometry).isEmpty()) {
      return false;
    }
    PairKernel kernel = PairGradients.of(geometry).orElseThrow().pairs(DIMENSION);
    double[][] start = Start.RANDOM.tangents(DOGS, DIMENSION, 1);
    try (PairEngine engine = new PairEngine(kernel, PAIRS, OBJECTIVE, start, 1, 1)) {
      improve(engine, 0.4, () -> precision(kernel, engine), space + " on plain arrays");
    }
    return true;
  }

  private static SpaceConfig config(Plugins plugins, Map<String, Object> space) {
    space.put("dimension", DIMENSION);
    Map<String, String> data = Map.of("source", "wordnet:dog.n.01");
    return SmallConfigs.of(plugins, data, List.of(1), List.of(space)).spaces().get(0);
  }

  private static void train(Plugins plugins, Map<String, Object> space, Set<String> learned) {
    SpaceConfig config = config(plugins, space);
    for (double tangents : new double[] {0, 0.4, 1}) {
      String what = space + " with a share of tangents of " + tangents;
      try (TensorEngine engine =
          new TensorEngine(
              scope -> plugins.create(config, scope),
              PAIRS,
              OBJECTIVE,
              Start.RANDOM.tangents(DOGS, DIMENSION, 1),
              1,
              new TensorOptions(DEVICE, 32))) {
        improve(engine, tangents, () -> precision(engine), what);
        Map<String, double[]> state = new LinkedHashMap<>(engine.state());
        state.remove(tangents == 1 ? "tangents" : "points");
        assertEquals(learned, state.keySet(), what);
        state.forEach((name, values) -> assertTrue(Math.abs(values[0]) > 1e-4, what));
      }
    }
  }

  private static void improve(
      NodeEngine engine, double tangents, DoubleSupplier precision, String what) {
    Schedule schedule = new Schedule(25, 0.05, 0.1, tangents);
    double before = precision.getAsDouble();
    double first = engine.epoch(0, schedule.step(0));
    double last = first;
    for (int epoch = 1; epoch < schedule.epochs(); epoch++) {
      last = engine.epoch(epoch, schedule.step(epoch));
    }
    double after = precision.getAsDouble();
    assertTrue(last < 0.8 * first, what + ": loss " + first + " to " + last);
    assertTrue(after > 2 * before, what + ": MAP " + before + " to " + after);
  }

  private static double precision(PairKernel kernel, NodeEngine engine) {
    double[] coordinates = engine.coordinates();
    double[] points = new double[DOGS.size() * kernel.width()];
    for (int node = 0; node < DOGS.size(); node++) {
      kernel.place(coordinates, node * kernel.coordinates(), points, node * kernel.width());
    }
    return new TableRanking(kernel.table(points), PAIRS, PAIRS).rank(1).meanAveragePrecision();
  }

  private static double precision(TensorEngine engine) {
    try (TensorTable table =
        new TensorTable(engine.geometry(), engine.coordinates(), DOGS.size(), DEVICE)) {
      return new TableRanking(table, PAIRS, PAIRS).rank(1).meanAveragePrecision();
    }
  }
}
