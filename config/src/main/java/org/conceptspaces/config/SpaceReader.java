package org.conceptspaces.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.conceptspaces.api.Option;
import org.conceptspaces.api.SpaceConfig;
import org.jspecify.annotations.Nullable;

/** Reads a space: the name under {@code space}, and the options of the plugin of that name. */
final class SpaceReader {

  /** The key of the name, which no option may have. */
  static final String SPACE = "space";

  /** Deeper nesting than this is a mistake. */
  static final int MAX_DEPTH = 32;

  private final Plugins plugins;
  private final Problems problems;
  private final ValuesReader values;

  SpaceReader(Plugins plugins, Problems problems) {
    this.plugins = plugins;
    this.problems = problems;
    this.values = new ValuesReader(new OptionReader(this::read, problems), problems);
  }

  Problems problems() {
    return problems;
  }

  ValuesReader values() {
    return values;
  }

  /** The space that a mapping names, or null if a problem was reported for the whole of it. */
  @Nullable SpaceConfig read(Tree tree, String path, int depth) {
    if (depth > MAX_DEPTH) {
      problems.add(tree.at(), path, "spaces nest at most " + MAX_DEPTH + " deep");
      return null;
    }
    Tree.Mapping mapping = (Tree.Mapping) tree;
    Optional<InstalledPlugin> plugin = plugin(mapping, ValuesReader.below(path, SPACE));
    if (plugin.isEmpty()) {
      return null;
    }
    List<Option<?>> accepted = plugin.get().options();
    Map<String, Tree> entries =
        values.entries(mapping, path, ValuesReader.names(List.of(SPACE), accepted));
    return new SpaceConfig(
        plugin.get().name(), values.read(entries, accepted, mapping.at(), path, depth));
  }

  private Optional<InstalledPlugin> plugin(Tree.Mapping mapping, String path) {
    for (Tree.Entry entry : mapping.entries()) {
      if (entry.key() instanceof Scalar key && key.text().equals(SPACE)) {
        if (!(entry.value() instanceof Scalar name) || name.kind() != Scalar.Kind.TEXT) {
          problems.add(
              entry.value().at(),
              path,
              "wants a name" + known() + ", not " + entry.value().shown());
          return Optional.empty();
        }
        Optional<InstalledPlugin> plugin = plugins.find(name.text());
        if (plugin.isEmpty()) {
          problems.addValue(name, path, "no such space" + hint(name.text()));
        }
        return plugin;
      }
    }
    problems.add(mapping.at(), path, "is required: wants a name" + known());
    return Optional.empty();
  }

  /** Who meant no installed space may have forgotten to give the jar of another. */
  private String hint(String name) {
    String hint = Names.hint(name, plugins.names());
    return Names.nearest(name, plugins.names()).isPresent()
        ? hint
        : hint + "; give the jar of another by --plugins";
  }

  private String known() {
    return plugins.names().isEmpty()
        ? " (no space is installed)"
        : " (" + String.join(", ", plugins.names()) + ")";
  }
}
