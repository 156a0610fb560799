package org.conceptspaces.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.tracker.Tracker;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatefulOptimizerTest {

  private static AdamW adam(float rate) {
    return new AdamW(AdamSettings.of(Tracker.fixed(rate)));
  }

  @Test
  void stateLivesOnTheWeightsDeviceInItsType() {
    try (NDManager manager = Support.manager();
        AdamW optimizer = adam(0.1f)) {
      optimizer.update("a", manager.ones(new Shape(2, 3)), manager.ones(new Shape(2, 3)));
      NDArray wide = manager.ones(new Shape(4), DataType.FLOAT64);
      optimizer.update("b/c", wide, wide.duplicate());
      Map<String, NDArray> state = optimizer.state();
      assertEquals(
          "[a/first-moment, a/second-moment, b/c/first-moment, b/c/second-moment]",
          state.keySet().toString());
      state.forEach((key, array) -> assertEquals(manager.getDevice(), array.getDevice()));
      assertEquals(
          DataType.FLOAT32,
          state.entrySet().iterator().next().getValue().getDataType(),
          "the type of parameter a");
      NDArray first = state.getOrDefault("b/c/first-moment", wide);
      assertEquals(DataType.FLOAT64, first.getDataType());
      assertEquals(new Shape(4), first.getShape());
    }
  }

  @Test
  void theRateFollowsTheMostUpdatedParameterAndTheBiasEachItsOwn() {
    Tracker rate = n -> n;
    try (NDManager manager = Support.manager();
        AdamW optimizer = new AdamW(AdamSettings.of(rate))) {
      NDArray often = manager.create(new double[] {0});
      NDArray seldom = manager.create(new double[] {0});
      NDArray gradient = manager.create(new double[] {1});
      for (int i = 0; i < 5; i++) {
        optimizer.update("often", often, gradient);
      }
      optimizer.update("seldom", seldom, gradient);
      assertEquals(Map.of("often", 5, "seldom", 1), optimizer.updates());
      // a first step is as long as the rate, which is that of the fifth step by now
      assertEquals(-5, seldom.toDoubleArray()[0], 1e-6);
    }
  }

  @Test
  void refusesAGradientOfAnotherShapeOrType() {
    try (NDManager manager = Support.manager();
        AdamW optimizer = adam(0.1f)) {
      NDArray weight = manager.ones(new Shape(2, 3));
      NDArray turned = manager.ones(new Shape(3, 2));
      NDArray wide = manager.ones(new Shape(2, 3), DataType.FLOAT64);
      Exception thrown =
          assertThrows(
              IllegalArgumentException.class, () -> optimizer.update("head/w", weight, turned));
      assertTrue(String.valueOf(thrown.getMessage()).startsWith("head/w: a gradient (3, 2)"));
      assertThrows(IllegalArgumentException.class, () -> optimizer.update("head/w", weight, wide));
      assertTrue(optimizer.updates().isEmpty(), "a refused update does not count");
    }
  }

  @Test
  void refusesAParameterWhoseShapeChanged() {
    try (NDManager manager = Support.manager();
        AdamW optimizer = adam(0.1f)) {
      NDArray before = manager.ones(new Shape(2));
      NDArray after = manager.ones(new Shape(3));
      optimizer.update("w", before, before.duplicate());
      assertThrows(
          IllegalStateException.class, () -> optimizer.update("w", after, after.duplicate()));
    }
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, -1e-3f})
  void refusesALearningRateThatIsNone(float rate) {
    try (NDManager manager = Support.manager();
        AdamW optimizer = adam(rate)) {
      NDArray weight = manager.ones(new Shape(2));
      assertThrows(
          IllegalStateException.class, () -> optimizer.update("w", weight, weight.duplicate()));
    }
  }
}
