package org.conceptspaces.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import ai.djl.training.tracker.Tracker;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdamWTest {

  private static final float RATE = 0.01f;
  private static final AdamSettings SETTINGS = AdamSettings.of(Tracker.fixed(RATE));

  @Test
  void firstStepHasTheLengthOfTheLearningRate() {
    try (NDManager manager = Support.manager();
        AdamW optimizer = new AdamW(SETTINGS)) {
      NDArray weight = manager.create(new double[] {1, 2, 3, 4});
      double[] gradient = {5, -1e-3, 1e-8, 0};
      optimizer.update("w", weight, manager.create(gradient));
      double[] wanted = {1, 2, 3, 4};
      for (int i = 0; i < 4; i++) {
        // m̂ = g and v̂ = g², so the step is η·g/(|g| + ε)
        wanted[i] -= (double) RATE * gradient[i] / (Math.abs(gradient[i]) + 1e-8);
      }
      assertArrayEquals(wanted, weight.toDoubleArray(), 1e-14);
    }
  }

  @ParameterizedTest
  @CsvSource({"FLOAT64, 1e-13", "FLOAT32, 3e-6"})
  void followsTheFormula(DataType type, double tolerance) {
    Random random = new Random(3);
    int n = 12;
    try (NDManager manager = Support.manager();
        AdamW optimizer = new AdamW(SETTINGS, 0.1, id -> true)) {
      NDArray weight = Support.gaussian(manager, random, type, new Shape(3, 4));
      double[] w = Support.values(weight);
      double[] m = new double[n];
      double[] v = new double[n];
      for (int t = 1; t <= 50; t++) {
        NDArray gradient = Support.gaussian(manager, random, type, new Shape(3, 4));
        double[] g = Support.values(gradient);
        for (int i = 0; i < n; i++) {
          m[i] = 0.9 * m[i] + 0.1 * g[i];
          v[i] = 0.999 * v[i] + 0.001 * g[i] * g[i];
          double mHat = m[i] / (1 - Math.pow(0.9, t));
          double vHat = v[i] / (1 - Math.pow(0.999, t));
          w[i] -= RATE * 0.1 * w[i];
          w[i] -= RATE * mHat / (Math.sqrt(vHat) + 1e-8);
        }
        optimizer.update("w", weight, gradient);
        assertArrayEquals(g, Support.values(gradient), "the gradient is left alone");
      }
      assertEquals(type, weight.getDataType());
      assertArrayEquals(w, Support.values(weight), tolerance);
    }
  }

  @Test
  void decaysOnlyWhatThePredicateNames() {
    try (NDManager manager = Support.manager();
        AdamW optimizer = new AdamW(SETTINGS, 0.5, id -> !id.endsWith("bias"))) {
      NDArray weight = manager.create(new double[] {2});
      NDArray bias = manager.create(new double[] {2});
      NDArray zero = manager.create(new double[] {0});
      optimizer.update("weight", weight, zero);
      optimizer.update("bias", bias, zero);
      assertEquals(2 * (1 - (double) RATE * 0.5), weight.toDoubleArray()[0]);
      assertEquals(2, bias.toDoubleArray()[0]);
    }
  }

  @Test
  void numbersKeepAllTheirDigits() {
    try (NDManager manager = Support.manager()) {
      NDArray wide = manager.create(new double[] {3});
      assertEquals(3 * 0.999, wide.mul(0.999).toDoubleArray()[0]);
      assertEquals(DataType.FLOAT32, manager.create(new float[] {3}).mul(0.999).getDataType());
    }
  }

  @Test
  void updatesWithinRecordingAndOutsideAlike() {
    try (NDManager manager = Support.manager();
        AdamW optimizer = new AdamW(SETTINGS, 0.1, id -> true)) {
      NDArray inside = manager.create(new double[] {1, 2});
      inside.setRequiresGradient(true);
      NDArray outside = inside.stopGradient().duplicate();
      try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
        NDArray value = inside.square();
        collector.backward(value.sum());
        optimizer.update("inside", inside, inside.getGradient());
      }
      optimizer.update("outside", outside, inside.getGradient());
      assertArrayEquals(outside.toDoubleArray(), inside.toDoubleArray());
      assertArrayEquals(new double[] {2, 4}, inside.getGradient().toDoubleArray());
      optimizer
          .state()
          .forEach((key, array) -> assertFalse(array.hasGradient(), key + " is in a graph"));
    }
  }

  @Test
  void refusesSettingsOutOfRange() {
    Tracker rate = Tracker.fixed(RATE);
    assertThrows(IllegalArgumentException.class, () -> new AdamSettings(rate, 1, 0.9, 1e-8));
    assertThrows(IllegalArgumentException.class, () -> new AdamSettings(rate, 0.9, -0.1, 1e-8));
    assertThrows(IllegalArgumentException.class, () -> new AdamSettings(rate, 0.9, 0.9, 0));
    assertThrows(IllegalArgumentException.class, () -> new AdamW(SETTINGS, -1, id -> true));
  }
}
