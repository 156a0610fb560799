package org.conceptspaces.encoder.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Against sums written out in double precision. */
class BlockedSoftmaxTest {

  private static final int ROWS = 150;
  private static final int WIDTH = 3;

  /** So many that a block holds the least number of rows, 128, and the last block 22. */
  private static final int VOCABULARY = 1 << 15;

  private final SplittableRandom random = new SplittableRandom(5);
  private final float[] rows = normal(ROWS * WIDTH, 3);
  private final float[] table = normal(VOCABULARY * WIDTH, 3);
  private final float[] bias = normal(VOCABULARY, 5);
  private final float[] weights = normal(ROWS, 1);
  private final long[] targets = random.longs(ROWS, 0, VOCABULARY).toArray();

  private float[] normal(int count, double spread) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) ((random.nextDouble() + random.nextDouble() - 1) * spread);
    }
    return numbers;
  }

  @Test
  void valuesAndGradientsAreThoseOfTheSums() {
    double[] losses = new double[ROWS];
    double[] ofRows = new double[ROWS * WIDTH];
    double[] ofTable = new double[VOCABULARY * WIDTH];
    double[] ofBias = new double[VOCABULARY];
    double[] scores = new double[VOCABULARY];
    double wanted = 0;
    for (int i = 0; i < ROWS; i++) {
      double sum = 0;
      for (int v = 0; v < VOCABULARY; v++) {
        scores[v] = bias[v];
        for (int k = 0; k < WIDTH; k++) {
          scores[v] += (double) rows[i * WIDTH + k] * table[v * WIDTH + k];
        }
        sum += Math.exp(scores[v]);
      }
      losses[i] = Math.log(sum) - scores[(int) targets[i]];
      wanted += weights[i] * losses[i];
      for (int v = 0; v < VOCABULARY; v++) {
        double share = weights[i] * Math.exp(scores[v]) / sum;
        ofBias[v] += share;
        for (int k = 0; k < WIDTH; k++) {
          ofRows[i * WIDTH + k] += share * table[v * WIDTH + k];
          ofTable[v * WIDTH + k] += share * rows[i * WIDTH + k];
        }
      }
    }
    try (NDManager manager = NDManager.newBaseManager();
        GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      NDArray h = leaf(manager.create(rows, new Shape(ROWS, WIDTH)));
      NDArray e = leaf(manager.create(table, new Shape(VOCABULARY, WIDTH)));
      NDArray b = leaf(manager.create(bias));
      try (ModelPass pass = ModelPass.training(manager, 1)) {
        TokenLosses got =
            BlockedSoftmax.of(pass, h, e, b, manager.create(targets), manager.create(weights));
        near("losses", losses, got.each(), 1e-5);
        near("sum", new double[] {wanted}, got.weighted(), 1e-5);
        // Twice the sum has twice the gradient.
        collector.backward(got.weighted().add(got.weighted()));
      }
      // Sums of many numbers in float32.
      near("by rows", twice(ofRows), h.getGradient(), 1e-4);
      near("by table", twice(ofTable), e.getGradient(), 1e-5);
      near("by bias", twice(ofBias), b.getGradient(), 1e-5);
    }
  }

  private static NDArray leaf(NDArray x) {
    x.setRequiresGradient(true);
    return x;
  }

  private static double[] twice(double[] x) {
    double[] doubled = x.clone();
    for (int i = 0; i < x.length; i++) {
      doubled[i] *= 2;
    }
    return doubled;
  }

  private static void near(String what, double[] wanted, NDArray got, double tolerance) {
    float[] numbers = got.toFloatArray();
    assertEquals(wanted.length, numbers.length, what);
    for (int i = 0; i < wanted.length; i++) {
      assertEquals(wanted[i], numbers[i], tolerance * (1 + Math.abs(wanted[i])), what + " " + i);
    }
  }
}
