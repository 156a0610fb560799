package org.conceptspaces.encoder.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.conceptspaces.encoder.Spaces;
import org.conceptspaces.encoder.train.Runs.Trained;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bit for bit. */
class ReproducibilityTest {

  private static final int STEPS = 8;

  @ParameterizedTest
  @EnumSource
  void oneSeedOneResult(Spaces spaces) {
    same(Runs.train(spaces, STEPS, 1), Runs.train(spaces, STEPS, 1));
  }

  @Test
  void otherSeedsOtherResults() {
    assertNotEquals(
        Runs.train(Spaces.EUCLIDEAN, STEPS, 1).losses(),
        Runs.train(Spaces.EUCLIDEAN, STEPS, 2).losses());
  }

  @Test
  void trainingsSideBySideAreAsOneAfterTheOther() throws Exception {
    Trained first = Runs.train(Spaces.LEARNED_CURVATURE, STEPS, 1);
    Trained second = Runs.train(Spaces.EUCLIDEAN, STEPS, 2);
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < 2; round++) {
        Future<Trained> one = pool.submit(() -> Runs.train(Spaces.LEARNED_CURVATURE, STEPS, 1));
        Future<Trained> other = pool.submit(() -> Runs.train(Spaces.EUCLIDEAN, STEPS, 2));
        // And one more on the thread that loaded the engine.
        same(first, Runs.train(Spaces.LEARNED_CURVATURE, STEPS, 1));
        same(first, one.get());
        same(second, other.get());
      }
    } finally {
      pool.shutdown();
    }
  }

  private static void same(Trained one, Trained other) {
    assertEquals(one.losses(), other.losses());
    assertEquals(one.parameters().keySet(), other.parameters().keySet());
    one.parameters()
        .forEach((path, values) -> assertArrayEquals(values, other.parameters().get(path), path));
  }
}
