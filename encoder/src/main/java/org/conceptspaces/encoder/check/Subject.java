package org.conceptspaces.encoder.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.conceptspaces.api.Option;
import org.conceptspaces.api.SpaceConfig;
import org.conceptspaces.api.Values;
import org.conceptspaces.config.GeometrySpaceOptions;
import org.conceptspaces.config.InstalledPlugin;

/**
 * A geometry as it is checked: with its options at their defaults, or with one flag the other way.
 *
 * @param label its name, then the option that is not at its default
 * @param config the concept space of it, small
 */
record Subject(String label, SpaceConfig config) {

  private static final int CONCEPTS = 8;
  private static final int DIMENSION = 8;

  /** The ways to check a geometry; none if it has an option without default. */
  static List<Subject> of(InstalledPlugin geometry) {
    List<Subject> subjects = new ArrayList<>();
    if (geometry.options().stream().anyMatch(option -> option.defaultValue() == null)) {
      return subjects;
    }
    subjects.add(with(geometry, geometry.name(), Map.of()));
    for (Option<?> option : geometry.options()) {
      if (option.defaultValue() instanceof Boolean standard) {
        String label = geometry.name() + (standard ? " -" : " +") + option.name();
        subjects.add(with(geometry, label, Map.of(option.name(), !standard)));
      }
    }
    return subjects;
  }

  private static Subject with(InstalledPlugin geometry, String label, Map<String, Object> own) {
    Map<String, Object> values = new LinkedHashMap<>(own);
    values.put(GeometrySpaceOptions.CONCEPTS.name(), CONCEPTS);
    values.put(GeometrySpaceOptions.DIMENSION.name(), DIMENSION);
    return new Subject(label, new SpaceConfig(geometry.name(), Values.of(values)));
  }
}
