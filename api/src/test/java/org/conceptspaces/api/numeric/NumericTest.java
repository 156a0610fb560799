package org.conceptspaces.api.numeric;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.GradientCollector;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Gives each test a manager on the device under test. */
abstract class NumericTest {

  static final DataType[] TYPES = {DataType.FLOAT32, DataType.FLOAT64};

  private final Device device = Device.fromName(System.getProperty("concepts.device", "cpu"));
  private NDManager manager = NDManager.newBaseManager(device);

  @BeforeEach
  void open() {
    if (!manager.isOpen()) {
      manager = NDManager.newBaseManager(device);
    }
  }

  @AfterEach
  void close() {
    manager.close();
  }

  NDManager manager() {
    return manager;
  }

  /** Numbers in the given type, rounded to it. */
  NDArray array(DataType type, double... x) {
    return manager.create(x).toType(type, true);
  }

  static double[] doubles(NDArray x) {
    return x.toType(DataType.FLOAT64, true).toDoubleArray();
  }

  /** The gradient of the sum of a function's values, after a garbage collection. */
  static double[] gradient(NDArray x, UnaryOperator<NDArray> function) {
    x.setRequiresGradient(true);
    try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      NDArray sum = function.apply(x).sum();
      System.gc();
      collector.backward(sum);
    }
    return doubles(x.getGradient());
  }
}
