package org.conceptspaces.integration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.conceptspaces.api.Option;
import org.conceptspaces.config.Config;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.encoder.experiment.ExperimentSections;

/** Configs of short trainings, for whatever spaces are installed. */
final class SmallConfigs {

  private static final Map<String, Object> ENCODER =
      Map.of(
          "tokenDimension",
          8,
          "hidden",
          32,
          "layers",
          1,
          "heads",
          2,
          "feedForward",
          32,
          "maximumTokens",
          16);
  private static final Map<String, Object> TRAINING = Map.of("steps", 6, "pairs", 8);

  private SmallConfigs() {}

  static Config of(
      Plugins plugins, Map<String, ?> data, List<Integer> seeds, List<Map<String, Object>> spaces) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("data", data);
    map.put("encoder", ENCODER);
    map.put("training", TRAINING);
    map.put("seeds", seeds);
    map.put("spaces", spaces);
    return ExperimentSections.reader(plugins).fromMap(map, "test");
  }

  /**
   * A small space of any name: what has no default, or a large one, is given the least that will
   * do.
   */
  static Map<String, Object> space(Plugins plugins, String name) {
    Map<String, Object> space = new LinkedHashMap<>();
    space.put("space", name);
    if (plugins.isGeometry(name)) {
      space.put("concepts", 4);
      space.put("dimension", 3);
    }
    for (Option<?> option : plugins.options(name)) {
      if (option.type() instanceof Option.Spaces) {
        space.put(option.name(), List.of(space(plugins, "euclidean"), space(plugins, "poincare")));
      } else if (option.defaultValue() == null) {
        if (option.type() instanceof Option.Space) {
          space.put(option.name(), space(plugins, "euclidean"));
        } else if (option.type() instanceof Option.WholeNumbers) {
          space.put(option.name(), List.of(1, 2));
        } else if (option.type() instanceof Option.Geometries) {
          space.put(
              option.name(), List.of(Map.of("space", "euclidean"), Map.of("space", "poincare")));
        } else {
          throw new AssertionError(name + "." + option.name() + " has no default: give it one");
        }
      }
    }
    return space;
  }
}
