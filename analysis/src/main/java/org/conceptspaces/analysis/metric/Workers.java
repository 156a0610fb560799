package org.conceptspaces.analysis.metric;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Threads that share pieces of work. A piece writes where no other does, so that results depend
 * neither on their number nor on their order.
 *
 * @param threads how many, above 0
 */
public record Workers(int threads) {

  /** Checks the number. */
  public Workers {
    if (threads < 1) {
      throw new IllegalArgumentException("threads " + threads + ": wants 1 or more");
    }
  }

  /**
   * Does all pieces and returns when they are done.
   *
   * @param pieces how many there are
   * @param piece does one, given its number from 0
   */
  public void each(int pieces, IntConsumer piece) {
    int used = Math.min(threads, pieces);
    if (used <= 1) {
      IntStream.range(0, pieces).forEach(piece);
      return;
    }
    AtomicInteger next = new AtomicInteger();
    AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    Runnable work =
        () -> {
          for (int i = next.getAndIncrement(); i < pieces; i = next.getAndIncrement()) {
            piece.accept(i);
          }
        };
    Thread[] others = new Thread[used - 1];
    for (int i = 0; i < others.length; i++) {
      others[i] = new Thread(work, "analysis-" + (i + 1));
      others[i].setDaemon(true);
      others[i].setUncaughtExceptionHandler((thread, e) -> failure.compareAndSet(null, e));
      others[i].start();
    }
    try {
      work.run();
    } finally {
      join(others);
    }
    Throwable failed = failure.get();
    if (failed instanceof RuntimeException e) {
      throw e;
    }
    if (failed instanceof Error e) {
      throw e;
    }
  }

  private static void join(Thread[] threads) {
    boolean interrupted = false;
    for (Thread thread : threads) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          interrupted = true; // pieces are short; their arrays must not change after we return
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
