package org.conceptspaces.adaptive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.SplittableRandom;
import org.conceptspaces.api.Pass;
import org.conceptspaces.api.Tokens;
import org.conceptspaces.testkit.StandaloneContext;
import org.conceptspaces.testkit.StandalonePass;
import org.junit.jupiter.api.Test;

class HardConcreteGatesTest {

  private static final int TEXTS = 4000;
  private static final int HIDDEN = 4;
  private static final Budget BUDGET = new Budget(2, 10, 6, 1);

  private final StandaloneContext context =
      new StandaloneContext(Device.cpu(), 1, HIDDEN, List.of());
  private final HardConcreteGates gates = new HardConcreteGates(context, HIDDEN, BUDGET);

  /** Texts without a token have no features: the gates are at their start. */
  private static Tokens silent(NDManager manager) {
    NDArray none = manager.zeros(new Shape(TEXTS, 1), DataType.FLOAT32);
    return new Tokens(manager.zeros(new Shape(TEXTS, 1, HIDDEN), DataType.FLOAT32), none);
  }

  /**
   * {@code P(z > 0) = σ(log α + 1.599)} and {@code P(z = 1) = σ(log α − 1.599)}: eight gates whose
   * {@code log α + 1.599} falls evenly from 3.5 to −3.5, about the middle of the eight.
   */
  @Test
  void openAsOftenAsTheHardConcreteDistributionSays() {
    try (NDManager manager = NDManager.newBaseManager()) {
      Pass pass = new StandalonePass(manager, true, new SplittableRandom(3));
      NDArray weights = gates.decide(pass, silent(manager)).weights();
      assertEquals(new Shape(TEXTS, 10), weights.getShape());
      float[] z = weights.toFloatArray();
      for (int j = 0; j < 10; j++) {
        double open = 0;
        double whole = 0;
        for (int b = 0; b < TEXTS; b++) {
          float gate = z[b * 10 + j];
          assertTrue(gate >= 0 && gate <= 1);
          open += gate > 0 ? 1.0 / TEXTS : 0;
          whole += gate == 1 ? 1.0 / TEXTS : 0;
        }
        double logAlpha = 3.5 - (j - 2);
        // The untrained head moves all texts by a few hundredths; four σ of a share are 0.03.
        assertEquals(j < 2 ? 1 : sigmoid(logAlpha), open, 0.05, "gate " + j);
        assertEquals(j < 2 ? 1 : sigmoid(logAlpha - 2 * 1.5986), whole, 0.05, "gate " + j);
      }
    }
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  /** Inference opens the gates that are more likely open than not: as many as the budget has. */
  @Test
  void inferenceKeepsTheBudget() {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray weights = gates.decide(new StandalonePass(manager, false), silent(manager)).weights();
      assertEquals(new Shape(TEXTS, 6), weights.getShape());
      float[] z = weights.toFloatArray();
      for (int j = 1; j < 6; j++) {
        assertTrue(z[j] > 0 && z[j] <= z[j - 1], "gate " + j + ": " + z[j]);
      }
    }
  }

  /** However lopsided the budget, training starts at it and inference keeps it. */
  @Test
  void smallBudgetsOfManySlotsAreKeptToo() {
    try (NDManager manager = NDManager.newBaseManager()) {
      HardConcreteGates many =
          new HardConcreteGates(context.in("many"), HIDDEN, new Budget(1, 64, 8, 1));
      NDArray weights = many.decide(new StandalonePass(manager, false), silent(manager)).weights();
      assertEquals(8, weights.getShape().get(1));
      NDArray nothing = manager.zeros(new Shape(TEXTS), DataType.FLOAT32);
      Pass pass = new StandalonePass(manager, true, new SplittableRandom(3));
      NDArray drawn = many.decide(pass, silent(manager)).weights();
      double open = drawn.gt(drawn.zerosLike()).countNonzero().getLong() / (double) TEXTS;
      assertEquals(8, open, 0.2);
      double price =
          many.decide(pass, silent(manager)).terms().get(0).loss().apply(nothing).toFloatArray()[0];
      assertEquals(0, price, 1e-3);
    }
  }

  /** The price is 0 at the budget: the start is unbiased. */
  @Test
  void thePriceIsThatOfMissingTheBudget() {
    try (NDManager manager = NDManager.newBaseManager()) {
      Pass pass = new StandalonePass(manager, true, new SplittableRandom(3));
      NDArray nothing = manager.zeros(new Shape(TEXTS), DataType.FLOAT32);
      double price =
          gates
              .decide(pass, silent(manager))
              .terms()
              .get(0)
              .loss()
              .apply(nothing)
              .toFloatArray()[0];
      assertEquals(0, price, 1e-2);
    }
  }
}
