package org.conceptspaces.integration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.conceptspaces.config.Config;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.encoder.experiment.Comparison;
import org.conceptspaces.encoder.experiment.Experiment;
import org.conceptspaces.encoder.experiment.RunResult;
import org.conceptspaces.encoder.measure.PointBank;
import org.conceptspaces.encoder.model.Checkpoint;
import org.conceptspaces.encoder.model.ModelDescription;
import org.conceptspaces.encoder.model.ModelDirectory;
import org.conceptspaces.encoder.model.TrainedModel;
import org.conceptspaces.encoder.network.ConceptModel;
import org.conceptspaces.encoder.train.StepReport;

/** Saves every model of a comparison, with what it made of some texts. */
final class SavedRuns implements Comparison.Listener {

  private static final List<String> TEXTS =
      List.of("a small dog with curly hair", "an animal of the sea", "something else entirely");

  private final NDManager manager;
  private final Plugins plugins;
  private final Path folder;
  private final Map<Path, double[][]> points = new LinkedHashMap<>();

  private SavedRuns(NDManager manager, Plugins plugins, Path folder) {
    this.manager = manager;
    this.plugins = plugins;
    this.folder = folder;
  }

  /** Makes all runs of a config; checks that each is found on disk as it was in memory. */
  static Comparison.Findings run(Config config, Plugins plugins, Path folder) {
    try (NDManager manager = manager()) {
      SavedRuns saved = new SavedRuns(manager, plugins, folder);
      Comparison comparison = Comparison.open(config, plugins, Map.of("test", "1"));
      Comparison.Findings findings = comparison.run(manager, 1, saved);
      assertEquals(config.seeds().size() * config.spaces().size(), findings.runs().size());
      assertEquals(findings.runs().size(), saved.points.size());
      saved.points.forEach(saved::check);
      return findings;
    }
  }

  private static NDManager manager() {
    String name = System.getProperty("concepts.device", "cpu");
    return NDManager.newBaseManager(
        name.equals("cpu") ? Device.cpu() : Device.gpu(Integer.parseInt(name.substring(4))));
  }

  @Override
  public synchronized Experiment.Listener begins(
      String label, ModelDescription description, int steps) {
    Path place = folder.resolve("model" + points.size());
    return new Experiment.Listener() {
      @Override
      public void stepped(StepReport report) {
        assertTrue(Double.isFinite(report.loss()), label);
      }

      @Override
      public void checkpoint(Checkpoint checkpoint) {
        ConceptModel model = checkpoint.model();
        ModelDirectory.save(place, description, model);
        int[][] tokens =
            TEXTS.stream()
                .map(t -> description.vocabulary().encode(t, description.shape().maximumTokens()))
                .toArray(int[][]::new);
        try (PointBank bank = PointBank.of(manager, model, tokens, concepts -> {})) {
          points.put(place, bank.coordinates());
        }
      }
    };
  }

  @Override
  public void ended(RunResult result) {
    result
        .outcome()
        .metrics()
        .forEach((name, x) -> assertTrue(Double.isFinite(x), result.label() + ": " + name));
  }

  private void check(Path place, double[][] before) {
    try (NDManager fresh = manager()) {
      TrainedModel model = ModelDirectory.load(place, plugins, fresh);
      try (PointBank bank = model.points(TEXTS)) {
        double[][] after = bank.coordinates();
        for (int i = 0; i < before.length; i++) {
          assertArrayEquals(before[i], after[i], model.description().space().space());
        }
      }
    }
  }
}
