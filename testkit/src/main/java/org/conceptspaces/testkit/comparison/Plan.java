package org.conceptspaces.testkit.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.conceptspaces.api.Spelling;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * The cells of a class.
 *
 * @param spaces the name of each space, in order
 * @param configs what measurements are told of each
 * @param dimensions in which to measure
 * @param seeds as which to measure
 */
record Plan(List<String> spaces, List<String> configs, List<Integer> dimensions, List<Long> seeds) {

  /**
   * A space that is given a name; a config in flow style begins with a brace, and does not match.
   */
  private static final Pattern NAMED = Pattern.compile("\\s*([\\w .-]*\\w)\\s*=\\s*(\\S.*)");

  static Plan of(CompareSpaces annotation, String where) {
    List<String> written = List.of(annotation.spaces());
    List<String> spaces = written.stream().map(space -> part(space, 1)).toList();
    List<Integer> dimensions = Arrays.stream(annotation.dimensions()).boxed().toList();
    List<Long> seeds = Arrays.stream(annotation.seeds()).boxed().toList();
    check(where, "spaces", spaces, spaces.stream().noneMatch(String::isBlank), "names");
    check(where, "dimensions", dimensions, dimensions.stream().allMatch(d -> d > 0), "at least 1");
    check(where, "seeds", seeds, true, "");
    if (seeds.size() < 2) {
      throw new ExtensionConfigurationException(
          where + " has seeds = " + seeds + ": a single seed has no interval; give 2 at least");
    }
    List<String> configs = written.stream().map(space -> part(space, 2)).toList();
    return new Plan(spaces, configs, dimensions, seeds);
  }

  private static String part(String space, int group) {
    Matcher named = NAMED.matcher(space);
    return named.matches() ? named.group(group) : space;
  }

  String config(String space) {
    return configs.get(spaces.indexOf(space));
  }

  private static void check(
      String where, String name, List<?> values, boolean accepted, String what) {
    Set<Object> distinct = new HashSet<>();
    String problem =
        values.isEmpty()
            ? "wants 1 at least"
            : !accepted
                ? "wants " + what
                : values.stream()
                    .filter(value -> !distinct.add(value))
                    .findFirst()
                    .map(value -> value + " is there twice")
                    .orElse("");
    if (!problem.isEmpty()) {
      throw new ExtensionConfigurationException(
          where + " has " + name + " = " + values + ": " + problem);
    }
  }

  /** All cells: a seed's spaces one after the other. */
  List<CellId> cells() {
    List<CellId> cells = new ArrayList<>();
    for (int dimension : dimensions) {
      for (long seed : seeds) {
        for (String space : spaces) {
          cells.add(new CellId(space, dimension, seed));
        }
      }
    }
    return cells;
  }

  void checkSpace(String space) {
    if (!spaces.contains(space)) {
      throw new IllegalArgumentException(
          "no space " + space + " was compared" + instead(space, spaces) + "Compared: " + join());
    }
  }

  void checkDimension(int dimension) {
    if (!dimensions.contains(dimension)) {
      throw new IllegalArgumentException(
          "nothing was measured at "
              + CellId.dimensions(dimension)
              + ". Measured: "
              + dimensions.stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }
  }

  private String join() {
    return String.join(", ", spaces);
  }

  /** The end of a sentence about a name that is not there. */
  static String instead(String name, Collection<String> known) {
    return Spelling.nearest(name, known).map(near -> "; did you mean " + near + "? ").orElse(". ");
  }
}
