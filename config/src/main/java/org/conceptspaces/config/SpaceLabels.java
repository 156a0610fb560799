package org.conceptspaces.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.conceptspaces.api.Option;
import org.conceptspaces.api.SpaceConfig;

/**
 * Short names of spaces for tables: {@code poincare 16×2}, {@code adaptive(poincare 16)}, {@code
 * poincare 16×16 curvature=0.5 +learnCurvature}.
 *
 * <p>A geometry shows concepts × dimension; as the only child of another space, which may decide
 * the number of concepts, it shows that only where it is not the default. Child spaces stand in
 * parentheses. Other options show where they are not the default, flags as {@code +} or {@code −}.
 */
public final class SpaceLabels {

  private final Plugins plugins;

  /**
   * Labels of spaces.
   *
   * @param plugins the plugins that the spaces name
   */
  public SpaceLabels(Plugins plugins) {
    this.plugins = plugins;
  }

  /**
   * The label of a space.
   *
   * @param config the space
   * @return one line
   * @throws PluginException if its plugin is not installed
   */
  public String label(SpaceConfig config) {
    return label(config, true);
  }

  /**
   * Labels that tell spaces of one table apart: equal ones are numbered, {@code … #2}.
   *
   * @param configs the spaces
   * @return a label each, distinct
   * @throws PluginException if a plugin is not installed
   */
  public List<String> labels(List<SpaceConfig> configs) {
    Map<String, Integer> times = new HashMap<>();
    List<String> labels = new ArrayList<>();
    for (SpaceConfig config : configs) {
      String label = label(config);
      int time = times.merge(label, 1, Integer::sum);
      labels.add(time == 1 ? label : label + " #" + time);
    }
    return labels;
  }

  private String label(SpaceConfig config, boolean concepts) {
    StringBuilder label = new StringBuilder(config.space());
    InstalledPlugin plugin = plugins.get(config.space());
    if (plugin.isGeometry()) {
      label.append(' ').append(size(config, concepts));
    }
    List<Option<?>> shown = new ArrayList<>(plugin.options());
    if (plugin.isGeometry()) {
      shown.removeAll(GeometrySpaceOptions.all());
    }
    return options(label, shown, config);
  }

  /** Of a geometry that is part of another: its dimension and share are options like others. */
  private String part(SpaceConfig config, List<Option<?>> beside) {
    List<Option<?>> shown = new ArrayList<>(beside);
    shown.addAll(plugins.get(config.space()).options());
    shown.removeAll(GeometrySpaceOptions.all());
    return options(new StringBuilder(config.space()), shown, config);
  }

  /** Adds children and the options that are not at their defaults. */
  private String options(StringBuilder label, List<Option<?>> options, SpaceConfig config) {
    List<String> children = new ArrayList<>();
    StringBuilder others = new StringBuilder();
    for (Option<?> option : options) {
      Object value =
          Objects.requireNonNullElse(
              config.values().asMap().get(option.name()),
              Optional.<Object>ofNullable(option.defaultValue()).orElse(""));
      if (!children(option, value, children) && !value.equals(option.defaultValue())) {
        others.append(' ').append(shown(option.name(), value));
      }
    }
    if (!children.isEmpty()) {
      label.append('(').append(String.join(", ", children)).append(')');
    }
    return label.append(others).toString();
  }

  private static String size(SpaceConfig config, boolean concepts) {
    int count = config.values().get(GeometrySpaceOptions.CONCEPTS);
    int dimension = config.values().get(GeometrySpaceOptions.DIMENSION);
    return concepts || !Integer.valueOf(count).equals(GeometrySpaceOptions.CONCEPTS.defaultValue())
        ? count + "×" + dimension
        : Integer.toString(dimension);
  }

  /** Adds the labels of child spaces, if the option is one of these. */
  private boolean children(Option<?> option, Object value, List<String> labels) {
    if (option.type() instanceof Option.Space && value instanceof SpaceConfig child) {
      labels.add(label(child, false));
      return true;
    }
    if (option.type() instanceof Option.Spaces && value instanceof List<?> list) {
      list.forEach(child -> labels.add(label((SpaceConfig) child, true)));
      return true;
    }
    if (option.type() instanceof Option.Geometries type && value instanceof List<?> list) {
      list.forEach(child -> labels.add(part((SpaceConfig) child, type.beside())));
      return true;
    }
    return false;
  }

  private static String shown(String name, Object value) {
    if (value instanceof Boolean flag) {
      return (flag ? "+" : "−") + name;
    }
    if (value instanceof List<?> list) {
      return name
          + "="
          + list.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
    }
    return name + "=" + Names.shortened(value.toString());
  }
}
