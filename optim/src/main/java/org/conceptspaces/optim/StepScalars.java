package org.conceptspaces.optim;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The few numbers that change with the step but are shared by all parameters of a step, as arrays:
 * a learning rate, say. Sending one to the device per step, not per parameter, is what this is for.
 * Only the most recent are kept.
 */
final class StepScalars {

  private static final int KEPT = 16;

  private record Key(Device device, long bits) {}

  private final NDManager manager;
  private final Map<Key, NDArray> recent = new LinkedHashMap<>();

  StepScalars(NDManager manager) {
    this.manager = manager;
  }

  /**
   * A number as a float64 array without axes, which does not take part in type promotion.
   *
   * @param like an array on the wanted device
   * @param value the number
   * @return an array to use at once, as second operand only; never close it
   */
  NDArray of(NDArray like, double value) {
    Key key = new Key(like.getDevice(), Double.doubleToLongBits(value));
    NDArray known = recent.get(key);
    if (known != null) {
      return known;
    }
    if (recent.size() == KEPT) {
      NDArray eldest = recent.remove(recent.keySet().iterator().next());
      if (eldest != null) {
        eldest.close();
      }
    }
    NDArray created;
    try (NDManager onDevice = manager.newSubManager(key.device())) {
      created = onDevice.create(new double[] {value}, new Shape());
      created.attach(manager);
    }
    recent.put(key, created);
    return created;
  }
}
