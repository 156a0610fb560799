package org.conceptspaces.testkit;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.conceptspaces.api.numeric.Casts;

/** Gradients of functions of arrays, by the engine's autograd. */
final class Gradients {

  private Gradients() {}

  /** Copies that gradients are asked for. */
  static List<NDArray> leaves(List<NDArray> operands) {
    List<NDArray> leaves = new ArrayList<>();
    for (NDArray operand : operands) {
      NDArray leaf = operand.duplicate();
      leaf.setRequiresGradient(true);
      leaves.add(leaf);
    }
    return leaves;
  }

  /** The gradients of {@code Σ cotangent · function(operands)}. */
  static List<NDArray> of(
      Function<List<NDArray>, NDArray> function, List<NDArray> operands, NDArray cotangent) {
    List<NDArray> leaves = leaves(operands);
    try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      collector.backward(weighted(function.apply(leaves), cotangent));
    }
    return read(leaves);
  }

  static NDArray weighted(NDArray result, NDArray cotangent) {
    return result.mul(cotangent).sum();
  }

  /** What a backward run left, 0 where it did not come by. */
  static List<NDArray> read(List<NDArray> leaves) {
    List<NDArray> gradients = new ArrayList<>();
    for (NDArray leaf : leaves) {
      // The engine's stand-in for "none" is float32, whatever the leaf is.
      gradients.add(Casts.to(leaf.getGradient().stopGradient(), leaf.getDataType()));
    }
    return gradients;
  }
}
