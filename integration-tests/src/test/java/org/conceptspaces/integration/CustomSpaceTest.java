package org.conceptspaces.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.conceptspaces.config.Config;
import org.conceptspaces.config.PluginJars;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.encoder.experiment.Comparison;
import org.conceptspaces.encoder.experiment.RunResult;
import org.conceptspaces.encoder.model.ModelDirectory;
import org.conceptspaces.encoder.model.ModelException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A geometry that nobody here ships, dropped in as a jar, without a change to ours. */
class CustomSpaceTest {

  private static final Path EXAMPLE = Path.of("..", "examples", "custom-space");
  private static final ClassLoader OURS = CustomSpaceTest.class.getClassLoader();

  @TempDir private Path folder;

  @Test
  void isTrainedBesideTheOthers() throws IOException {
    Path jars = Files.createDirectories(folder.resolve("plugins"));
    ExampleJar.build(EXAMPLE, jars.resolve("custom-space.jar"), folder);
    Plugins without = Plugins.load(OURS);
    assertFalse(without.names().contains("sphere"));

    try (PluginJars directory = PluginJars.open(jars, OURS)) {
      Plugins plugins = Plugins.load(directory.loader());
      TreeSet<String> wanted = new TreeSet<>(without.names());
      wanted.add("sphere");
      assertEquals(wanted, plugins.names());

      List<Map<String, Object>> spaces =
          wanted.stream().map(name -> SmallConfigs.space(plugins, name)).toList();
      Map<String, String> data = Map.of("source", "wordnet:dog.n.01");
      Config config = SmallConfigs.of(plugins, data, List.of(3), spaces);
      Comparison.Findings findings = SavedRuns.run(config, plugins, folder);

      assertEquals(
          wanted,
          findings.runs().stream()
              .map(run -> run.space().space())
              .collect(Collectors.toCollection(TreeSet::new)));
      for (RunResult run : findings.runs()) {
        double mrr = run.outcome().metrics().getOrDefault("parent_mrr", Double.NaN);
        assertTrue(mrr > 0 && mrr <= 1, run.label() + ": " + mrr);
      }
      refusesWithoutTheJar(without, findings);
    }
  }

  /** Who lacks the jar hears which space is missing. */
  private void refusesWithoutTheJar(Plugins without, Comparison.Findings findings) {
    List<String> order = findings.runs().stream().map(run -> run.space().space()).toList();
    Path model = folder.resolve("model" + order.indexOf("sphere"));
    try (NDManager manager = NDManager.newBaseManager()) {
      ModelException e =
          assertThrows(ModelException.class, () -> ModelDirectory.load(model, without, manager));
      assertTrue(String.valueOf(e.getMessage()).contains("sphere"), e.getMessage());
    }
  }
}
