package org.conceptspaces.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.conceptspaces.api.SpaceConfig;
import org.conceptspaces.config.Config;
import org.conceptspaces.config.ConfigException;
import org.conceptspaces.config.ConfigReader;
import org.conceptspaces.config.GeometrySpaceOptions;
import org.conceptspaces.config.Names;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.config.Section;
import org.conceptspaces.taxonomy.embedding.EmbeddingOptions;

/**
 * What a command line says of an embedding, checked as a config is: the geometry with its options,
 * and the options of training.
 */
record EmbeddingConfig(Config config, SpaceConfig space, int dimension) {

  /** The options of training, for checks and help. */
  static final Section TRAINING = new Section("training", EmbeddingOptions.ALL);

  /**
   * Reads a geometry and its options. Options of training and of the geometry go by their names.
   *
   * @param plugins what is installed
   * @param name the geometry's name
   * @param dimension its dimension
   * @param options values by name, as a config would have them
   */
  static EmbeddingConfig read(
      Plugins plugins, String name, int dimension, Map<String, String> options) {
    if (!plugins.isGeometry(name)) {
      throw new UserException("--space " + name + ": is a space of its own, and no geometry");
    }
    List<String> ofTraining = TRAINING.options().stream().map(o -> o.name()).toList();
    List<String> known = new ArrayList<>(ofGeometry(plugins, name));
    known.addAll(ofTraining);
    checkNames(options, known, "an option of " + name + " or of training");
    List<String> training = new ArrayList<>();
    List<String> space = new ArrayList<>(List.of("space: " + name, "dimension: " + dimension));
    options.forEach(
        (key, value) -> {
          if (value.lines().count() != 1) {
            throw new UserException(
                "--option " + key + "=" + value.strip() + ": wants NAME=VALUE, on one line");
          }
          (ofTraining.contains(key) ? training : space).add(key + ": " + value);
        });
    String yaml =
        "training:"
            + (training.isEmpty() ? " {}" : "\n  " + String.join("\n  ", training))
            + "\nspaces:\n- "
            + String.join("\n  ", space);
    try {
      return of(new ConfigReader(plugins, List.of(TRAINING)).read(yaml, "--option"));
    } catch (ConfigException e) {
      throw new ConfigException(
          "command line", e.problems().stream().map(EmbeddingConfig::asOptions).toList(), e);
    }
  }

  /** A problem's path in a config, as the options of the command that stand for it. */
  private static String asOptions(String problem) {
    return problem
        .replaceFirst("^spaces\\[0]\\.dimension\\b", "--dimension")
        .replaceFirst("^(spaces\\[0]|training)\\.", "--option ")
        .replaceFirst("^line \\d+, column \\d+: not YAML", "a value of --option is not YAML");
  }

  private static List<String> ofGeometry(Plugins plugins, String name) {
    return plugins.options(name).stream()
        .map(o -> o.name())
        .filter(
            option ->
                !option.equals(GeometrySpaceOptions.DIMENSION.name())
                    && !option.equals(GeometrySpaceOptions.CONCEPTS.name()))
        .toList();
  }

  /**
   * Refuses what is no option of a geometry, where no training is to come.
   *
   * @param plugins what is installed
   * @param name the geometry's name
   * @param options values by name
   */
  static void checkGeometryOptions(Plugins plugins, String name, Map<String, String> options) {
    checkNames(options, ofGeometry(plugins, name), "an option of " + name);
  }

  private static void checkNames(Map<String, String> options, List<String> known, String wanted) {
    options.forEach(
        (key, value) -> {
          if (!known.contains(key)) {
            throw new UserException(
                "--option " + key + "=" + value + ": wants " + wanted + Names.hint(key, known));
          }
        });
  }

  /**
   * Reads the geometry that an embedding's description names.
   *
   * @param plugins what is installed
   * @param name the geometry's name
   * @param dimension its dimension
   * @param options its options, as {@link #options()} gave them
   * @param source what it is read from, for messages
   */
  static EmbeddingConfig read(
      Plugins plugins, String name, int dimension, Map<String, Object> options, String source) {
    Map<String, Object> space = new LinkedHashMap<>(options);
    space.put("space", name);
    space.put(GeometrySpaceOptions.DIMENSION.name(), dimension);
    EmbeddingConfig read =
        of(new ConfigReader(plugins, List.of()).fromMap(Map.of("spaces", List.of(space)), source));
    if (!plugins.isGeometry(name)) {
      throw new ConfigException(source, List.of("geometry = " + name + ": is no geometry"), null);
    }
    return read;
  }

  private static EmbeddingConfig of(Config config) {
    SpaceConfig space = config.spaces().get(0);
    return new EmbeddingConfig(config, space, space.values().get(GeometrySpaceOptions.DIMENSION));
  }

  /** The geometry's own options as plain values. */
  Map<String, Object> options() {
    Map<String, Object> options = new LinkedHashMap<>(Config.options(space));
    options.remove(GeometrySpaceOptions.DIMENSION.name());
    options.remove(GeometrySpaceOptions.CONCEPTS.name());
    return options;
  }

  /** How to train so many nodes. */
  EmbeddingOptions training(int nodes) {
    return EmbeddingOptions.of(config.section(TRAINING.name()), dimension, nodes);
  }
}
