package org.conceptspaces.analysis.training;

import static org.conceptspaces.analysis.training.PlainTraining.WIDTH;
import static org.conceptspaces.analysis.training.PlainTraining.gaussian;
import static org.conceptspaces.analysis.training.PlainTraining.linear;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever a model is, the pass that is watched yields what the model yields. */
class LayersTest {

  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  /** A sequence that adds what it was given. */
  private static final class Residual extends SequentialBlock {
    @Override
    protected NDList forwardInternal(
        ParameterStore parameters,
        NDList inputs,
        boolean training,
        @Nullable PairList<String, Object> more) {
      NDList sequence = super.forwardInternal(parameters, inputs, training, more);
      return new NDList(sequence.head().add(inputs.head()));
    }
  }

  private List<String> paths(Block model) {
    NDList batch = new NDList(gaussian(manager, 8, WIDTH, 1));
    model.initialize(manager, DataType.FLOAT32, new Shape(8, WIDTH));
    NDList own = model.forward(new ParameterStore(manager, false), batch, false);
    Map<String, Layers.Seen> seen = Layers.of(model, batch, manager);
    NDList watched = Objects.requireNonNull(seen.get("output")).outputs();
    assertEquals(own.size(), watched.size());
    for (int i = 0; i < own.size(); i++) {
      NDArray expected = own.get(i);
      assertEquals(expected.getShape(), watched.get(i).getShape());
      assertArrayEquals(expected.toFloatArray(), watched.get(i).toFloatArray());
    }
    return List.copyOf(seen.keySet());
  }

  @Test
  void sequencesWithinSequencesAreWalked() {
    assertEquals(
        List.of("01SequentialBlock/01Linear", "01SequentialBlock", "02Linear", "output"),
        paths(
            new SequentialBlock()
                .add(new SequentialBlock().add(linear(WIDTH)))
                .add(linear(WIDTH))));
  }

  @Test
  void aSubclassOfASequenceRunsItself() {
    assertEquals(
        List.of("01Residual/01WatchedBlock", "01Residual", "02Linear", "output"),
        paths(
            new SequentialBlock()
                .add(new Residual().add(new WatchedBlock(linear(WIDTH))).add(linear(WIDTH)))
                .add(linear(WIDTH))));
  }

  @Test
  void aSequenceThatYieldsIntermediateResultsRunsItself() {
    assertEquals(
        List.of("output"),
        paths(new SequentialBlock().add(linear(WIDTH)).add(linear(4)).setReturnIntermediate(true)));
  }

  @Test
  void aWatchedModelIsTheOutput() {
    assertEquals(List.of("output"), paths(new WatchedBlock(linear(4))));
  }
}
