package org.conceptspaces.poincare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import org.junit.jupiter.api.Test;

/** Operands whose squares vanish or overflow in their type. */
class TinyOperandsTest {

  private final PoincareBall ball = new PoincareBall(1, DataType.FLOAT32);

  @Test
  void theExponentialMapHasItsSlopeOnVeryShortTangents() {
    for (float length : new float[] {0, 1e-30f, 3e-23f, 1e-21f, 2e-20f, 1e-10f}) {
      try (NDManager manager = NDManager.newBaseManager();
          GradientCollector collector = Engine.getInstance().newGradientCollector()) {
        NDArray v = manager.create(new float[] {length, 0}, new Shape(1, 2));
        v.setRequiresGradient(true);
        collector.backward(ball.expOrigin(v).sum().add(ball.embed(v).sum()));
        // Half, twice: in the orthonormal frame coordinates near the origin are v/2.
        assertArrayEquals(
            new float[] {1, 1}, v.getGradient().toFloatArray(), 1e-6f, "length " + length);
      }
    }
  }

  @Test
  void midpointsDoNotDependOnTheScaleOfWeights() {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray points = manager.create(new float[] {0.3f, 0, -0.1f, 0.5f}, new Shape(2, 2));
      float[] wanted = midpoint(manager, points, 1);
      for (float scale : new float[] {1e-30f, 1e-20f, 1e-10f, 1e10f, 1e20f, 1e30f}) {
        assertArrayEquals(wanted, midpoint(manager, points, scale), 1e-6f, "weights of " + scale);
      }
    }
  }

  private float[] midpoint(NDManager manager, NDArray points, float scale) {
    NDArray weights = manager.create(new float[] {scale, 2 * scale}, new Shape(1, 2));
    return ball.midpoint(points, weights).toFloatArray();
  }
}
