package org.conceptspaces.analysis.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.ParallelBlock;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.EasyTrain;
import ai.djl.training.Trainer;
import ai.djl.training.dataset.ArrayDataset;
import ai.djl.training.listener.TrainingListener;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.conceptspaces.analysis.AnalysisOptions;
import org.conceptspaces.analysis.metric.Rows;
import org.conceptspaces.analysis.metric.UtilisedRank;
import org.conceptspaces.analysis.metric.Workers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Trainings of plain DJL, none of them ours. */
class LayerListenerTest {

  private static final int INPUTS = 128;
  private static final int WIDTH = 16;
  private static final AnalysisOptions OPTIONS = AnalysisOptions.usual(1, new Workers(1));

  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  private NDArray gaussian(int rows, int width, long seed) {
    double[] values = Rows.gaussian(rows, width, new Random(seed)).values();
    float[] narrow = new float[values.length];
    for (int i = 0; i < narrow.length; i++) {
      narrow[i] = (float) values[i];
    }
    return manager.create(narrow, new Shape(rows, width));
  }

  private static Linear linear(int units) {
    return Linear.builder().setUnits(units).build();
  }

  /** A perceptron whose third layer has two units: what comes after is a plane. */
  private static SequentialBlock bottleneck() {
    return new SequentialBlock()
        .add(linear(WIDTH))
        .add(Activation::tanh)
        .add(linear(2))
        .add(linear(WIDTH))
        .add(linear(1));
  }

  /** Fits sums of Gaussian inputs for two epochs; the weights at the end. */
  private List<float[]> train(Block block, List<TrainingListener> listeners) {
    Engine.getInstance().setRandomSeed(3);
    NDArray inputs = gaussian(INPUTS, WIDTH, 1);
    ArrayDataset data =
        new ArrayDataset.Builder()
            .setData(inputs)
            .optLabels(inputs.sum(new int[] {1}, true))
            .setSampling(32, false)
            .build();
    DefaultTrainingConfig config =
        new DefaultTrainingConfig(Loss.l2Loss())
            .optOptimizer(Optimizer.sgd().setLearningRateTracker(Tracker.fixed(0.01f)).build())
            .addTrainingListeners(listeners.toArray(TrainingListener[]::new));
    try (Model model = Model.newInstance("plain")) {
      model.setBlock(block);
      try (Trainer trainer = model.newTrainer(config)) {
        trainer.initialize(new Shape(32, WIDTH));
        EasyTrain.fit(trainer, 2, data, null);
      } catch (java.io.IOException | ai.djl.translate.TranslateException e) {
        throw new AssertionError(e);
      }
      List<float[]> weights = new ArrayList<>();
      block.getParameters().values().forEach(p -> weights.add(p.getArray().toFloatArray()));
      return weights;
    }
  }

  private List<EpochReport> watched(Block block, NDArray batch, String... names) {
    List<EpochReport> reports = new ArrayList<>();
    train(
        block, List.of(new LayerListener(new NDList(batch), Set.of(names), OPTIONS, reports::add)));
    return reports;
  }

  private static LayerReport layer(EpochReport report, String name) {
    return Objects.requireNonNull(report.layers().get(name), name);
  }

  private static double metric(LayerReport layer, String name) {
    return Objects.requireNonNull(layer.analysis()).measurements().get(name).orElseThrow();
  }

  @Test
  void aLayerThatCollapsesShows() {
    List<EpochReport> reports = watched(bottleneck(), gaussian(256, WIDTH, 2));
    assertEquals(List.of(1, 2), reports.stream().map(EpochReport::epoch).toList());
    EpochReport last = reports.get(1);
    assertEquals(
        List.of("01Linear", "02LambdaBlock", "03Linear", "04Linear", "05Linear", "output"),
        List.copyOf(last.layers().keySet()));
    LayerReport wide = layer(last, "01Linear");
    LayerReport after = layer(last, "04Linear");
    assertTrue(metric(wide, "effective_rank") > 10, "Gaussian inputs fill the first layer");
    assertTrue(metric(after, "effective_rank_centred") <= 2 + 1e-9, "a plane");
    assertTrue(
        Objects.requireNonNull(after.analysis()).verdicts().stream()
            .anyMatch(v -> v.metric().equals("effective_rank") && !v.met()),
        "the alarm");
    UtilisedRank used = Objects.requireNonNull(after.utilised());
    assertEquals(2, used.inputs());
    assertTrue(used.outputs() <= 3, "a plane and an offset");
    assertEquals(1, used.utilisation(), "a layer of two inputs has no more rank");
    assertTrue(Objects.requireNonNull(wide.utilised()).utilisation() > 0.6);
    assertNull(layer(last, "02LambdaBlock").utilised(), "no weight, no rank");
    assertTrue(last.utilisation().orElseThrow() > 0.8);
  }

  /** Units that are copies of two others use two of sixteen ranks. */
  @Test
  void utilisedRankFallsWithTheInputs() {
    NDArray two = gaussian(256, 2, 2);
    NDArray copies = two.repeat(1, WIDTH / 2);
    LayerReport first = layer(watched(bottleneck(), copies, "01Linear").get(0), "01Linear");
    assertEquals(2.0 / WIDTH, Objects.requireNonNull(first.utilised()).utilisation());
  }

  @Test
  void watchingChangesNoBit() {
    List<float[]> alone = train(bottleneck(), List.of());
    List<EpochReport> reports = new ArrayList<>();
    NDList batch = new NDList(gaussian(64, WIDTH, 2));
    List<float[]> watched =
        train(bottleneck(), List.of(new LayerListener(batch, Set.of(), OPTIONS, reports::add)));
    assertEquals(2, reports.size());
    assertEquals(alone.size(), watched.size());
    for (int i = 0; i < alone.size(); i++) {
      assertArrayEquals(alone.get(i), watched.get(i));
    }
  }

  /** Within a block that is not sequential, what is wrapped is seen. */
  @Test
  void watchedPartsOfOtherBlocksAreSeen() {
    Block block =
        new SequentialBlock()
            .add(
                new ParallelBlock(
                    outputs -> new NDList(outputs.get(0).head().add(outputs.get(1).head())),
                    List.of(new WatchedBlock(linear(WIDTH)), linear(WIDTH))))
            .add(linear(1));
    EpochReport report = watched(block, gaussian(64, WIDTH, 2)).get(1);
    assertEquals(
        List.of("01ParallelBlock/01WatchedBlock", "01ParallelBlock", "02Linear", "output"),
        List.copyOf(report.layers().keySet()));
    assertNotNull(layer(report, "01ParallelBlock/01WatchedBlock").utilised());
  }

  @Test
  void whatCannotBeMeasuredEndsNoTraining() {
    NDArray broken = gaussian(64, WIDTH, 2).mul(manager.create(Float.NaN));
    List<EpochReport> reports = watched(bottleneck(), broken, "01Linear");
    LayerReport first = layer(reports.get(1), "01Linear");
    assertNull(first.analysis());
    String problem = String.valueOf(first.problem());
    assertTrue(problem.startsWith("01Linear: coordinate 1 of vector 1 is NaN"), problem);
    assertFalse(reports.get(1).utilisation().isPresent());
  }

  @Test
  void aNameThatIsNoLayersIsRefused() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> watched(bottleneck(), gaussian(8, WIDTH, 2), "6Linear"));
    assertTrue(
        String.valueOf(refused.getMessage())
            .startsWith("6Linear: no such layer; known are 01Linear"),
        refused.getMessage());
  }
}
