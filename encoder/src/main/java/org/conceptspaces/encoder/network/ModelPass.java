package org.conceptspaces.encoder.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import java.util.IdentityHashMap;
import org.conceptspaces.api.Pass;

/** A pass over a model whose parameters hold their own arrays. Not for use by several threads. */
public final class ModelPass implements Pass, AutoCloseable {

  private final NDManager manager;
  private final boolean training;
  private final IdentityHashMap<Parameter, NDArray> values = new IdentityHashMap<>();

  private ModelPass(NDManager parent, boolean training) {
    this.manager = parent.newSubManager();
    this.training = training;
  }

  /**
   * Begins a training step.
   *
   * @param parent the manager that the pass's own is made below, on the model's device
   * @return the pass; close it when backward and update are done
   */
  public static ModelPass training(NDManager parent) {
    return new ModelPass(parent, true);
  }

  /**
   * Begins an inference call. It records no gradient graph.
   *
   * @param parent the manager that the pass's own is made below, on the model's device
   * @return the pass; close it when its results have been read
   */
  public static ModelPass inference(NDManager parent) {
    return new ModelPass(parent, false);
  }

  @Override
  public NDManager manager() {
    return manager;
  }

  @Override
  public boolean training() {
    return training;
  }

  @Override
  public NDArray value(Parameter parameter) {
    return values.computeIfAbsent(parameter, this::read);
  }

  private NDArray read(Parameter parameter) {
    NDArray array = parameter.getArray();
    NDArray view = training ? array.reshape(array.getShape()) : array.stopGradient();
    view.attach(manager);
    return view;
  }

  @Override
  public void close() {
    manager.close();
  }
}
