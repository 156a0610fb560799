package org.conceptspaces.encoder.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.conceptspaces.api.Values;
import org.conceptspaces.config.Config;
import org.conceptspaces.config.ConfigException;
import org.conceptspaces.config.Section;
import org.conceptspaces.encoder.network.EncoderShape;
import org.conceptspaces.encoder.train.TrainingOptions;

/** The sections of an experiment's config. */
public final class ExperimentSections {

  /** All sections: {@code data}, {@code encoder}, {@code training}. */
  public static final List<Section> ALL =
      List.of(
          new Section("data", DataOptions.OPTIONS),
          new Section("encoder", EncoderShape.OPTIONS),
          new Section("training", TrainingOptions.OPTIONS));

  private ExperimentSections() {}

  static DataOptions data(Config config) {
    return read(config, "data", DataOptions::of);
  }

  static EncoderShape encoder(Config config) {
    return read(config, "encoder", EncoderShape::of);
  }

  static TrainingOptions training(Config config) {
    return read(config, "training", TrainingOptions::of);
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
    String source = config.file() == null ? "config" : config.file().toString();
    return new ConfigException(source, List.of(String.valueOf(e.getMessage())), e);
  }

  /** Where the config's relative paths start: its file's folder, or else the working directory. */
  static Path folder(Config config) {
    Path parent = config.file() == null ? null : config.file().getParent();
    return parent == null ? Path.of("") : parent;
  }
}
