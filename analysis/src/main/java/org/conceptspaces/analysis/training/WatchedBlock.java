package org.conceptspaces.analysis.training;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A block that {@link LayerListener} sees wherever it is in a model: within a block that is not
 * sequential nothing else tells what a part takes and yields. It computes what its part computes.
 */
public final class WatchedBlock extends AbstractBlock {

  private final Block part;
  private @Nullable BiConsumer<NDList, NDList> watcher;

  /**
   * Wraps a part of a model.
   *
   * @param part the part
   */
  public WatchedBlock(Block part) {
    this.part = addChildBlock("watched", part);
  }

  /** What is wrapped. */
  Block part() {
    return part;
  }

  /** Has someone hear of inputs and outputs, or nobody. */
  void watch(@Nullable BiConsumer<NDList, NDList> by) {
    watcher = by;
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore parameters,
      NDList inputs,
      boolean training,
      @Nullable PairList<String, Object> more) {
    NDList outputs = part.forward(parameters, inputs, training, more);
    if (watcher != null) {
      watcher.accept(inputs, outputs);
    }
    return outputs;
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
    part.initialize(manager, type, inputs);
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputs) {
    return part.getOutputShapes(inputs);
  }
}
