package org.conceptspaces.taxonomy.embedding;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.Initial;
import org.conceptspaces.api.Scope;
import org.conceptspaces.api.numeric.Casts;
import org.conceptspaces.api.numeric.Functions;

/**
 * What a geometry declares and learns, its curvature say. A step goes by the rate times the mean
 * derivative over the batch's pairs, and never farther than {@link #LONGEST_STEP}.
 */
final class LearnedParameters implements Scope {

  /** The greatest norm of one step of a parameter. */
  static final double LONGEST_STEP = 0.1;

  private static final NDIndex EVERYTHING = new NDIndex("...");

  private final NDManager manager;
  private final long seed;
  private final String prefix;
  private final Map<String, Parameter> parameters;

  LearnedParameters(NDManager manager, long seed) {
    this(manager, seed, "", new TreeMap<>());
  }

  private LearnedParameters(
      NDManager manager, long seed, String prefix, Map<String, Parameter> parameters) {
    this.manager = manager;
    this.seed = seed;
    this.prefix = prefix;
    this.parameters = parameters;
  }

  @Override
  public Parameter parameter(String name, DataType type, Initial initial, long... shape) {
    String path = prefix + name;
    Shape axes = new Shape(shape);
    Random random = new Random(seed * 0x9E3779B97F4A7C15L + path.hashCode());
    double[] values = new double[Math.toIntExact(axes.size())];
    for (int i = 0; i < values.length; i++) {
      values[i] = initial.mean() + initial.standardDeviation() * random.nextGaussian();
    }
    Parameter parameter = Parameter.builder().setName(path).setType(Parameter.Type.OTHER).build();
    if (parameters.putIfAbsent(path, parameter) != null) {
      throw new IllegalArgumentException("parameter " + path + " is declared twice");
    }
    NDArray array = manager.create(axes, type);
    write(array, values);
    array.setRequiresGradient(true);
    parameter.setArray(array);
    return parameter;
  }

  @Override
  public Parameter points(
      String name, Geometry geometry, Initial initial, int dimension, long... leading) {
    throw new IllegalArgumentException(
        "a geometry asks for points of its own (" + prefix + name + "), which no engine trains");
  }

  @Override
  public Scope in(String name) {
    return new LearnedParameters(manager, seed, prefix + name + ".", parameters);
  }

  boolean isEmpty() {
    return parameters.isEmpty();
  }

  /**
   * Makes a step against the gradients, and clears these.
   *
   * @param pass takes what is computed
   * @param pairs how many pairs the gradients are the sums of, without axes
   * @param rate the rate, without axes
   */
  void step(NDManager pass, NDArray pairs, NDArray rate) {
    for (Parameter parameter : parameters.values()) {
      NDArray array = parameter.getArray();
      NDArray gradient = array.getGradient();
      gradient.attach(pass);
      NDArray step = gradient.reshape(1, -1).div(pairs).mul(rate);
      NDArray alias = array.stopGradient();
      alias.attach(pass);
      alias.subi(Functions.shorten(step, LONGEST_STEP).reshape(array.getShape()));
      gradient.subi(gradient);
    }
  }

  /** Copies of all, by path. */
  Map<String, double[]> values() {
    Map<String, double[]> values = new TreeMap<>();
    try (NDManager scratch = manager.newSubManager()) {
      parameters.forEach(
          (path, parameter) -> {
            NDArray alias = parameter.getArray().stopGradient();
            alias.attach(scratch);
            values.put(path, HostReads.doubles(alias));
          });
    }
    return values;
  }

  /** Overwrites a parameter. */
  void restore(String path, double[] values) {
    write(Objects.requireNonNull(parameters.get(path), path).getArray(), values);
  }

  private static void write(NDArray array, double[] values) {
    try (NDManager scratch = array.getManager().newSubManager()) {
      NDArray alias = array.stopGradient();
      alias.attach(scratch);
      NDArray wide = scratch.create(values, array.getShape());
      alias.set(EVERYTHING, Casts.to(wide, array.getDataType()));
    }
  }
}
