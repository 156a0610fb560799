package org.conceptspaces.pretrained;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import java.util.Map;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.encoder.experiment.Experiment;
import org.conceptspaces.encoder.experiment.ExperimentSections;
import org.conceptspaces.encoder.experiment.TrainingJob;
import org.conceptspaces.encoder.measure.MetricCurve;
import org.conceptspaces.encoder.model.Checkpoint;
import org.conceptspaces.encoder.train.StepReport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Short trainings on states of MiniLM learn to place. */
class MiniLmTrainingTest {

  private static final Experiment.Listener SILENT =
      new Experiment.Listener() {
        @Override
        public void stepped(StepReport report) {}

        @Override
        public void checkpoint(Checkpoint checkpoint) {}
      };

  @ParameterizedTest
  @CsvSource({"pretrained, parent_mrr, 0.05", "hybrid, reconstruction_map, 0.2"})
  void learnsToPlaceDogs(String tokens, String metric, double margin) {
    String yaml =
        """
        data: {source: wordnet:dog.n.01, heldOut: 0.2}
        encoder: {tokens: %s, tokenDimension: 8, hidden: 32, layers: 1, heads: 2, feedForward: 32}
        training: {steps: 80, pairs: 24, maskedTokens: 0, measurements: 1}
        spaces: [{space: poincare, concepts: 4, dimension: 8, curvature: 0.05}]
        """
            .formatted(tokens);
    Plugins plugins = Plugins.load(MiniLmTrainingTest.class.getClassLoader());
    TrainingJob job =
        TrainingJob.open(ExperimentSections.reader(plugins).read(yaml, "test"), plugins, Map.of());
    try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
      MetricCurve measured = job.run(manager, null, SILENT).runs().get(0).outcome().measured();
      double start = of(measured, 0, metric);
      double end = of(measured, measured.points().size() - 1, metric);
      assertTrue(end > start + margin, "from " + start + " to " + end);
    }
  }

  private static double of(MetricCurve measured, int point, String metric) {
    return measured.points().get(point).metrics().getOrDefault(metric, Double.NaN);
  }
}
