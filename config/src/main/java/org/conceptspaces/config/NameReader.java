package org.conceptspaces.config;

import java.util.List;
import java.util.Optional;
import org.conceptspaces.api.Spelling;

/** Reads the name under {@code space}, of any plugin or of a geometry. */
final class NameReader {

  private final Plugins plugins;
  private final Problems problems;
  private final String kind;
  private final List<String> names;

  private NameReader(Plugins plugins, Problems problems, String kind, List<String> names) {
    this.plugins = plugins;
    this.problems = problems;
    this.kind = kind;
    this.names = names;
  }

  static NameReader ofSpaces(Plugins plugins, Problems problems) {
    return new NameReader(plugins, problems, "space", List.copyOf(plugins.names()));
  }

  static NameReader ofGeometries(Plugins plugins, Problems problems) {
    return new NameReader(plugins, problems, "geometry", plugins.geometryNames());
  }

  /** The plugin that a mapping names, or empty if a problem was reported. */
  Optional<InstalledPlugin> read(Tree.Mapping mapping, String path) {
    for (Tree.Entry entry : mapping.entries()) {
      if (entry.key() instanceof Scalar key && key.text().equals(SpaceReader.SPACE)) {
        if (!(entry.value() instanceof Scalar name) || name.kind() != Scalar.Kind.TEXT) {
          problems.add(
              entry.value().at(),
              path,
              "wants a name" + known() + ", not " + entry.value().shown());
          return Optional.empty();
        }
        if (!names.contains(name.text())) {
          problems.addValue(name, path, unknown(name.text()));
          return Optional.empty();
        }
        return plugins.find(name.text());
      }
    }
    problems.add(mapping.at(), path, "is required: wants a name" + known());
    return Optional.empty();
  }

  /** Who meant none that is installed may have forgotten to give the jar of another. */
  private String unknown(String name) {
    if (plugins.find(name).isPresent()) {
      return "is a space, not a " + kind + "; known: " + String.join(", ", names);
    }
    String hint = "no such " + kind + Names.hint(name, names);
    return Spelling.nearest(name, names).isPresent()
        ? hint
        : hint + "; give the jar of another by --plugins";
  }

  private String known() {
    return names.isEmpty()
        ? " (no " + kind + " is installed)"
        : " (" + String.join(", ", names) + ")";
  }
}
