package org.conceptspaces.testkit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import org.conceptspaces.api.Pass;

/**
 * The simplest pass: everything lives in one manager, which whoever made the pass closes.
 *
 * @param manager the manager of the pass, on the device of the parameters
 * @param training whether gradients are wanted; collect them with the engine's {@code
 *     newGradientCollector()}
 */
public record StandalonePass(NDManager manager, boolean training) implements Pass {

  @Override
  public NDArray value(Parameter parameter) {
    NDArray stored = parameter.getArray();
    // A reshape to its own shape is a view that can be attached elsewhere, graph and all.
    NDArray value = training ? stored.reshape(stored.getShape()) : stored.stopGradient();
    value.attach(manager);
    return value;
  }
}
