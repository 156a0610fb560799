package org.conceptspaces.api;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
   * Whether a space of some name is here or anywhere below.
   *
   * @param name the name of a space or geometry
   * @return whether it is
   */
  public boolean mentions(String name) {
    return space.equals(name) || values.asMap().values().stream().anyMatch(v -> mentions(v, name));
  }

  private static boolean mentions(Object value, String name) {
    if (value instanceof SpaceConfig config) {
      return config.mentions(name);
    }
    return value instanceof List<?> list && list.stream().anyMatch(v -> mentions(v, name));
  }
}
