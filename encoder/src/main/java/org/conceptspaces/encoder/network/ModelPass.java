package org.conceptspaces.encoder.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import java.util.IdentityHashMap;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.conceptspaces.api.Pass;
import org.jspecify.annotations.Nullable;

/** A pass over a model whose parameters hold their own arrays. Not for use by several threads. */
public final class ModelPass implements Pass, AutoCloseable {

  private final NDManager manager;
  private final @Nullable RandomGenerator random;
  private final IdentityHashMap<Parameter, NDArray> values = new IdentityHashMap<>();

  private ModelPass(NDManager parent, @Nullable RandomGenerator random) {
    this.manager = parent.newSubManager();
    this.random = random;
  }

  /**
   * Begins a training step.
   *
   * @param parent the manager that the pass's own is made below, on the model's device
   * @param seed decides what the step does at random
   * @return the pass; close it when backward and update are done
   */
  public static ModelPass training(NDManager parent, long seed) {
    return new ModelPass(parent, new SplittableRandom(seed));
  }

  /**
   * Begins an inference call. It records no gradient graph.
   *
   * @param parent the manager that the pass's own is made below, on the model's device
   * @return the pass; close it when its results have been read
   */
  public static ModelPass inference(NDManager parent) {
    return new ModelPass(parent, null);
  }

  @Override
  public NDManager manager() {
    return manager;
  }

  @Override
  public boolean training() {
    return random != null;
  }

  @Override
  public RandomGenerator random() {
    return random != null ? random : Pass.super.random();
  }

  @Override
  public NDArray value(Parameter parameter) {
    return values.computeIfAbsent(parameter, this::read);
  }

  private NDArray read(Parameter parameter) {
    NDArray array = parameter.getArray();
    NDArray view = training() ? array.reshape(array.getShape()) : array.stopGradient();
    view.attach(manager);
    return view;
  }

  @Override
  public void close() {
    manager.close();
  }
}
