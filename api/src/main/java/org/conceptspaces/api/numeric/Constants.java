package org.conceptspaces.api.numeric;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Numbers as arrays, for operations that gradients flow through.
 *
 * <p>DJL turns the Java number in {@code x.mul(3)} into a native scalar that it frees once the
 * garbage collector runs, while autograd still points at it: the gradient is then silently wrong.
 * {@code x.mul(Constants.of(x, 3))} is safe, because these arrays are never closed.
 *
 * <p>The arrays have no axes and are of type float64. An array without axes does not take part in
 * type promotion, so a float32 operand stays float32.
 */
public final class Constants {

  private record Key(Device device, long bits) {}

  private static final Map<Key, NDArray> CACHE = new ConcurrentHashMap<>();

  private Constants() {}

  /**
   * A constant to compute with. Every number ever asked for is kept for good: use it for literals
   * and settings, never for values that change from step to step.
   *
   * @param like an array on the wanted device
   * @param value the number
   * @return the number as an array without axes, never closed
   */
  public static NDArray of(NDArray like, double value) {
    Key key = new Key(like.getDevice(), Double.doubleToLongBits(value));
    NDArray cached = CACHE.get(key);
    return cached != null ? cached : CACHE.computeIfAbsent(key, Constants::create);
  }

  private static NDArray create(Key key) {
    NDManager forever = NDManager.newBaseManager(key.device());
    return forever.create(new double[] {Double.longBitsToDouble(key.bits())}, new Shape());
  }
}
