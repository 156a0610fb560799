package org.conceptspaces.encoder.network;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.conceptspaces.api.ConceptSpace;
import org.conceptspaces.api.Pass;
import org.conceptspaces.api.SpaceConfig;
import org.conceptspaces.api.SpaceContext;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.testkit.SpaceHarness;

/** The encoder's own context, for the laws of spaces. Parameters are drawn at the first pass. */
final class EncoderHarness implements SpaceHarness {

  private final Parameters parameters = new Parameters();
  private final NDManager manager;
  private final long seed;
  private final ModelContext context;
  private boolean drawn;

  EncoderHarness(Device device, long seed, EncoderShape shape, Plugins plugins) {
    this.manager = NDManager.newBaseManager(device);
    this.seed = seed;
    Trunk trunk = new Trunk(parameters.in("trunk"), shape);
    this.context = new ModelContext(parameters.in("space"), shape, trunk, plugins);
  }

  /** Builds a space in such a context, as the model does. */
  static ConceptSpace build(SpaceContext context, SpaceConfig config) {
    return ((ModelContext) context).build(config);
  }

  @Override
  public ModelContext context() {
    return context;
  }

  @Override
  public Map<String, Parameter> parameters() {
    draw();
    Map<String, Parameter> byPath = new LinkedHashMap<>();
    parameters.entries().forEach(entry -> byPath.put(entry.path(), entry.parameter()));
    return byPath;
  }

  @Override
  public Pass pass(NDManager of, boolean training) {
    draw();
    return new PassOf(of, training, new SplittableRandom(seed));
  }

  private void draw() {
    if (!drawn) {
      parameters.initialize(manager, seed);
      drawn = true;
    }
  }

  @Override
  public void close() {
    manager.close();
  }

  /** As {@link ModelPass}, which makes a manager of its own; the laws look into theirs. */
  private record PassOf(NDManager manager, boolean training, RandomGenerator numbers)
      implements Pass {
    @Override
    public RandomGenerator random() {
      return training ? numbers : Pass.super.random();
    }

    @Override
    public NDArray value(Parameter parameter) {
      NDArray array = parameter.getArray();
      NDArray view = training ? array.reshape(array.getShape()) : array.stopGradient();
      view.attach(manager);
      return view;
    }
  }
}
