package org.conceptspaces.encoder;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.conceptspaces.api.SpaceConfig;
import org.conceptspaces.api.Values;
import org.conceptspaces.config.ConfigReader;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.encoder.experiment.ExperimentSections;
import org.conceptspaces.encoder.network.ConceptModel;
import org.conceptspaces.encoder.network.EncoderShape;
import org.conceptspaces.encoder.regularize.RegularizerSpec;
import org.conceptspaces.encoder.train.Corpus;
import org.conceptspaces.encoder.train.TrainingOptions;

/** Models and trainings small enough for a test. */
public final class Small {

  private Small() {}

  /** A manager on the tested device; the caller closes it. */
  public static NDManager manager() {
    String name = System.getProperty("concepts.device", "cpu");
    return NDManager.newBaseManager(
        "cpu".equals(name) ? Device.cpu() : Device.gpu(Integer.parseInt(name.substring(4))));
  }

  /** The spaces installed for the tests. */
  public static Plugins plugins() {
    return Plugins.load(Small.class.getClassLoader());
  }

  /** One narrow layer; changes by option name. */
  public static EncoderShape shape(Map<String, ?> changes) {
    Map<String, Object> values = new HashMap<>();
    values.put("tokenDimension", 4);
    values.put("hidden", 16);
    values.put("layers", 1);
    values.put("heads", 2);
    values.put("feedForward", 16);
    values.put("maximumTokens", 12);
    values.putAll(changes);
    return EncoderShape.of(Values.of(values));
  }

  public static EncoderShape shape() {
    return shape(Map.of());
  }

  /** A few steps on a few pairs; changes by option name. */
  public static TrainingOptions training(int steps, Map<String, ?> changes) {
    Map<String, Object> values = new HashMap<>();
    values.put("steps", steps);
    values.put("pairs", 6);
    values.putAll(changes);
    return TrainingOptions.of(Values.of(values));
  }

  public static TrainingOptions training(int steps) {
    return training(steps, Map.of());
  }

  /** Regularisers as a config lists them: {@code [{regularizer: variance}]}. */
  public static List<RegularizerSpec> regularizers(String list) {
    String yaml = "{data: {source: x}, spaces: [{space: euclidean}], regularizers: " + list + "}";
    List<String> problems = new ArrayList<>();
    List<RegularizerSpec> specs =
        RegularizerSpec.of(
            ExperimentSections.reader(plugins())
                .read(yaml, "test")
                .options()
                .get(RegularizerSpec.OPTION)
                .get(0),
            problems::add);
    if (!problems.isEmpty()) {
      throw new AssertionError(problems);
    }
    return specs;
  }

  /** Four concepts in three dimensions of a geometry, or with other options. */
  public static SpaceConfig space(Plugins plugins, String name, Map<String, ?> options) {
    Map<String, Object> values = new HashMap<>();
    if (plugins.isGeometry(name)) {
      values.put("concepts", 4);
      values.put("dimension", 3);
    }
    values.putAll(options);
    return new ConfigReader(plugins, List.of()).complete(new SpaceConfig(name, Values.of(values)));
  }

  /** A model around one space, its parameters drawn. */
  public static ConceptModel model(
      NDManager manager, EncoderShape shape, Corpus corpus, SpaceConfig space, Plugins plugins) {
    ConceptModel model = new ConceptModel(shape, corpus.vocabulary().size(), space, plugins);
    model.initialize(manager, 7, corpus.frequencies());
    return model;
  }

  /** The numbers of an array, widened. */
  public static double[] numbers(NDArray array) {
    return array.getDataType() == DataType.FLOAT64
        ? array.toDoubleArray()
        : widened(array.toFloatArray());
  }

  private static double[] widened(float[] narrow) {
    double[] wide = new double[narrow.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = narrow[i];
    }
    return wide;
  }

  /** Computes a scalar and adds its gradient to what it was computed from. */
  public static void backward(Supplier<NDArray> loss) {
    try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      collector.backward(loss.get());
    }
  }

  /** The numbers of every parameter by its path. */
  public static Map<String, double[]> values(ConceptModel model) {
    Map<String, double[]> values = new HashMap<>();
    model
        .parameters()
        .entries()
        .forEach(e -> values.put(e.path(), numbers(e.parameter().getArray())));
    return values;
  }

  /** The greatest difference between numbers at the same places. */
  public static double difference(double[] one, double[] other) {
    if (one.length != other.length) {
      throw new AssertionError(one.length + " numbers against " + other.length);
    }
    double most = 0;
    for (int i = 0; i < one.length; i++) {
      double difference = Math.abs(one[i] - other[i]);
      most = Double.isNaN(difference) ? Double.POSITIVE_INFINITY : Math.max(most, difference);
    }
    return most;
  }
}
