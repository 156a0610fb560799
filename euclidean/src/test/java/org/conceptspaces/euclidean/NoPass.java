package org.conceptspaces.euclidean;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import org.conceptspaces.api.Pass;

/** A pass that nobody may ask for anything. */
final class NoPass implements Pass {

  @Override
  public NDManager manager() {
    throw new AssertionError("asks for a manager");
  }

  @Override
  public boolean training() {
    throw new AssertionError("asks whether it is training");
  }

  @Override
  public NDArray value(Parameter parameter) {
    throw new AssertionError("asks for a parameter");
  }
}
