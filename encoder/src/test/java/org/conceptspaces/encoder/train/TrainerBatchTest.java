package org.conceptspaces.encoder.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.conceptspaces.encoder.Animals;
import org.conceptspaces.encoder.Small;
import org.junit.jupiter.api.Test;

/** What a step sees follows from the seed and the step alone. */
class TrainerBatchTest {

  private static Trainer trainer(long seed) {
    return new Trainer(Animals.corpus(), Small.training(30), seed);
  }

  private static void same(TrainingBatch one, TrainingBatch other) {
    assertTrue(Arrays.deepEquals(one.texts().visible(), other.texts().visible()));
    assertTrue(Arrays.deepEquals(one.texts().hidden(), other.texts().hidden()));
    assertTrue(Arrays.deepEquals(one.texts().hiddenAt(), other.texts().hiddenAt()));
    assertArrayEquals(one.related(), other.related());
    assertArrayEquals(one.pull(), other.pull());
  }

  @Test
  void isTheSameWhateverStepsCameBefore() {
    Trainer inOrder = trainer(5);
    TrainingBatch[] batches = new TrainingBatch[8];
    for (int step = 1; step <= batches.length; step++) {
      batches[step - 1] = inOrder.batch(step);
    }
    same(batches[7], trainer(5).batch(8));
    same(batches[2], inOrder.batch(3));
  }

  @Test
  void stepsAndSeedsDiffer() {
    TrainingBatch first = trainer(5).batch(1);
    assertFalse(Arrays.deepEquals(first.texts().visible(), trainer(5).batch(2).texts().visible()));
    assertFalse(Arrays.deepEquals(first.texts().visible(), trainer(6).batch(1).texts().visible()));
  }

  @Test
  void hasEveryNodeOnceAndItsPairsRelated() {
    for (int step = 1; step <= 10; step++) {
      TrainingBatch batch = trainer(5).batch(step);
      int n = batch.texts().size();
      assertTrue(n >= 7 && n <= 12, "six distinct nodes with an ancestor each, some shared: " + n);
      int pulled = 0;
      for (int row = 0; row < n; row++) {
        assertEquals(1, batch.related()[row * n + row]);
        double sum = 0;
        for (int column = 0; column < n; column++) {
          float pull = batch.pull()[row * n + column];
          sum += pull;
          assertTrue(pull == 0 || batch.related()[row * n + column] == 1);
        }
        assertTrue(sum == 0 || Math.abs(sum - 1) < 1e-6);
        pulled += sum > 0 ? 1 : 0;
      }
      assertTrue(pulled >= 6, "each node of a pair has its ancestor in the batch");
    }
  }
}
