package org.conceptspaces.cli;

import com.google.gson.Gson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.conceptspaces.api.Option;
import org.conceptspaces.api.SpaceConfig;
import org.conceptspaces.api.Values;
import org.conceptspaces.config.Config;
import org.conceptspaces.config.ConfigException;
import org.conceptspaces.config.ConfigReader;
import org.conceptspaces.config.GeometrySpaceOptions;
import org.conceptspaces.config.Names;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.poincare.construction.SarkarOptions;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.embedding.EmbeddingOptions;

/**
 * What a command line says of an embedding, checked as a config is: the method and the geometry
 * with their options.
 */
record EmbeddingConfig(EmbeddingMethod method, Config config, SpaceConfig space, int dimension) {

  /** The geometry of constructions. */
  private static final String BALL = "poincare";

  /**
   * Reads a method and a geometry. Options of both go by their names.
   *
   * @param plugins what is installed
   * @param method the method
   * @param name the geometry's name
   * @param dimension its dimension
   * @param options values by name, as a config would have them
   */
  static EmbeddingConfig read(
      Plugins plugins,
      EmbeddingMethod method,
      String name,
      int dimension,
      Map<String, String> options) {
    checkGeometry(plugins, name);
    if (method.constructs() && !name.equals(BALL)) {
      throw new UserException(
          "--space %s: --method %s finds points of %s; leave --space out, or use --method train"
              .formatted(name, method, BALL));
    }
    options.forEach((key, value) -> refuseOthers(plugins, method, name, key, value));
    List<String> known = new ArrayList<>(method.options());
    if (!method.constructs()) {
      known.addAll(0, ofGeometry(plugins, name));
    }
    checkNames(
        options,
        known,
        method.constructs()
            ? "an option of --method " + method
            : "an option of " + name + " or of training");
    List<String> own = new ArrayList<>();
    List<String> space = new ArrayList<>(List.of("space: " + name, "dimension: " + dimension));
    options.forEach(
        (key, value) -> {
          if (value.lines().count() != 1) {
            throw new UserException(
                "--option " + key + "=" + value.strip() + ": wants NAME=VALUE, on one line");
          }
          Optional<Option<?>> option = method.option(key);
          if (option.isPresent()) {
            own.add(key + ": " + plain(option.get(), value));
          } else {
            space.add(key + ": " + value);
          }
        });
    String yaml =
        method.section().name()
            + ":"
            + (own.isEmpty() ? " {}" : "\n  " + String.join("\n  ", own))
            + "\nspaces:\n- "
            + String.join("\n  ", space);
    try {
      return of(
          method, new ConfigReader(plugins, List.of(method.section())).read(yaml, "--option"));
    } catch (ConfigException e) {
      throw new ConfigException(
          "command line", e.problems().stream().map(EmbeddingConfig::asOptions).toList(), e);
    }
  }

  /** A problem's path in a config, as the options of the command that stand for it. */
  private static String asOptions(String problem) {
    return problem
        .replaceFirst("^spaces\\[0]\\.dimension\\b", "--dimension")
        .replaceFirst("^(spaces\\[0]|training|sarkar|hmds)\\.", "--option ")
        .replaceFirst("^line \\d+, column \\d+: not YAML", "a value of --option is not YAML");
  }

  /** Refuses what is no geometry, and tells of those there are if there is nothing of the name. */
  private static void checkGeometry(Plugins plugins, String name) {
    if (plugins.find(name).isPresent() && !plugins.isGeometry(name)) {
      throw new UserException("--space " + name + ": is a space of its own, and no geometry");
    }
    plugins.geometry(name);
  }

  private static List<String> ofGeometry(Plugins plugins, String name) {
    checkGeometry(plugins, name);
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

  /** A text may look like a number, and have a colon in it. */
  private static String plain(Option<?> option, String value) {
    return option.type() instanceof Option.Text ? new Gson().toJson(value) : value;
  }

  /** What other methods have, or the geometry where a construction leaves no choice. */
  private static void refuseOthers(
      Plugins plugins, EmbeddingMethod method, String space, String key, String value) {
    boolean ofSpace = ofGeometry(plugins, space).contains(key);
    if (method.option(key).isPresent() || (ofSpace && !method.constructs())) {
      return;
    }
    String given = "--option " + key + "=" + value + ": ";
    EmbeddingMethod other = EmbeddingMethod.having(key).orElse(null);
    if (other != null) {
      throw new UserException(
          given
              + "is an option of --method "
              + other
              + "; --method "
              + method
              + " has "
              + String.join(", ", method.options()));
    }
    if (ofSpace) {
      throw new UserException(
          given
              + "--method "
              + method
              + " finds points of "
              + space
              + " at curvature 1, in doubles; its options are "
              + String.join(", ", method.options()));
    }
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
        of(
            EmbeddingMethod.train,
            new ConfigReader(plugins, List.of()).fromMap(Map.of("spaces", List.of(space)), source));
    if (!plugins.isGeometry(name)) {
      throw new ConfigException(source, List.of("geometry = " + name + ": is no geometry"), null);
    }
    return read;
  }

  private static EmbeddingConfig of(EmbeddingMethod method, Config config) {
    SpaceConfig space = config.spaces().get(0);
    return new EmbeddingConfig(
        method, config, space, space.values().get(GeometrySpaceOptions.DIMENSION));
  }

  /** The geometry's own options as plain values. */
  Map<String, Object> options() {
    Map<String, Object> options = new LinkedHashMap<>(Config.options(space));
    options.remove(GeometrySpaceOptions.DIMENSION.name());
    options.remove(GeometrySpaceOptions.CONCEPTS.name());
    return options;
  }

  /** The values of the method's options. */
  Values values() {
    return config.section(method.section().name());
  }

  /** How to place a tree. */
  SarkarOptions sarkar(Hierarchy hierarchy) {
    return ConstructionOptions.sarkar(values(), dimension, hierarchy);
  }

  /** How to train so many nodes, in flat space or not. */
  EmbeddingOptions training(int nodes, boolean flat) {
    return EmbeddingOptions.of(values(), dimension, nodes, flat);
  }
}
