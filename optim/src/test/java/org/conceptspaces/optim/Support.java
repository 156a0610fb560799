package org.conceptspaces.optim;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import ai.djl.training.optimizer.Optimizer;
import java.util.Random;
import java.util.function.UnaryOperator;

/** What the tests share: arrays of a given type on the tested device, and a training loop. */
final class Support {

  private Support() {}

  static NDManager manager() {
    String name = System.getProperty("concepts.device", "cpu");
    return NDManager.newBaseManager(
        "cpu".equals(name) ? Device.cpu() : Device.gpu(Integer.parseInt(name.substring(4))));
  }

  static NDArray array(NDManager manager, DataType type, Shape shape, double... values) {
    return manager.create(values, shape).toType(type, true);
  }

  static NDArray row(NDManager manager, double... values) {
    return manager.create(values, new Shape(1, values.length));
  }

  static NDArray gaussian(NDManager manager, Random random, DataType type, Shape shape) {
    return array(manager, type, shape, gaussian(random, (int) shape.size()));
  }

  static double[] gaussian(Random random, int length) {
    return random.doubles(length).map(ignored -> random.nextGaussian()).toArray();
  }

  static double[] values(NDArray array) {
    return array.toType(DataType.FLOAT64, false).toDoubleArray();
  }

  /** Minimises a loss of one parameter; the parameter requires gradients throughout. */
  static void descend(Optimizer optimizer, NDArray weight, UnaryOperator<NDArray> loss, int steps) {
    weight.setRequiresGradient(true);
    for (int step = 0; step < steps; step++) {
      try (NDManager pass = weight.getManager().newSubManager();
          GradientCollector collector = Engine.getInstance().newGradientCollector()) {
        NDArray value = weight.reshape(weight.getShape());
        value.attach(pass);
        collector.backward(loss.apply(value));
        try (NDArray gradient = weight.getGradient()) {
          optimizer.update("weight", weight, gradient);
          gradient.subi(gradient);
        }
      }
    }
  }
}
