package org.conceptspaces.multiscale;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.conceptspaces.api.ConceptSet;
import org.conceptspaces.api.ConceptSpace;
import org.conceptspaces.api.Plugin;
import org.conceptspaces.api.SpaceConfig;
import org.conceptspaces.api.Tokens;
import org.conceptspaces.api.Values;
import org.conceptspaces.euclidean.EuclideanProvider;
import org.conceptspaces.poincare.PoincareProvider;
import org.conceptspaces.testkit.StandaloneContext;
import org.conceptspaces.testkit.StandalonePass;

/** A context, a manager, and texts. */
final class Fixture implements AutoCloseable {

  static final int HIDDEN = 8;

  final StandaloneContext context;
  final NDManager manager;

  Fixture(Plugin... others) {
    Device device = device();
    List<Plugin> plugins = new ArrayList<>(List.of(others));
    plugins.addAll(plugins());
    context = new StandaloneContext(device, 1, HIDDEN, plugins);
    manager = NDManager.newBaseManager(device);
  }

  static Device device() {
    String name = System.getProperty("concepts.device", "cpu");
    return "cpu".equals(name) ? Device.cpu() : Device.gpu(Integer.parseInt(name.substring(4)));
  }

  /** What children may be, beside {@code flat}. */
  static List<Plugin> plugins() {
    return List.of(
        new EuclideanProvider(),
        new PoincareProvider(),
        new MultiscaleProvider(),
        new MatryoshkaProvider());
  }

  static SpaceConfig child(String name, int concepts, int dimension) {
    return new SpaceConfig(name, Values.of(Map.of("concepts", concepts, "dimension", dimension)));
  }

  static SpaceConfig levels(SpaceConfig... levels) {
    return new SpaceConfig("multiscale", Values.of(Map.of("levels", List.of(levels))));
  }

  static SpaceConfig nested(SpaceConfig child, Integer... dimensions) {
    return new SpaceConfig(
        "matryoshka", Values.of(Map.of("child", child, "dimensions", List.of(dimensions))));
  }

  ConceptSpace build(SpaceConfig config) {
    return context.child("space", config);
  }

  ConceptSet encode(ConceptSpace space, Tokens tokens) {
    return space.encode(new StandalonePass(manager, false), tokens);
  }

  ConceptSet train(ConceptSpace space, Tokens tokens, long seed) {
    return space.encode(new StandalonePass(manager, true, new SplittableRandom(seed)), tokens);
  }

  /** Texts of which the last token of every second is padding. */
  Tokens texts(int count, int length) {
    float[] mask = new float[count * length];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = i / length % 2 == 1 && i % length == length - 1 ? 0 : 1;
    }
    return new Tokens(
        normal(3, count, length, HIDDEN), manager.create(mask, new Shape(count, length)));
  }

  NDArray normal(long seed, long... shape) {
    Random random = new Random(seed);
    float[] values = new float[Math.toIntExact(new Shape(shape).size())];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return manager.create(values, new Shape(shape));
  }

  /** A number of an array that has as many axes as there are indexes. */
  static double at(NDArray x, long... index) {
    long flat = 0;
    for (int axis = 0; axis < index.length; axis++) {
      flat = flat * x.getShape().get(axis) + index[axis];
    }
    return x.reshape(-1).getFloat(flat);
  }

  @Override
  public void close() {
    manager.close();
    context.close();
  }
}
