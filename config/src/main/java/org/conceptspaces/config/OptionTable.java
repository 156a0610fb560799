package org.conceptspaces.config;

import java.util.ArrayList;
import java.util.List;
import org.conceptspaces.api.Option;
import org.conceptspaces.api.Variant;

/** Lists options as text, straight from those who declare them. */
public final class OptionTable {

  private static final String GAP = "  ";

  private OptionTable() {}

  /**
   * A plugin: a line with its name, kind, jar and version, one with its description, then its
   * options, indented.
   *
   * @param plugin the plugin
   * @return the lines
   */
  public static List<String> lines(InstalledPlugin plugin) {
    Origin origin = plugin.origin();
    String version = origin.version() == null ? "" : " " + origin.version();
    List<String> lines = new ArrayList<>();
    lines.add(plugin.name() + " (" + plugin.kind() + ", " + origin.file() + version + ")");
    lines.add(GAP + plugin.description());
    lines(plugin.options()).forEach(line -> lines.add(GAP + GAP + line));
    return lines;
  }

  /**
   * Options, one line each: name, what it accepts, default or {@code required}, description; in
   * columns two spaces apart. Spaces that are there by default have lines of their own, {@code
   * levels[0]}. What parts have beside their own options follows, {@code parts[].share}, and what
   * can be named with its options.
   *
   * @param options the options
   * @return the lines, in the order of the options
   */
  public static List<String> lines(List<Option<?>> options) {
    List<List<String>> rows = rows("", options);
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size() - 1; column++) {
        String cell = row.get(column);
        line.append(cell).append(" ".repeat(width(rows, column) - cell.length())).append(GAP);
      }
      lines.add(line.append(row.get(row.size() - 1)).toString().stripTrailing());
    }
    return lines;
  }

  private static List<List<String>> rows(String path, List<Option<?>> options) {
    List<List<String>> rows = new ArrayList<>();
    for (Option<?> option : options) {
      rows.add(row(path, option));
      rows.addAll(spaces(path, option));
      if (option.type() instanceof Option.Geometries parts) {
        rows.addAll(rows(path + option.name() + "[].", parts.beside()));
      }
      if (option.type() instanceof Option.Recipes named) {
        rows.addAll(variants(path + option.name() + "[]", named));
      }
    }
    return rows;
  }

  /** Options that all variants have once, then each variant with those that it alone has so. */
  private static List<List<String>> variants(String item, Option.Recipes named) {
    List<Option<?>> shared = new ArrayList<>(named.variants().get(0).options());
    named.variants().forEach(variant -> shared.retainAll(variant.options()));
    List<List<String>> rows = new ArrayList<>(rows(item + ".", shared));
    for (Variant variant : named.variants()) {
      rows.add(
          List.of(item, named.key() + ": " + variant.name(), "by name", variant.description()));
      List<Option<?>> own = new ArrayList<>(variant.options());
      own.removeAll(shared);
      rows.addAll(rows(item + ".", own));
    }
    return rows;
  }

  private static List<String> row(String path, Option<?> option) {
    return List.of(
        path + option.name(), Wants.noun(option.type()), value(option), option.description());
  }

  private static String value(Option<?> option) {
    Object value = option.defaultValue();
    if (value == null) {
      return "required";
    }
    return option.type() instanceof Option.Spaces ? "below" : shown(value);
  }

  /** The default of a list of spaces, a row for each: on one they would be as wide as a page. */
  private static List<List<String>> spaces(String path, Option<?> option) {
    List<List<String>> rows = new ArrayList<>();
    if (option.type() instanceof Option.Spaces && option.defaultValue() instanceof List<?> spaces) {
      for (int i = 0; i < spaces.size(); i++) {
        String item = path + option.name() + "[" + i + "]";
        rows.add(List.of(item, "by default", "", shown(spaces.get(i))));
      }
    }
    return rows;
  }

  private static int width(List<List<String>> rows, int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }

  /** A value as a config would have it, on one line. */
  static String shown(Object value) {
    return Plain.shown(Plain.of(value));
  }
}
