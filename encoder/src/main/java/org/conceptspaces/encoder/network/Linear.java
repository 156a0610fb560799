package org.conceptspaces.encoder.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Parameter;
import org.conceptspaces.api.Initial;
import org.conceptspaces.api.Pass;
import org.conceptspaces.api.Scope;

/** An affine map of the last axis. */
final class Linear {

  private final Parameter weight;
  private final Parameter bias;

  /** A map whose output has the variance of its input. */
  Linear(Scope scope, int inputs, int outputs) {
    this(scope, inputs, outputs, 1 / Math.sqrt(inputs));
  }

  Linear(Scope scope, int inputs, int outputs, double standardDeviation) {
    weight =
        scope.parameter(
            "weight", DataType.FLOAT32, Initial.normal(standardDeviation), outputs, inputs);
    bias = scope.parameter("bias", DataType.FLOAT32, Initial.constant(0), outputs);
  }

  /** {@code [..., inputs] → [..., outputs]}. */
  NDArray apply(Pass pass, NDArray x) {
    return x.getNDArrayInternal().linear(x, pass.value(weight), pass.value(bias)).head();
  }
}
