package org.conceptspaces.api.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Parameter;
import org.conceptspaces.api.Initial;
import org.conceptspaces.api.Pass;
import org.conceptspaces.api.Scope;

/** An affine map of the last axis, in float32. */
public final class Linear {

  private final Parameter weight;
  private final Parameter bias;

  /**
   * Declares a map whose output has the variance of its input.
   *
   * @param scope where to declare {@code weight} and {@code bias}
   * @param inputs the length of the last axis
   * @param outputs its length afterwards
   */
  public Linear(Scope scope, int inputs, int outputs) {
    this(scope, inputs, outputs, 1 / Math.sqrt(inputs));
  }

  /**
   * Declares a map.
   *
   * @param scope where to declare {@code weight} and {@code bias}
   * @param inputs the length of the last axis
   * @param outputs its length afterwards
   * @param standardDeviation that of the weights before training; the bias begins at 0
   */
  public Linear(Scope scope, int inputs, int outputs, double standardDeviation) {
    weight =
        scope.parameter(
            "weight", DataType.FLOAT32, Initial.normal(standardDeviation), outputs, inputs);
    bias = scope.parameter("bias", DataType.FLOAT32, Initial.constant(0), outputs);
  }

  /**
   * Applies the map.
   *
   * @param pass the pass
   * @param x float32, {@code [..., inputs]}
   * @return {@code [..., outputs]}
   */
  public NDArray apply(Pass pass, NDArray x) {
    return x.getNDArrayInternal().linear(x, pass.value(weight), pass.value(bias)).head();
  }
}
