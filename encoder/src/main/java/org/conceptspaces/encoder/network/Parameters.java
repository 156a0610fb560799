package org.conceptspaces.encoder.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.Initial;
import org.conceptspaces.api.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Every parameter of a model, by path, in the order of declaration. Declaring allocates nothing, so
 * that a model can be built just to count its parameters.
 */
public final class Parameters implements Scope {

  /**
   * One parameter.
   *
   * @param path its path
   * @param parameter DJL's handle, without an array until {@link #initialize}
   * @param type its floating type
   * @param shape its shape
   * @param tangents the shape of its tangents at the origin; {@code shape} in flat space
   * @param geometry where its rows live, or null in flat space
   * @param initial its distribution before training
   */
  public record Entry(
      String path,
      Parameter parameter,
      DataType type,
      Shape shape,
      Shape tangents,
      @Nullable Geometry geometry,
      Initial initial) {}

  private final Map<String, Entry> entries = new LinkedHashMap<>();

  /** Makes an empty set. */
  public Parameters() {}

  @Override
  public Parameter parameter(String name, DataType type, Initial initial, long... shape) {
    return declare(name, type, new Shape(shape), new Shape(shape), null, initial);
  }

  @Override
  public Parameter points(
      String name, Geometry geometry, Initial initial, int dimension, long... leading) {
    Shape rows = new Shape(leading);
    Shape shape = rows.add(geometry.coordinates(dimension));
    return declare(name, geometry.type(), shape, rows.add(dimension), geometry, initial);
  }

  @Override
  public Scope in(String name) {
    return new SubScope(this, checked(name));
  }

  private Parameter declare(
      String path,
      DataType type,
      Shape shape,
      Shape tangents,
      @Nullable Geometry geometry,
      Initial initial) {
    for (String part : path.split("\\.", -1)) {
      checked(part);
    }
    Parameter parameter = Parameter.builder().setName(path).setType(Parameter.Type.OTHER).build();
    Entry entry = new Entry(path, parameter, type, shape, tangents, geometry, initial);
    if (entries.putIfAbsent(path, entry) != null) {
      throw new IllegalArgumentException("parameter " + path + " is declared twice");
    }
    return parameter;
  }

  private static String checked(String name) {
    if (!name.matches("[a-zA-Z0-9_-]+")) {
      throw new IllegalArgumentException(
          "parameter name '" + name + "' wants letters, digits, '_' and '-'");
    }
    return name;
  }

  /**
   * All parameters, in the order of declaration.
   *
   * @return an unmodifiable view
   */
  public Collection<Entry> entries() {
    return Collections.unmodifiableCollection(entries.values());
  }

  /**
   * How many numbers the model learns.
   *
   * @return the sum of the parameters' sizes
   */
  public long count() {
    return entries.values().stream().mapToLong(e -> e.shape().size()).sum();
  }

  /**
   * Gives every parameter its array, drawn from the seed and its path alone: a parameter starts the
   * same in every model that has it.
   *
   * @param manager owns the arrays
   * @param seed the model's seed
   */
  public void initialize(NDManager manager, long seed) {
    for (Entry entry : entries.values()) {
      set(entry, initial(manager, entry, seed));
    }
  }

  /**
   * Overwrites a parameter that has its array already.
   *
   * @param parameter a parameter of this set
   * @param values as many numbers as it has
   */
  public void overwrite(Parameter parameter, float[] values) {
    NDArray array = parameter.getArray();
    try (NDManager scratch = array.getManager().newSubManager()) {
      // The array's own set(float[]) would swap its storage; through an index it is written to.
      NDArray alias = array.stopGradient();
      alias.attach(scratch);
      alias.set(new NDIndex("..."), scratch.create(values, array.getShape()));
    }
  }

  /**
   * Gives every parameter its array from elsewhere, a saved model say.
   *
   * @param arrays by path, of the declared shapes and types; owned by their manager
   */
  public void initialize(Map<String, NDArray> arrays) {
    for (Entry entry : entries.values()) {
      NDArray array = arrays.get(entry.path());
      if (array == null) {
        throw new IllegalArgumentException("parameter " + entry.path() + " is missing");
      }
      if (!array.getShape().equals(entry.shape()) || array.getDataType() != entry.type()) {
        throw new IllegalArgumentException(
            "parameter %s wants %s %s, not %s %s"
                .formatted(
                    entry.path(),
                    entry.type(),
                    entry.shape(),
                    array.getDataType(),
                    array.getShape()));
      }
      set(entry, array);
    }
  }

  private static void set(Entry entry, NDArray array) {
    array.setRequiresGradient(true);
    entry.parameter().setArray(array);
  }

  private static NDArray initial(NDManager manager, Entry entry, long seed) {
    Geometry geometry = entry.geometry();
    if (geometry == null) {
      return random(manager, entry, seed);
    }
    try (NDManager scratch = manager.newSubManager()) {
      NDArray points = geometry.expOrigin(random(scratch, entry, seed));
      points.attach(manager);
      return points;
    }
  }

  private static NDArray random(NDManager manager, Entry entry, long seed) {
    Random random = new Random(seed * 0x9E3779B97F4A7C15L + entry.path().hashCode());
    Initial initial = entry.initial();
    Shape shape = entry.tangents();
    double[] values = new double[Math.toIntExact(shape.size())];
    for (int i = 0; i < values.length; i++) {
      values[i] = initial.mean();
      if (initial.standardDeviation() > 0) {
        values[i] += initial.standardDeviation() * random.nextGaussian();
      }
    }
    if (entry.type() == DataType.FLOAT64) {
      return manager.create(values, shape);
    }
    float[] narrow = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      narrow[i] = (float) values[i];
    }
    return manager.create(narrow, shape);
  }

  private record SubScope(Parameters root, String prefix) implements Scope {
    @Override
    public Parameter parameter(String name, DataType type, Initial initial, long... shape) {
      return root.parameter(path(name), type, initial, shape);
    }

    @Override
    public Parameter points(
        String name, Geometry geometry, Initial initial, int dimension, long... leading) {
      return root.points(path(name), geometry, initial, dimension, leading);
    }

    @Override
    public Scope in(String name) {
      return new SubScope(root, path(name));
    }

    private String path(String name) {
      return prefix + "." + checked(name);
    }
  }
}
