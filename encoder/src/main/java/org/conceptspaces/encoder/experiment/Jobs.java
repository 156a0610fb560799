package org.conceptspaces.encoder.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** Runs independent tasks, a few at a time. */
final class Jobs {

  private Jobs() {}

  /**
   * Runs all tasks. After a failure no further task is begun; those under way end first, since
   * native code cannot be interrupted.
   *
   * @param tasks the tasks
   * @param atATime at least 1
   * @return the results, in the order of the tasks
   * @throws CancellationException if a task was stopped, and none failed
   */
  static <T> List<T> run(List<Callable<T>> tasks, int atATime) {
    ExecutorService pool = Executors.newFixedThreadPool(atATime);
    AtomicBoolean failed = new AtomicBoolean();
    try {
      List<Future<T>> futures = new ArrayList<>();
      for (Callable<T> task : tasks) {
        futures.add(pool.submit(() -> unlessFailed(task, failed)));
      }
      return results(futures);
    } finally {
      pool.shutdown();
    }
  }

  private static <T> T unlessFailed(Callable<T> task, AtomicBoolean failed) throws Exception {
    if (failed.get()) {
      throw new CancellationException("not begun, since another run failed or was stopped");
    }
    try {
      return task.call();
    } catch (Exception | Error e) {
      failed.set(true);
      throw e;
    }
  }

  private static <T> List<T> results(List<Future<T>> futures) {
    List<T> results = new ArrayList<>();
    RuntimeException failure = null;
    CancellationException cancelled = null;
    for (Future<T> future : futures) {
      try {
        results.add(future.get());
      } catch (ExecutionException e) {
        // What failed first was submitted first, or else the tasks before it were not begun.
        if (e.getCause() instanceof CancellationException stopped) {
          cancelled = stopped;
        } else if (failure == null) {
          failure =
              e.getCause() instanceof RuntimeException known
                  ? known
                  : new IllegalStateException(e.getCause());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
    }
    if (failure != null) {
      throw failure;
    }
    if (cancelled != null) {
      throw cancelled;
    }
    return results;
  }
}
