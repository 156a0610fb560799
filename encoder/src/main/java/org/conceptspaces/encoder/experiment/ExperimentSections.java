package org.conceptspaces.encoder.experiment;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.conceptspaces.api.Option;
import org.conceptspaces.api.Values;
import org.conceptspaces.config.Config;
import org.conceptspaces.config.ConfigException;
import org.conceptspaces.config.ConfigReader;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.config.Section;
import org.conceptspaces.encoder.network.EncoderShape;
import org.conceptspaces.encoder.placement.PlacementSettings;
import org.conceptspaces.encoder.regularize.RegularizerSpec;
import org.conceptspaces.encoder.train.TrainingOptions;

/** The sections of an experiment's config. */
public final class ExperimentSections {

  /** All sections: {@code data}, {@code encoder}, {@code training}, {@code placement}. */
  public static final List<Section> ALL =
      List.of(
          new Section("data", DataOptions.OPTIONS),
          new Section("encoder", EncoderShape.OPTIONS),
          new Section("training", TrainingOptions.OPTIONS),
          new Section("placement", PlacementSettings.OPTIONS));

  /** All options beside sections: {@code regularizers}. */
  public static final List<Option<?>> OPTIONS = List.of(RegularizerSpec.OPTION);

  /** All options that ask something of the results: {@code gates}. */
  public static final List<Option<?>> CONDITIONS = List.of(Gates.OPTION);

  private ExperimentSections() {}

  /**
   * A reader of experiments' configs.
   *
   * @param plugins the spaces that they can name
   * @return the reader
   */
  public static ConfigReader reader(Plugins plugins) {
    return new ConfigReader(plugins, ALL, OPTIONS, CONDITIONS);
  }

  /**
   * How many runs a comparison of a config makes.
   *
   * @param config a config of {@link #reader}
   * @return spaces times recipes of regularisers times seeds
   */
  public static int runs(Config config) {
    int recipes = config.options().get(RegularizerSpec.OPTION).size();
    return config.spaces().size() * recipes * config.seeds().size();
  }

  /**
   * Whether a config has gates.
   *
   * @param config a config of {@link #reader}
   * @return whether there is at least one
   */
  public static boolean hasGates(Config config) {
    return !config.conditions().get(Gates.OPTION).isEmpty();
  }

  static DataOptions data(Config config) {
    return read(config, "data", DataOptions::of);
  }

  static EncoderShape encoder(Config config) {
    return read(config, "encoder", EncoderShape::of);
  }

  static TrainingOptions training(Config config) {
    return read(config, "training", TrainingOptions::of);
  }

  static PlacementSettings placement(Config config) {
    return read(config, "placement", PlacementSettings::of);
  }

  /** Refuses a config for all that is wrong with it; does nothing where nothing is. */
  static void refuse(Config config, List<String> problems) {
    if (!problems.isEmpty()) {
      throw new ConfigException(source(config), problems, null);
    }
  }

  /** The options at the top level with the first recipe alone. */
  static Values firstRecipe(Values options) {
    Map<String, Object> changed = new LinkedHashMap<>(options.asMap());
    changed.computeIfPresent(
        RegularizerSpec.OPTION.name(),
        (name, recipes) -> options.get(RegularizerSpec.OPTION).subList(0, 1));
    return Values.of(changed);
  }

  private static <T> T read(Config config, String section, Function<Values, T> reader) {
    try {
      return reader.apply(config.section(section));
    } catch (IllegalArgumentException e) {
      throw refusal(config, e);
    }
  }

  /** What only shows when options meet each other, or the data, as a problem of the config. */
  static ConfigException refusal(Config config, IllegalArgumentException e) {
    return refusal(config, List.of(String.valueOf(e.getMessage())), e);
  }

  static ConfigException refusal(Config config, List<String> problems, IllegalArgumentException e) {
    return new ConfigException(source(config), problems, e);
  }

  private static String source(Config config) {
    return config.file() == null ? "config" : config.file().toString();
  }

  /** Where the config's relative paths start: its file's folder, or else the working directory. */
  static Path folder(Config config) {
    Path parent = config.file() == null ? null : config.file().getParent();
    return parent == null ? Path.of("") : parent;
  }
}
