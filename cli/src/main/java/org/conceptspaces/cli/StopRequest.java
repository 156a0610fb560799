package org.conceptspaces.cli;

import java.io.PrintWriter;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Notices that the process is to end, by Ctrl-C for instance, and holds that up until the work has
 * come to a good place to stop.
 */
final class StopRequest implements AutoCloseable {

  private static final int LONGEST_SECONDS = 120;

  private final PrintWriter err;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread hook;
  private volatile boolean wanted;

  StopRequest(PrintWriter err) {
    this.err = err;
    hook =
        new Thread(
            () -> {
              wanted = true;
              if (ProgressMeter.onTerminal()) {
                err.println(); // a bar has no line's end
              }
              err.println("concepts: stopping after this step");
              await();
            });
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void await() {
    try {
      if (!stopped.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether to stop. */
  boolean wanted() {
    return wanted;
  }

  /**
   * Works, and tells of a stop at once: the process ends as soon as this is closed.
   *
   * @param work what to do; throws {@link CancellationException} where it was stopped
   * @param left tidies up after a stop, and says what is left
   * @return what the work yields
   */
  <T> T telling(Supplier<T> work, Function<CancellationException, String> left) {
    try {
      return work.get();
    } catch (CancellationException e) {
      err.println("concepts: " + left.apply(e));
      throw e;
    } catch (RuntimeException e) {
      if (wanted) {
        // Once this is closed the process may end before anyone else tells of it.
        err.println("concepts: not stopped well: " + Failures.firstLine(e));
      }
      throw e;
    }
  }

  /** The work has ended. */
  @Override
  public void close() {
    stopped.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending already.
    }
  }
}
