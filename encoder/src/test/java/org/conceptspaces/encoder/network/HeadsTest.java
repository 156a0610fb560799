package org.conceptspaces.encoder.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.conceptspaces.encoder.Small;
import org.junit.jupiter.api.Test;

class HeadsTest {

  /** A softmax over equal scores sees columns in proportion to their weights. */
  @Test
  void aGateWeighsAColumn() {
    try (NDManager manager = Small.manager()) {
      NDArray mask = manager.create(new float[] {1, 0.25f, 0, 0.75f}, new Shape(1, 4));
      NDArray seen = Heads.bias(mask).softmax(-1);
      assertArrayEquals(new float[] {0.5f, 0.125f, 0, 0.375f}, seen.toFloatArray(), 1e-7f);
    }
  }

  @Test
  void onesAddNothingAndZerosHide() {
    try (NDManager manager = Small.manager()) {
      NDArray mask = manager.create(new float[] {1, 0}, new Shape(1, 2));
      assertArrayEquals(new float[] {0, -1e9f}, Heads.bias(mask).toFloatArray());
    }
  }

  @Test
  void theGradientOfAGateIsThatOfItsShare() {
    try (NDManager manager = Small.manager()) {
      NDArray mask = manager.create(new float[] {1, 0.5f, 0}, new Shape(1, 3));
      NDArray values = manager.create(new float[] {0, 1, 5}, new Shape(1, 1, 1, 3));
      mask.setRequiresGradient(true);
      Small.backward(() -> Heads.bias(mask).softmax(-1).mul(values).sum());
      // The mean is z₁/(z₀ + z₁); a closed gate has no gradient.
      assertArrayEquals(
          new float[] {-0.5f / 2.25f, 1 / 2.25f, 0}, mask.getGradient().toFloatArray(), 1e-6f);
    }
  }
}
