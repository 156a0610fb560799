package org.conceptspaces.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.conceptspaces.api.GeometryProvider;
import org.conceptspaces.api.Option;
import org.conceptspaces.api.Plugin;
import org.conceptspaces.api.SpaceProvider;
import org.jspecify.annotations.Nullable;

/** Checks plugins as they come, and gathers all that is wrong with them. */
final class Registrar {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

  private final SortedMap<String, List<InstalledPlugin>> plugins = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();
  private @Nullable Throwable cause;

  /** Adds a plugin, by the name under which a module bound it or else its own. */
  void add(@Nullable String boundName, Plugin plugin) {
    Origin origin = Origin.of(plugin.getClass());
    try {
      String name = Objects.requireNonNull(plugin.name(), "no name");
      if (boundName != null && !boundName.equals(name)) {
        problems.add(origin + " is bound as " + quoted(boundName) + " but called " + quoted(name));
      } else if (!NAME.matcher(name).matches()) {
        problems.add(
            origin
                + " is called "
                + quoted(name)
                + ": a name wants a small letter, then small letters, digits and hyphens");
      } else {
        add(name, plugin, origin);
      }
    } catch (RuntimeException | LinkageError e) {
      problems.add(origin + " fails to describe itself: " + Discovery.reason(e));
      cause = cause == null ? e : cause;
    }
  }

  private void add(String name, Plugin plugin, Origin origin) {
    if (plugin instanceof GeometryProvider && plugin instanceof SpaceProvider) {
      problems.add(origin + " is both a geometry and a space: these want a class each");
    }
    String description = Objects.requireNonNull(plugin.description(), "no description");
    List<Option<?>> own = List.copyOf(Objects.requireNonNull(plugin.options(), "no options"));
    List<Option<?>> all = new ArrayList<>();
    if (plugin instanceof GeometryProvider) {
      all.addAll(GeometrySpaceOptions.all());
    }
    all.addAll(own);
    for (String problem : OptionChecks.problems(all, List.of(SpaceReader.SPACE))) {
      problems.add(name + ": " + problem + " (" + origin + ")");
    }
    plugins
        .computeIfAbsent(name, n -> new ArrayList<>())
        .add(new InstalledPlugin(name, description, all, origin, plugin));
  }

  /** The plugins by name, if nothing is wrong with any. */
  Map<String, InstalledPlugin> finish() {
    Map<String, InstalledPlugin> unique = new LinkedHashMap<>();
    plugins.forEach(
        (name, same) -> {
          unique.put(name, same.get(0));
          if (same.size() > 1) {
            problems.add(duplicates(name, same));
          }
        });
    if (!problems.isEmpty()) {
      throw new PluginException(problems, cause);
    }
    return unique;
  }

  private static String duplicates(String name, List<InstalledPlugin> same) {
    return same.stream()
        .map(p -> "the " + p.kind() + " " + p.origin())
        .sorted()
        .collect(
            Collectors.joining(" and ", same.size() + " plugins are called '" + name + "': ", ""));
  }

  private static String quoted(String name) {
    return Names.quoted(name);
  }
}
