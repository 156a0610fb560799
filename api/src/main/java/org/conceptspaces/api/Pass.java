package org.conceptspaces.api;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import java.util.random.RandomGenerator;

/** One run of a model over one batch: a training step or an inference call. */
public interface Pass {

  /**
   * The manager that owns everything computed in this pass, on the pass's device. It is closed when
   * the pass, its backward part included, is over.
   *
   * @return the manager
   */
  NDManager manager();

  /**
   * Whether gradients are wanted.
   *
   * @return true in a training step
   */
  boolean training();

  /**
   * The value of a parameter in this pass: its array, attached to {@link #manager()} and, in
   * training, to the gradient graph. Always use this as the first operand, never the parameter's
   * own array: a result joins the manager of its first operand, and would outlive the pass.
   *
   * @param parameter a parameter that was declared through a {@link Scope}
   * @return its value, in its own shape and type
   */
  NDArray value(Parameter parameter);

  /**
   * The random numbers of a training step, for what training does at random: which slots it drops,
   * say. They follow from the model's seed and the step alone, so that a training repeats; draw
   * them here on the host, never from the engine, whose state is not saved. What is drawn is known
   * without waiting for the device.
   *
   * @return the one generator of this pass, which goes on from draw to draw
   * @throws IllegalStateException in inference, which does nothing at random
   */
  default RandomGenerator random() {
    throw new IllegalStateException(
        "only a training step has random numbers; ask training() before you draw");
  }
}
