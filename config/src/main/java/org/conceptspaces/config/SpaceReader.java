package org.conceptspaces.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.conceptspaces.api.Option;
import org.conceptspaces.api.SpaceConfig;
import org.conceptspaces.api.Values;
import org.jspecify.annotations.Nullable;

/** Reads a space: the name under {@code space}, and the options of the plugin of that name. */
final class SpaceReader implements OptionReader.Spaces {

  /** The key of the name, which no option may have. */
  static final String SPACE = "space";

  /** Deeper nesting than this is a mistake. */
  static final int MAX_DEPTH = 32;

  private final Plugins plugins;
  private final Problems problems;
  private final ValuesReader values;
  private final NameReader spaces;
  private final NameReader geometries;

  SpaceReader(Plugins plugins, Problems problems) {
    this.plugins = plugins;
    this.problems = problems;
    this.values = new ValuesReader(new OptionReader(this, problems), problems);
    this.spaces = NameReader.ofSpaces(plugins, problems);
    this.geometries = NameReader.ofGeometries(plugins, problems);
  }

  Problems problems() {
    return problems;
  }

  ValuesReader values() {
    return values;
  }

  /** The space that a mapping names, or null if a problem was reported for the whole of it. */
  @Override
  public @Nullable SpaceConfig space(Tree.Mapping mapping, String path, int depth) {
    int before = problems.count();
    Optional<InstalledPlugin> plugin = named(spaces, mapping, path, depth);
    if (plugin.isEmpty()) {
      return null;
    }
    SpaceConfig space =
        new SpaceConfig(plugin.get().name(), read(mapping, plugin.get().options(), path, depth));
    if (problems.count() == before) {
      check(space, mapping, path);
    }
    return space;
  }

  private void check(SpaceConfig space, Tree.Mapping mapping, String path) {
    if (plugins.isGeometry(space.space())) {
      int dimension = space.values().get(GeometrySpaceOptions.DIMENSION);
      new PartChecks(plugins, problems, mapping.at(), path).check(space, dimension);
    } else {
      plugins
          .space(space.space())
          .check(
              space.values(),
              (below, message) -> problems.add(mapping.at(), path + "." + below, message));
    }
  }

  /** The geometry that a mapping names, as part of another, or null likewise. */
  @Override
  public @Nullable SpaceConfig geometry(
      Tree.Mapping mapping, String path, int depth, List<Option<?>> beside) {
    Optional<InstalledPlugin> plugin = named(geometries, mapping, path, depth);
    if (plugin.isEmpty()) {
      return null;
    }
    List<Option<?>> accepted = new ArrayList<>(beside);
    for (Option<?> own : plugin.get().options()) {
      if (GeometrySpaceOptions.all().contains(own)) {
        continue;
      }
      if (beside.stream().anyMatch(b -> b.name().equals(own.name()))) {
        String clash = plugin.get().name() + " has an option " + own.name() + " of its own";
        problems.add(mapping.at(), path, clash + ", so it cannot be a part here");
        return null;
      }
      accepted.add(own);
    }
    return new SpaceConfig(plugin.get().name(), read(mapping, accepted, path, depth));
  }

  private Optional<InstalledPlugin> named(
      NameReader names, Tree.Mapping mapping, String path, int depth) {
    if (depth > MAX_DEPTH) {
      problems.add(mapping.at(), path, "spaces nest at most " + MAX_DEPTH + " deep");
      return Optional.empty();
    }
    return names.read(mapping, ValuesReader.below(path, SPACE));
  }

  private Values read(Tree.Mapping mapping, List<Option<?>> accepted, String path, int depth) {
    Map<String, Tree> entries =
        values.entries(mapping, path, ValuesReader.names(List.of(SPACE), accepted));
    return values.read(entries, accepted, mapping.at(), path, depth);
  }
}
