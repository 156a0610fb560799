package org.conceptspaces.encoder.train;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.conceptspaces.encoder.Animals;
import org.conceptspaces.encoder.Small;
import org.conceptspaces.encoder.Spaces;
import org.conceptspaces.encoder.network.ConceptModel;

/** Short trainings. */
final class Runs {

  private Runs() {}

  /** What a training left: every parameter by its path, and the loss of each step. */
  record Trained(Map<String, double[]> parameters, List<Double> losses) {}

  static Trained train(Spaces spaces, int steps, long seed) {
    return train(spaces, Small.training(steps), seed);
  }

  static Trained train(Spaces spaces, TrainingOptions options, long seed) {
    try (NDManager manager = Small.manager()) {
      ConceptModel model = spaces.model(manager);
      List<Double> losses = new ArrayList<>();
      new Trainer(Animals.corpus(), options, seed)
          .train(manager, model, report -> losses.add(report.loss()));
      return new Trained(Small.values(model), losses);
    }
  }
}
