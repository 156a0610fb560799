package org.conceptspaces.benchmarks;

import java.util.List;
import java.util.Map;
import org.conceptspaces.api.SpaceConfig;
import org.conceptspaces.config.ConfigReader;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.encoder.network.ConceptModel;

/** Models of the real size. */
final class Spaces {

  private Spaces() {}

  /** Declares a model whose concepts live in a geometry, by its name. */
  static ConceptModel model(String space) {
    Plugins plugins = Plugins.load(Spaces.class.getClassLoader());
    Map<String, Object> options =
        Map.of("space", space, "concepts", RealSize.CONCEPTS, "dimension", RealSize.DIMENSION);
    SpaceConfig config =
        new ConfigReader(plugins, List.of())
            .fromMap(Map.of("spaces", List.of(options)), "benchmark")
            .spaces()
            .get(0);
    return new ConceptModel(RealSize.SHAPE, RealSize.VOCABULARY, config, plugins);
  }
}
