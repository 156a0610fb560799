package org.conceptspaces.api;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A concept space as a config names it.
 *
 * @param space the name of a space or geometry
 * @param values its checked options
 */
public record SpaceConfig(String space, Values values) {

  /**
   * The same space with one option changed, for spaces that decide something for their child.
   *
   * @param <T> the option's Java type
   * @param option the option
   * @param value its value
   * @return the changed config
   */
  public <T> SpaceConfig with(Option<T> option, T value) {
    Map<String, Object> changed = new HashMap<>(values.asMap());
    changed.put(option.name(), value);
    return new SpaceConfig(space, Values.of(changed));
  }

  /**
   * Where a space of some name is, here or anywhere below; for messages.
   *
   * @param name the name of a space or geometry
   * @return the path of the first one as configs write it, {@code .levels[1].child} say; empty text
   *     if it is this one, nothing if there is none
   */
  public Optional<String> find(String name) {
    return space.equals(name) ? Optional.of("") : find(values.asMap(), name);
  }

  private static Optional<String> find(Map<String, Object> values, String name) {
    return values.entrySet().stream()
        .flatMap(
            entry ->
                find(entry.getValue(), name).map(below -> "." + entry.getKey() + below).stream())
        .findFirst();
  }

  private static Optional<String> find(Object value, String name) {
    if (value instanceof SpaceConfig config) {
      return config.find(name);
    }
    if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        Optional<String> below = find((Object) list.get(i), name);
        if (below.isPresent()) {
          return Optional.of("[" + i + "]" + below.get());
        }
      }
    }
    return Optional.empty();
  }
}
