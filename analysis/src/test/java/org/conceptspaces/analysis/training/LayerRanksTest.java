package org.conceptspaces.analysis.training;

import static org.conceptspaces.analysis.training.PlainTraining.WIDTH;
import static org.conceptspaces.analysis.training.PlainTraining.gaussian;
import static org.conceptspaces.analysis.training.PlainTraining.linear;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.core.Linear;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.conceptspaces.analysis.AnalysisOptions;
import org.conceptspaces.analysis.metric.UtilisedRank;
import org.conceptspaces.analysis.metric.Workers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How much of a layer's rank is used, by the inputs that it is given. */
class LayerRanksTest {

  private static final AnalysisOptions OPTIONS = AnalysisOptions.usual(1, new Workers(1));

  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  /** Of a linear layer with the weights of a seed and a bias of one's own. */
  private static UtilisedRank used(NDArray batch, float bias, double energy) {
    List<EpochReport> reports = new ArrayList<>();
    LayerListener listener =
        new LayerListener(new NDList(batch), Set.of("output"), OPTIONS, energy, reports::add);
    Linear layer = linear(WIDTH);
    PlainTraining.with(
        layer,
        List.of(),
        trainer -> {
          float[] values = new float[WIDTH];
          Arrays.fill(values, bias);
          layer.getParameters().get("bias").getArray().set(values);
          listener.onEpoch(trainer);
        });
    LayerReport report = Objects.requireNonNull(reports.get(0).layers().get("output"));
    return report.utilised().orElseThrow();
  }

  /** A bias holds nearly all energy around 0, and none around the mean. */
  @Test
  void neitherBiasNorOffsetCountsAsRank() {
    NDArray batch = gaussian(manager, 256, WIDTH, 2);
    UtilisedRank plain = used(batch, 0, UtilisedRank.ENERGY);
    assertTrue(plain.utilisation() > 0.7, plain.toString());
    assertEquals(plain, used(batch, 100, UtilisedRank.ENERGY));
    NDArray moved = batch.add(manager.create(100f));
    assertEquals(plain, used(moved, 0, UtilisedRank.ENERGY));
  }

  /** Units that are copies of two others use two of sixteen ranks, with an offset too. */
  @Test
  void fallsWithTheInputs() {
    NDArray copies = gaussian(manager, 256, 2, 2).repeat(1, WIDTH / 2);
    UtilisedRank expected = new UtilisedRank(2, 2, WIDTH);
    assertEquals(expected, used(copies, 0, UtilisedRank.ENERGY));
    assertEquals(expected, used(copies.add(manager.create(7f)), 3, UtilisedRank.ENERGY));
  }

  @Test
  void keepsTheShareThatIsAskedFor() {
    NDArray batch = gaussian(manager, 256, WIDTH, 2);
    int last = 0;
    for (double energy : new double[] {0.3, 0.6, 0.99}) {
      int inputs = used(batch, 0, energy).inputs();
      assertTrue(inputs > last, inputs + " directions hold " + energy);
      last = inputs;
    }
    assertEquals(WIDTH, used(batch, 0, 1).inputs());
    assertThrows(IllegalArgumentException.class, () -> used(batch, 0, 99));
  }
}
