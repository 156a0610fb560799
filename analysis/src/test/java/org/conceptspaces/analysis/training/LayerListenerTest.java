package org.conceptspaces.analysis.training;

import static org.conceptspaces.analysis.training.PlainTraining.WIDTH;
import static org.conceptspaces.analysis.training.PlainTraining.gaussian;
import static org.conceptspaces.analysis.training.PlainTraining.linear;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.ParallelBlock;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.Dropout;
import ai.djl.training.Trainer;
import ai.djl.training.listener.TrainingListener;
import ai.djl.training.listener.TrainingListenerAdapter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.conceptspaces.analysis.AnalysisOptions;
import org.conceptspaces.analysis.metric.UtilisedRank;
import org.conceptspaces.analysis.metric.Workers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What plain trainings of DJL report of their layers. */
class LayerListenerTest {

  private static final AnalysisOptions OPTIONS = AnalysisOptions.usual(1, new Workers(1));

  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
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

  private List<EpochReport> watched(Block block, NDArray batch, String... names) {
    List<EpochReport> reports = new ArrayList<>();
    PlainTraining.fit(
        block, List.of(new LayerListener(new NDList(batch), Set.of(names), OPTIONS, reports::add)));
    return reports;
  }

  private static LayerReport layer(EpochReport report, String name) {
    return Objects.requireNonNull(report.layers().get(name), name);
  }

  private static double metric(LayerReport layer, String name) {
    return layer.analysis().orElseThrow().measurements().get(name).orElseThrow();
  }

  @Test
  void aLayerThatCollapsesShows() {
    List<EpochReport> reports = watched(bottleneck(), gaussian(manager, 256, WIDTH, 2));
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
        after.verdicts().stream().anyMatch(v -> v.metric().equals("effective_rank") && !v.met()),
        "the alarm");
    UtilisedRank used = after.utilised().orElseThrow();
    assertEquals(2, used.inputs());
    assertEquals(2, used.outputs(), "a plane; its offset counts for nothing");
    assertEquals(1, used.utilisation(), "a layer of two inputs has no more rank");
    assertTrue(wide.utilised().orElseThrow().utilisation() > 0.6);
    assertEquals(Optional.empty(), layer(last, "02LambdaBlock").utilised(), "no weight, no rank");
    assertTrue(last.utilisation().orElseThrow() > 0.8);
  }

  /** One of dropout and running statistics: a pass as for training would draw and gather. */
  private static SequentialBlock withState() {
    return new SequentialBlock()
        .add(linear(WIDTH))
        .add(BatchNorm.builder().build())
        .add(Activation::relu)
        .add(Dropout.builder().optRate(0.5f).build())
        .add(linear(1));
  }

  @Test
  void watchingChangesNoBit() {
    Map<String, float[]> alone = PlainTraining.fit(withState(), List.of());
    List<EpochReport> reports = new ArrayList<>();
    NDList batch = new NDList(gaussian(manager, 64, WIDTH, 2));
    Map<String, float[]> watched =
        PlainTraining.fit(
            withState(), List.of(new LayerListener(batch, Set.of(), OPTIONS, reports::add)));
    assertEquals(2, reports.size());
    assertEquals(List.copyOf(alone.keySet()), List.copyOf(watched.keySet()));
    assertTrue(alone.keySet().stream().anyMatch(name -> name.endsWith("runningMean")));
    alone.forEach((name, values) -> assertArrayEquals(values, watched.get(name), name));
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
    EpochReport report = watched(block, gaussian(manager, 64, WIDTH, 2)).get(1);
    assertEquals(
        List.of("01ParallelBlock/01WatchedBlock", "01ParallelBlock", "02Linear", "output"),
        List.copyOf(report.layers().keySet()));
    assertTrue(layer(report, "01ParallelBlock/01WatchedBlock").utilised().isPresent());
  }

  @Test
  void whatCannotBeMeasuredEndsNoTraining() {
    NDArray broken = gaussian(manager, 64, WIDTH, 2).mul(manager.create(Float.NaN));
    List<EpochReport> reports = watched(bottleneck(), broken, "01Linear");
    LayerReport first = layer(reports.get(1), "01Linear");
    assertEquals(Optional.empty(), first.analysis());
    assertEquals(List.of(), first.verdicts());
    String problem = first.problem().orElseThrow();
    assertTrue(problem.startsWith("01Linear: coordinate 1 of vector 1 is NaN"), problem);
    assertFalse(reports.get(1).utilisation().isPresent());
  }

  @Test
  void namesAreReportedInTheOrderOfThePass() {
    EpochReport report =
        watched(bottleneck(), gaussian(manager, 64, WIDTH, 2), "output", "05Linear", "01Linear")
            .get(0);
    assertEquals(List.of("01Linear", "05Linear", "output"), List.copyOf(report.layers().keySet()));
  }

  @Test
  void aNameThatIsNoLayersIsRefusedAtTheFirstBatch() {
    AtomicInteger batches = new AtomicInteger();
    TrainingListener counter =
        new TrainingListenerAdapter() {
          @Override
          public void onTrainingBatch(Trainer trainer, BatchData data) {
            batches.incrementAndGet();
          }
        };
    NDList batch = new NDList(gaussian(manager, 8, WIDTH, 2));
    Set<String> names = Set.of("6Linear", "01Linear", "3Linear");
    LayerListener listener = new LayerListener(batch, names, OPTIONS, report -> {});
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> PlainTraining.fit(bottleneck(), List.of(counter, listener)));
    assertEquals(
        "3Linear, 6Linear: no such layer; there are 01Linear, 02LambdaBlock, 03Linear, 04Linear,"
            + " 05Linear, output; wrap parts of other blocks into a WatchedBlock",
        refused.getMessage());
    assertEquals(1, batches.get());
  }
}
