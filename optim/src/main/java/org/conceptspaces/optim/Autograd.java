package org.conceptspaces.optim;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.training.GradientCollector;
import org.jspecify.annotations.Nullable;

/**
 * One gradient collector for all trainings of this process. DJL allows a single one to be open at a
 * time, though nothing in the engine below needs that: graphs of different threads are independent.
 */
public final class Autograd implements AutoCloseable {

  private static int users;
  private static @Nullable GradientCollector shared;

  private final GradientCollector collector;

  private Autograd(GradientCollector collector) {
    this.collector = collector;
  }

  /**
   * Opens the collector, or joins those who have it open.
   *
   * @return for the calling thread alone, whose operations are recorded until it is closed
   */
  public static Autograd open() {
    synchronized (Autograd.class) {
      GradientCollector collector = shared;
      if (collector == null) {
        collector = Engine.getInstance().newGradientCollector();
        shared = collector;
      } else {
        recordOnThisThread();
      }
      users++;
      return new Autograd(collector);
    }
  }

  /**
   * The engine records by thread, and a collector's constructor is the one way to ask for it. It
   * does so before it finds that another collector is open.
   */
  private static void recordOnThisThread() {
    try {
      Engine.getInstance().newGradientCollector();
    } catch (IllegalStateException anotherIsOpen) {
      // As expected; this thread records now.
      return;
    }
    throw new IllegalStateException("the engine has opened a second gradient collector");
  }

  /**
   * Adds the gradient of a scalar to those of the parameters it was computed from.
   *
   * @param loss a scalar
   */
  public void backward(NDArray loss) {
    collector.backward(loss);
  }

  @Override
  public void close() {
    synchronized (Autograd.class) {
      users--;
      if (users == 0) {
        collector.close();
        shared = null;
      }
    }
  }
}
