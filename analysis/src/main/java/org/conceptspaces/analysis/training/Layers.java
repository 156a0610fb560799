package org.conceptspaces.analysis.training;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.Pair;
import java.util.LinkedHashMap;
import java.util.Map;

/** One pass through a model, as for inference, in which every layer is heard of. */
final class Layers {

  /** What a layer takes and yields. */
  record Seen(Block block, NDList inputs, NDList outputs) {}

  /** The name of the whole model. */
  private static final String OUTPUT = "output";

  private final ParameterStore parameters;
  private final Map<String, Seen> seen = new LinkedHashMap<>();

  private Layers(NDManager manager) {
    parameters = new ParameterStore(manager, false);
  }

  /**
   * Runs a model.
   *
   * @param manager takes what is computed
   * @return layers by path, in the order of the pass: the children of sequential blocks, and of all
   *     blocks those watched
   */
  static Map<String, Seen> of(Block model, NDList batch, NDManager manager) {
    Layers layers = new Layers(manager);
    layers.watch("", model, true);
    try {
      layers.run("", model, batch);
    } finally {
      layers.watch("", model, false);
    }
    return layers.seen;
  }

  /** Plain sequences are walked through here; all others run themselves. */
  private NDList run(String path, Block block, NDList inputs) {
    NDList outputs = inputs;
    if (isPlainSequence(block)) {
      for (Pair<String, Block> child : block.getChildren()) {
        outputs = run(below(path, child.getKey()), child.getValue(), outputs);
      }
    } else {
      outputs = block.forward(parameters, inputs, false);
    }
    if (!(block instanceof WatchedBlock)) {
      see(path, block, inputs, outputs);
    }
    return outputs;
  }

  /**
   * Whether a block does no more than run its children one after the other. A subclass may compute
   * anything, and with intermediate results on it yields them all.
   */
  private static boolean isPlainSequence(Block block) {
    return block.getClass() == SequentialBlock.class
        && !((SequentialBlock) block).isReturnIntermediate();
  }

  private void see(String path, Block block, NDList inputs, NDList outputs) {
    seen.put(path.isEmpty() ? OUTPUT : path, new Seen(block, inputs, outputs));
  }

  private void watch(String path, Block block, boolean on) {
    if (block instanceof WatchedBlock watched) {
      watched.watch(on ? (inputs, outputs) -> see(path, watched.part(), inputs, outputs) : null);
    }
    for (Pair<String, Block> child : block.getChildren()) {
      watch(below(path, child.getKey()), child.getValue(), on);
    }
  }

  private static String below(String path, String name) {
    return path.isEmpty() ? name : path + "/" + name;
  }
}
