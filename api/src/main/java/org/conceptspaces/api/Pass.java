package org.conceptspaces.api;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;

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
}
