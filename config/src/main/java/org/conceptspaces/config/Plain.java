package org.conceptspaces.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.conceptspaces.api.Recipe;
import org.conceptspaces.api.SpaceConfig;
import org.conceptspaces.api.Values;
import org.conceptspaces.api.Variant;

/** Turns values into plain maps, lists, texts, numbers and flags, as JSON has them. */
final class Plain {

  /** No values. */
  static final Values NONE = Values.of(Map.of());

  private Plain() {}

  static Map<String, Object> of(Values values) {
    Map<String, Object> plain = new TreeMap<>();
    values.asMap().forEach((name, value) -> plain.put(name, of(value)));
    return plain;
  }

  static Map<String, Object> of(SpaceConfig config) {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put(SpaceReader.SPACE, config.space());
    plain.putAll(of(config.values()));
    return plain;
  }

  static Map<String, Object> of(Variant.Chosen chosen) {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put(chosen.key(), chosen.name());
    plain.putAll(of(chosen.values()));
    return plain;
  }

  /** The one recipe without a name is a list, as it is written. */
  private static Object recipes(List<?> recipes) {
    Map<String, Object> plain = new LinkedHashMap<>();
    recipes.forEach(each -> plain.put(((Recipe) each).name(), of(((Recipe) each).items())));
    return recipes.get(0) instanceof Recipe first && first.isNamed()
        ? plain
        : of(((Recipe) recipes.get(0)).items());
  }

  static Object of(Object value) {
    if (value instanceof Variant.Chosen chosen) {
      return of(chosen);
    }
    if (value instanceof SpaceConfig config) {
      return of(config);
    }
    if (value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Recipe) {
      return recipes(list);
    }
    if (value instanceof List<?> list) {
      List<Object> plain = new ArrayList<>();
      list.forEach(item -> plain.add(of((Object) item)));
      return List.copyOf(plain);
    }
    return value;
  }

  /**
   * A plain value as a config would have it, on one line: {@code {space: ball, curvature: 1.0}}.
   */
  static String shown(Object plain) {
    if (plain instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> entry.getKey() + ": " + shown(entry.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (plain instanceof List<?> list) {
      return list.stream().map(Plain::shown).collect(Collectors.joining(", ", "[", "]"));
    }
    return plain.toString();
  }
}
