package org.conceptspaces.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.conceptspaces.config.Config;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.encoder.experiment.Comparison;
import org.conceptspaces.encoder.experiment.Metrics;
import org.conceptspaces.encoder.experiment.RunResult;
import org.conceptspaces.encoder.network.ConceptModel;
import org.conceptspaces.encoder.network.EncoderShape;
import org.conceptspaces.encoder.train.TrainingOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every space installed is found, trained a few steps, saved, loaded, and encodes the same. */
class EverySpaceTest {

  private static final Plugins PLUGINS = Plugins.load(EverySpaceTest.class.getClassLoader());

  @TempDir private Path folder;

  static Stream<String> names() {
    return PLUGINS.names().stream();
  }

  @Test
  void thoseThatShipAreFoundByName() {
    assertTrue(
        PLUGINS
            .names()
            .containsAll(
                Set.of(
                    "adaptive",
                    "euclidean",
                    "lorentz",
                    "matryoshka",
                    "multiscale",
                    "poincare",
                    "product")),
        PLUGINS.names().toString());
  }

  @ParameterizedTest
  @MethodSource("names")
  void trainsOnFilesOfOnesOwnAndIsKept(String name) throws IOException {
    List<Map<String, Object>> spaces = List.of(SmallConfigs.space(PLUGINS, name));
    Config config = SmallConfigs.of(PLUGINS, files(), List.of(1), spaces);
    Comparison.Findings findings = SavedRuns.run(config, PLUGINS, folder);
    assertEquals(name, findings.runs().get(0).space().space());
    assertEquals(15, findings.nodes());
    Set<String> had = findings.runs().get(0).values().keySet();
    assertTrue(foretold(config).containsAll(had), had + " beyond " + foretold(config));
    assertEquals(Set.of(1), findings.baselines().keySet());
  }

  /** What gates may ask for. */
  private static Set<String> foretold(Config config) {
    EncoderShape shape = EncoderShape.of(config.section("encoder"));
    ConceptModel model = new ConceptModel(shape, 9, config.spaces().get(0), PLUGINS);
    return Metrics.measured(model.space(), TrainingOptions.of(config.section("training")), true);
  }

  @Test
  void allTogetherAreOfOneSize() {
    List<Map<String, Object>> spaces =
        names().map(name -> SmallConfigs.space(PLUGINS, name)).toList();
    Map<String, String> data = Map.of("source", "wordnet:dog.n.01");
    Config config = SmallConfigs.of(PLUGINS, data, List.of(1, 2), spaces);
    List<RunResult> runs = SavedRuns.run(config, PLUGINS, folder).runs();
    long least = runs.stream().mapToLong(r -> r.outcome().parameters()).min().orElseThrow();
    long most = runs.stream().mapToLong(r -> r.outcome().parameters()).max().orElseThrow();
    assertTrue(most - least <= 0.02 * most, least + " to " + most + " parameters");
  }

  private Map<String, String> files() throws IOException {
    StringBuilder edges = new StringBuilder();
    StringBuilder texts = new StringBuilder("root\tthe root of all things\n");
    for (String kind : List.of("red", "blue")) {
      edges.append(kind).append("\troot\n");
      texts.append(kind).append("\ta thing that is ").append(kind).append('\n');
      for (String form : List.of("round", "square", "long", "flat", "small", "large")) {
        String id = kind + "-" + form;
        edges.append(id).append('\t').append(kind).append('\n');
        texts.append(id).append("\ta ").append(kind).append(" thing that is ").append(form);
        texts.append('\n');
      }
    }
    return Map.of(
        "edges", Files.writeString(folder.resolve("edges.tsv"), edges).toString(),
        "texts", Files.writeString(folder.resolve("texts.tsv"), texts).toString());
  }
}
