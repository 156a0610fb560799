package org.conceptspaces.poincare.construction;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Several threads that take numbers in turn, each with a worker of its own. */
final class Workers {

  private Workers() {}

  /**
   * Hands each number from 0 on to one of the workers.
   *
   * @param threads how many workers, one at least
   * @param count how many numbers
   * @param worker makes a worker
   */
  static void run(int threads, int count, Supplier<IntConsumer> worker) {
    if (threads < 1) {
      throw new IllegalArgumentException(threads + " threads; it takes one at least");
    }
    AtomicInteger next = new AtomicInteger();
    Runnable work =
        () -> {
          IntConsumer mine = worker.get();
          for (int number = next.getAndIncrement();
              number < count;
              number = next.getAndIncrement()) {
            mine.accept(number);
          }
        };
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      IntStream.range(0, threads).mapToObj(i -> pool.submit(work)).toList().forEach(t -> t.join());
    } finally {
      pool.shutdown();
    }
  }
}
