package org.conceptspaces.testkit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.conceptspaces.api.Pass;

/**
 * The simplest pass: everything lives in one manager, which whoever made the pass closes.
 *
 * @param manager the manager of the pass, on the device of the parameters
 * @param training whether gradients are wanted; collect them with the engine's {@code
 *     newGradientCollector()}
 * @param numbers the random numbers of a training step
 */
public record StandalonePass(NDManager manager, boolean training, RandomGenerator numbers)
    implements Pass {

  /** What a training step draws is the same in every pass. */
  private static final long SEED = 20_261;

  /**
   * A pass with random numbers of its own, those of any other.
   *
   * @param manager the manager of the pass, on the device of the parameters
   * @param training whether gradients are wanted
   */
  public StandalonePass(NDManager manager, boolean training) {
    this(manager, training, new SplittableRandom(SEED));
  }

  @Override
  public RandomGenerator random() {
    return training ? numbers : Pass.super.random();
  }

  @Override
  public NDArray value(Parameter parameter) {
    NDArray stored = parameter.getArray();
    // A reshape to its own shape is a view that can be attached elsewhere, graph and all.
    NDArray value = training ? stored.reshape(stored.getShape()) : stored.stopGradient();
    value.attach(manager);
    return value;
  }
}
