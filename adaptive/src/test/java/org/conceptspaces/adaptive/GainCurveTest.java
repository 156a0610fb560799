package org.conceptspaces.adaptive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GainCurveTest {

  private static final int TEXTS = 50;

  /** Half-lives of 1, 2, 4 and 8 slots reach to a maximum of 8. */
  private final GainCurve curve = new GainCurve(2, 8, 0.1, 5);

  /** What the next concept saves at five: 0.1 nats; the four weights are equal. */
  private static final double START = Math.sqrt(0.1 / saved(new double[] {1, 1, 1, 1}, 1, 5));

  private static double lost(double[] weights, double scale, int count) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += scale * weights[i] * Math.pow(0.5, count / scale / Math.pow(2, i));
    }
    return sum;
  }

  private static double saved(double[] weights, double scale, int count) {
    return lost(weights, scale, count) - lost(weights, scale, count + 1);
  }

  /** Texts that tell from half as much as usual to twice as much. */
  private static float scale(int text) {
    return (float) Math.pow(2, text % 11 / 5.0 - 1);
  }

  private static NDArray scales(NDManager manager) {
    float[] scales = new float[TEXTS];
    for (int b = 0; b < TEXTS; b++) {
      scales[b] = scale(b);
    }
    return manager.create(scales, new Shape(TEXTS, 1));
  }

  @Test
  void isTheSumOfItsExponentials() {
    assertEquals(4, curve.terms());
    try (NDManager manager = NDManager.newBaseManager()) {
      float[][] outputs = outputs();
      int[] counts = new int[TEXTS];
      Arrays.setAll(counts, b -> 2 + b % 7);
      float[] values = curve.at(manager.create(outputs), scales(manager), counts).toFloatArray();
      for (int b = 0; b < TEXTS; b++) {
        double wanted = lost(weights(outputs[b]), scale(b), counts[b]);
        assertEquals(wanted, values[b], 1e-5 * wanted + 1e-6);
      }
    }
  }

  @Test
  void stopsAtTheFirstConceptThatIsNotWorthIt() {
    try (NDManager manager = NDManager.newBaseManager()) {
      float[][] outputs = outputs();
      float[] worth = new float[TEXTS];
      for (int b = 0; b < TEXTS; b++) {
        worth[b] = 0.02f * (1 + b % 9);
      }
      NDArray least = manager.create(worth, new Shape(TEXTS, 1));
      float[] counts =
          curve.smallest(manager.create(outputs), scales(manager), least).toFloatArray();
      float[] wanted = new float[TEXTS];
      for (int b = 0; b < TEXTS; b++) {
        int count = 2;
        while (count < 8 && saved(weights(outputs[b]), scale(b), count) > worth[b]) {
          count++;
        }
        wanted[b] = count;
      }
      assertArrayEquals(wanted, counts);
      assertEquals(7, distinct(wanted), "every count occurs");
    }
  }

  /** Before it has learned anything it neither starves texts nor indulges them. */
  @Test
  void beginsInTheMiddle() {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray silent = manager.zeros(new Shape(1, 4));
      for (double worth : new double[] {0.099, 0.101}) {
        NDArray least = manager.create(new float[] {(float) worth}, new Shape(1, 1));
        assertEquals(
            worth < 0.1 ? 6 : 5,
            curve.smallest(silent, manager.ones(new Shape(1, 1)), least).toFloatArray()[0]);
      }
    }
  }

  /** A text that tells three times as much as another has three times the concepts. */
  @Test
  void countsGoWithTheScale() {
    try (NDManager manager = NDManager.newBaseManager()) {
      GainCurve wide = new GainCurve(1, 64, 0.1, 9.5);
      NDArray silent = manager.zeros(new Shape(3, wide.terms()));
      NDArray scale = manager.create(new float[] {0.33f, 1, 3}, new Shape(3, 1));
      NDArray worth = manager.create(new float[] {0.1f});
      assertArrayEquals(
          new float[] {3, 10, 30}, wide.smallest(silent, scale, worth).toFloatArray(), 1);
    }
  }

  @Test
  void oneCountIsNoChoice() {
    try (NDManager manager = NDManager.newBaseManager()) {
      GainCurve fixed = new GainCurve(3, 3, 0.1, 3);
      NDArray silent = manager.zeros(new Shape(2, fixed.terms()));
      NDArray worth = manager.zeros(new Shape(2, 1));
      assertArrayEquals(
          new float[] {3, 3}, fixed.smallest(silent, worth.add(1), worth).toFloatArray());
    }
  }

  private static double[] weights(float[] outputs) {
    double[] weights = new double[outputs.length];
    Arrays.setAll(weights, i -> Math.pow(START + outputs[i], 2));
    return weights;
  }

  private static float[][] outputs() {
    Random random = new Random(3);
    float[][] outputs = new float[TEXTS][4];
    for (float[] row : outputs) {
      for (int i = 0; i < row.length; i++) {
        row[i] = (float) (0.4 * random.nextGaussian());
      }
    }
    return outputs;
  }

  private static int distinct(float[] values) {
    Set<Float> seen = new HashSet<>();
    for (float value : values) {
      seen.add(value);
    }
    return seen.size();
  }
}
