package org.conceptspaces.testkit;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.conceptspaces.api.ConceptSpace;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.GeometryContext;
import org.conceptspaces.api.GeometryProvider;
import org.conceptspaces.api.Initial;
import org.conceptspaces.api.LevelEncoder;
import org.conceptspaces.api.LevelSpec;
import org.conceptspaces.api.Pass;
import org.conceptspaces.api.Plugin;
import org.conceptspaces.api.SpaceConfig;
import org.conceptspaces.api.SpaceContext;
import org.conceptspaces.api.SpaceProvider;

/**
 * A context without the encoder, so that a space can be tested with the API and this kit alone. Its
 * levels are small but whole: one flat attention, one exchange among concepts, one head in the
 * level's geometry. Children are found among the plugins given; {@code flat} is always one.
 */
public final class StandaloneContext implements SpaceContext, GeometryContext, SpaceHarness {

  private final StandaloneModel model;
  private final String path;

  /**
   * The root context of a model.
   *
   * @param device where parameters live
   * @param seed what parameters are drawn from, together with their paths
   * @param hidden the width {@code H} of token states
   * @param plugins the providers that {@link #child} and {@link #geometry} may find, beside {@code
   *     flat}
   */
  public StandaloneContext(Device device, long seed, int hidden, List<? extends Plugin> plugins) {
    this(new StandaloneModel(device, seed, hidden, plugins), "");
  }

  private StandaloneContext(StandaloneModel model, String path) {
    this.model = model;
    this.path = path;
  }

  @Override
  public SpaceContext context() {
    return this;
  }

  @Override
  public Map<String, Parameter> parameters() {
    return Collections.unmodifiableMap(model.parameters());
  }

  @Override
  public Pass pass(NDManager manager, boolean training) {
    return new StandalonePass(manager, training);
  }

  @Override
  public int hidden() {
    return model.hidden();
  }

  @Override
  public LevelEncoder level(LevelSpec spec) {
    return new StandaloneLevel(in(spec.name()), spec, model.hidden());
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if no plugin has this name
   */
  @Override
  public ConceptSpace child(String key, SpaceConfig config) {
    Plugin plugin = model.plugin(config.space());
    if (plugin instanceof SpaceProvider provider) {
      return provider.create(config.values(), in(key));
    }
    return new StandaloneSpace((GeometryProvider) plugin, config.values(), in(key));
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if no geometry has this name
   */
  @Override
  public Geometry geometry(String key, SpaceConfig config) {
    if (model.plugin(config.space()) instanceof GeometryProvider provider) {
      return provider.create(config.values(), in(key));
    }
    throw new IllegalArgumentException(config.space() + " is a space, not a geometry");
  }

  @Override
  public Parameter parameter(String name, DataType type, Initial initial, long... shape) {
    String full = join(name);
    return model.add(full, draw(full, type, initial, shape));
  }

  @Override
  public Parameter points(
      String name, Geometry geometry, Initial initial, int dimension, long... leading) {
    String full = join(name);
    try (NDManager scratch = model.manager().newSubManager()) {
      NDArray tangents = draw(full, geometry.type(), initial, Trial.append(leading, dimension));
      tangents.attach(scratch);
      NDArray points = geometry.bind(pass(scratch, false)).expOrigin(tangents).duplicate();
      points.attach(model.manager());
      return model.add(full, points);
    }
  }

  @Override
  public StandaloneContext in(String name) {
    return new StandaloneContext(model, join(name));
  }

  private String join(String name) {
    if (!name.matches("[a-zA-Z0-9_-]+")) {
      throw new IllegalArgumentException(
          "name '" + name + "' wants letters, digits, _ and -, at least one");
    }
    return path.isEmpty() ? name : path + "." + name;
  }

  private NDArray draw(String full, DataType type, Initial initial, long... shape) {
    Random random = new Random(31 * model.seed() + full.hashCode());
    double[] values = new double[Math.toIntExact(new Shape(shape).size())];
    Arrays.setAll(
        values, i -> initial.mean() + initial.standardDeviation() * random.nextGaussian());
    if (type == DataType.FLOAT64) {
      return model.manager().create(values, new Shape(shape));
    }
    if (type != DataType.FLOAT32) {
      throw new IllegalArgumentException(full + " wants type FLOAT32 or FLOAT64, not " + type);
    }
    float[] narrow = new float[values.length];
    for (int i = 0; i < narrow.length; i++) {
      narrow[i] = (float) values[i];
    }
    return model.manager().create(narrow, new Shape(shape));
  }

  @Override
  public void close() {
    model.manager().close();
  }
}
