package org.conceptspaces.analysis.training;

import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.EasyTrain;
import ai.djl.training.Trainer;
import ai.djl.training.dataset.ArrayDataset;
import ai.djl.training.listener.TrainingListener;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.conceptspaces.analysis.metric.Rows;

/** Trainings of plain DJL, none of them ours. */
final class PlainTraining {

  static final int WIDTH = 16;
  private static final int INPUTS = 128;
  private static final int BATCH = 32;

  private PlainTraining() {}

  static NDArray gaussian(NDManager manager, int rows, int width, long seed) {
    double[] values = Rows.gaussian(rows, width, new Random(seed)).values();
    float[] narrow = new float[values.length];
    for (int i = 0; i < narrow.length; i++) {
      narrow[i] = (float) values[i];
    }
    return manager.create(narrow, new Shape(rows, width));
  }

  static Linear linear(int units) {
    return Linear.builder().setUnits(units).build();
  }

  /**
   * Fits sums of Gaussian inputs, shuffled, for two epochs.
   *
   * @return all parameters at the end, by name
   */
  static Map<String, float[]> fit(Block block, List<TrainingListener> listeners) {
    Map<String, float[]> parameters = new LinkedHashMap<>();
    with(
        block,
        listeners,
        trainer -> {
          NDArray inputs = gaussian(trainer.getManager(), INPUTS, WIDTH, 1);
          ArrayDataset data =
              new ArrayDataset.Builder()
                  .setData(inputs)
                  .optLabels(inputs.sum(new int[] {1}, true))
                  .setSampling(BATCH, true)
                  .build();
          try {
            EasyTrain.fit(trainer, 2, data, null);
          } catch (java.io.IOException | ai.djl.translate.TranslateException e) {
            throw new AssertionError(e);
          }
          block
              .getParameters()
              .forEach(p -> parameters.put(p.getKey(), p.getValue().getArray().toFloatArray()));
        });
    return parameters;
  }

  /** Does something with a block that is about to be trained. */
  static void with(Block block, List<TrainingListener> listeners, Consumer<Trainer> job) {
    Engine.getInstance().setRandomSeed(3);
    DefaultTrainingConfig config =
        new DefaultTrainingConfig(Loss.l2Loss())
            .optOptimizer(Optimizer.sgd().setLearningRateTracker(Tracker.fixed(0.01f)).build())
            .addTrainingListeners(listeners.toArray(TrainingListener[]::new));
    try (Model model = Model.newInstance("plain")) {
      model.setBlock(block);
      try (Trainer trainer = model.newTrainer(config)) {
        trainer.initialize(new Shape(BATCH, WIDTH));
        job.accept(trainer);
      }
    }
  }
}
