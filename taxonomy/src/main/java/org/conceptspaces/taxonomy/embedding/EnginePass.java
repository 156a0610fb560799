package org.conceptspaces.taxonomy.embedding;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import org.conceptspaces.api.Pass;

/** What a geometry reads its learned parameters in. */
record EnginePass(NDManager manager, boolean training) implements Pass {

  @Override
  public NDArray value(Parameter parameter) {
    NDArray array = parameter.getArray();
    // a view, so that the parameter itself stays where it is
    NDArray value = training ? array.reshape(array.getShape()) : array.stopGradient();
    value.attach(manager);
    return value;
  }
}
