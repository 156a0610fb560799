package org.conceptspaces.encoder.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobsTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void resultsComeInTheOrderOfTasks(int atATime) {
    List<Callable<Integer>> tasks = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      int result = i;
      tasks.add(() -> result);
    }
    List<Integer> results = Jobs.run(tasks, atATime);
    for (int i = 0; i < 20; i++) {
      assertEquals(i, results.get(i));
    }
    assertTrue(Jobs.run(List.of(), atATime).isEmpty());
  }

  /** The second waits for the first to have been overtaken. */
  @Test
  void aTaskThatEndsEarlierDoesNotOvertakeInTheResults() {
    CountDownLatch second = new CountDownLatch(1);
    Callable<String> slow =
        () -> {
          second.await();
          return "slow";
        };
    Callable<String> fast =
        () -> {
          second.countDown();
          return "fast";
        };
    assertEquals(List.of("slow", "fast"), Jobs.run(List.of(slow, fast), 2));
  }

  @Test
  void theFirstFailureIsTheOneToldAndNothingBeginsAfterIt() {
    AtomicInteger begun = new AtomicInteger();
    IllegalStateException first = new IllegalStateException("first");
    List<Callable<String>> tasks = new ArrayList<>();
    tasks.add(() -> "good");
    tasks.add(
        () -> {
          throw first;
        });
    for (int i = 0; i < 5; i++) {
      tasks.add(
          () -> {
            begun.incrementAndGet();
            throw new IllegalStateException("later");
          });
    }
    assertSame(first, assertThrows(IllegalStateException.class, () -> Jobs.run(tasks, 1)));
    assertEquals(0, begun.get());
  }

  @Test
  void tasksUnderWayEndBeforeTheFailureIsTold() {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch failed = new CountDownLatch(1);
    AtomicInteger ended = new AtomicInteger();
    Callable<String> fails =
        () -> {
          begun.await();
          failed.countDown();
          throw new IllegalStateException("failed");
        };
    Callable<String> works =
        () -> {
          begun.countDown();
          failed.await();
          ended.incrementAndGet();
          return "done";
        };
    assertThrows(IllegalStateException.class, () -> Jobs.run(List.of(fails, works), 2));
    assertEquals(1, ended.get());
  }

  /** Some results are no results. */
  @Test
  void aStoppedTaskStopsAll() {
    CancellationException stopped = new CancellationException("stopped");
    Callable<String> stops =
        () -> {
          throw stopped;
        };
    assertSame(
        stopped,
        assertThrows(CancellationException.class, () -> Jobs.run(List.of(() -> "good", stops), 2)));
  }

  @Test
  void checkedExceptionsComeAsCauses() {
    Callable<String> fails =
        () -> {
          throw new IOException("disk full");
        };
    IllegalStateException e =
        assertThrows(IllegalStateException.class, () -> Jobs.run(List.of(fails), 2));
    assertTrue(e.getCause() instanceof IOException);
  }
}
