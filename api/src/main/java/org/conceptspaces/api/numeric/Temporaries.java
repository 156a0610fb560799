package org.conceptspaces.api.numeric;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/**
 * Releases what a computation leaves behind. DJL keeps every intermediate array for as long as its
 * manager lives, which in a training step means till the end of the step, though autograd needs few
 * of them: a step can so take several times the memory that it would. Within a block of this class
 * arrays join a manager of its own, and what the gradient graph does not hold is freed with it:
 *
 * <pre>{@code
 * try (Temporaries temporaries = Temporaries.below(x.getManager())) {
 *   NDArray a = temporaries.use(x);
 *   return temporaries.keep(a.mul(a).add(a));
 * }
 * }</pre>
 */
public final class Temporaries implements AutoCloseable {

  private final NDManager outer;
  private final NDManager inner;

  private Temporaries(NDManager outer) {
    this.outer = outer;
    this.inner = outer.newSubManager();
  }

  /**
   * Begins a block.
   *
   * @param outer the manager that results join
   * @return the block
   */
  public static Temporaries below(NDManager outer) {
    return new Temporaries(outer);
  }

  /**
   * An operand. What is computed from it, as the first operand, is released with the block.
   *
   * @param x any array
   * @return the same storage and the same place in the gradient graph, of any shape {@code x} has
   */
  public NDArray use(NDArray x) {
    NDArray view = x.reshape(x.getShape());
    view.attach(inner);
    return view;
  }

  /**
   * Lets a result outlive the block.
   *
   * @param result an array computed within
   * @return the result
   */
  public NDArray keep(NDArray result) {
    result.attach(outer);
    return result;
  }

  @Override
  public void close() {
    inner.close();
  }
}
