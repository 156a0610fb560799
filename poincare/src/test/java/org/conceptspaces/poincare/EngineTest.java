package org.conceptspaces.poincare;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.GradientCollector;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Gives each test a manager on the device under test. */
abstract class EngineTest {

  /** Curvatures around those that networks use, a power of two among them. */
  static final double[] CURVATURES = {0.1, 1, 2.5};

  private NDManager manager;

  EngineTest() {
    manager =
        NDManager.newBaseManager(Device.fromName(System.getProperty("concepts.device", "cpu")));
  }

  @BeforeEach
  void open() {
    if (!manager.isOpen()) {
      manager = NDManager.newBaseManager(manager.getDevice());
    }
  }

  @AfterEach
  void close() {
    manager.close();
  }

  NDManager manager() {
    return manager;
  }

  NDArray array(double... x) {
    return manager.create(x);
  }

  NDArray array(double[][] x) {
    return manager.create(x);
  }

  /** As float32; the numbers must be floats. */
  NDArray floats(double[][] x) {
    return manager.create(x).toType(DataType.FLOAT32, true);
  }

  static double[] doubles(NDArray x) {
    return x.toType(DataType.FLOAT64, true).toDoubleArray();
  }

  /** Nearest floats, as doubles. */
  static double[] rounded(double[] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = (float) x[i];
    }
    return y;
  }

  /** The gradients of a scalar towards some operands. */
  static double[][] gradients(Supplier<NDArray> scalar, NDArray... operands) {
    for (NDArray operand : operands) {
      operand.setRequiresGradient(true);
    }
    try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      collector.backward(scalar.get());
    }
    return Stream.of(operands).map(x -> doubles(x.getGradient())).toArray(double[][]::new);
  }
}
