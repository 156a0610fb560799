package org.conceptspaces.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The engine records by thread, whoever opened the collector, and whoever closes it. */
class AutogradTest {

  @Test
  void recordsForAThreadThatJoins() throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    CountDownLatch opened = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    try {
      Support.manager().close(); // this thread has loaded the engine, which records nothing on it
      Future<?> other = pool.submit(() -> hold(opened, release));
      opened.await();
      differentiate();
      release.countDown();
      other.get();
      differentiate();
      pool.submit(() -> differentiate()).get();
    } finally {
      release.countDown();
      pool.shutdown();
    }
  }

  @Test
  void recordsForAThreadThatClosedWhatAnotherOpened() throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    CountDownLatch joined = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    try {
      Future<?> other;
      try (Autograd mine = Autograd.open()) {
        other = pool.submit(() -> hold(joined, release));
        joined.await();
        differentiate(mine);
      }
      release.countDown();
      other.get();
      try (Autograd mine = Autograd.open()) {
        pool.submit(() -> differentiate()).get();
        differentiate(mine);
      }
    } finally {
      release.countDown();
      pool.shutdown();
    }
  }

  private static void hold(CountDownLatch opened, CountDownLatch release) {
    try (Autograd mine = Autograd.open()) {
      opened.countDown();
      release.await();
      differentiate(mine);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void differentiate() {
    try (Autograd autograd = Autograd.open()) {
      differentiate(autograd);
    }
  }

  private static void differentiate(Autograd autograd) {
    try (NDManager manager = Support.manager()) {
      NDArray x = manager.create(new double[] {1, 2, 3});
      x.setRequiresGradient(true);
      autograd.backward(x.square().sum());
      assertArrayEquals(new double[] {2, 4, 6}, x.getGradient().toDoubleArray());
    }
  }
}
