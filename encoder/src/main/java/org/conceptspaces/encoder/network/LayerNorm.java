package org.conceptspaces.encoder.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import org.conceptspaces.api.Initial;
import org.conceptspaces.api.Pass;
import org.conceptspaces.api.Scope;

/** Layer normalisation of the last axis, with learned scale and shift. */
final class LayerNorm {

  private static final float EPSILON = 1e-5f;

  private final int size;
  private final Parameter scale;
  private final Parameter shift;

  LayerNorm(Scope scope, int size) {
    this.size = size;
    scale = scope.parameter("scale", DataType.FLOAT32, Initial.constant(1), size);
    shift = scope.parameter("shift", DataType.FLOAT32, Initial.constant(0), size);
  }

  NDArray apply(Pass pass, NDArray x) {
    return x.getNDArrayInternal()
        .layerNorm(x, new Shape(size), pass.value(scale), pass.value(shift), EPSILON)
        .head();
  }
}
