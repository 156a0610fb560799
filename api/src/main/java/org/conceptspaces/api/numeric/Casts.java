package org.conceptspaces.api.numeric;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Casts between float32 and float64 that gradients pass through. DJL's {@code toType} silently cuts
 * the gradient graph.
 */
public final class Casts {

  private static final Map<Device, NDArray> ONES = new ConcurrentHashMap<>();

  private Casts() {}

  /**
   * Casts an array.
   *
   * @param x float32 or float64, any shape
   * @param type {@code FLOAT32} or {@code FLOAT64}
   * @return {@code x} itself if it has this type already, or else a copy that passes gradients
   * @throws IllegalArgumentException for other types
   */
  public static NDArray to(NDArray x, DataType type) {
    if (x.getDataType() == type) {
      return x;
    }
    Shape shape = x.getShape();
    if (type == DataType.FLOAT64) {
      // An array with an axis takes part in promotion; one element broadcasts without a copy.
      NDArray one =
          ONES.computeIfAbsent(
              x.getDevice(), d -> NDManager.newBaseManager(d).create(new double[] {1}));
      NDArray wide = x.mul(one);
      return shape.dimension() == 0 ? wide.reshape(shape) : wide;
    }
    if (type == DataType.FLOAT32) {
      return x.getManager().zeros(shape, DataType.FLOAT32).addi(x);
    }
    throw new IllegalArgumentException("casts go to FLOAT32 or FLOAT64, not " + type);
  }

  /**
   * Casts an array outside of the gradient graph, at less than half the cost.
   *
   * @param x of any type and shape
   * @param type {@code FLOAT32} or {@code FLOAT64}
   * @return the numbers in this type; no gradient passes
   */
  public static NDArray detached(NDArray x, DataType type) {
    return x.stopGradient().toType(type, false);
  }
}
