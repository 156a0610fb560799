package org.conceptspaces.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.conceptspaces.api.Option;
import org.conceptspaces.api.SpaceConfig;
import org.conceptspaces.api.Variant;

/** Checks options themselves, as a plugin or section declares them. */
final class OptionChecks {

  private OptionChecks() {}

  /** What is wrong with a list of options; names reserved are refused. */
  static List<String> problems(List<Option<?>> options, Collection<String> reserved) {
    List<String> problems = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Option<?> option : options) {
      if (reserved.contains(option.name())) {
        problems.add("an option must not be called '" + option.name() + "'");
      } else if (!names.add(option.name())) {
        problems.add(
            isGeneric(option.name(), options)
                ? "a geometry must not declare the option '"
                    + option.name()
                    + "', which every geometry has"
                : "the option '" + option.name() + "' is declared twice");
      } else {
        problems.addAll(defaultProblems(option));
        if (option.type() instanceof Option.Geometries parts) {
          problems.addAll(besideProblems(option.name(), parts.beside(), reserved));
        }
        if (option.type() instanceof Option.Recipes named) {
          problems.addAll(variantProblems(option.name(), named));
        }
      }
    }
    return problems;
  }

  /** Options of parts are checked like others; none may be required, as no part need be special. */
  private static List<String> besideProblems(
      String name, List<Option<?>> beside, Collection<String> reserved) {
    List<String> problems = new ArrayList<>();
    for (String problem : problems(beside, reserved)) {
      problems.add(name + ": " + problem);
    }
    for (Option<?> option : beside) {
      if (option.defaultValue() == null) {
        problems.add(name + ": the option '" + option.name() + "' wants a default");
      }
    }
    return problems;
  }

  private static List<String> variantProblems(String name, Option.Recipes named) {
    List<String> problems = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Variant variant : named.variants()) {
      if (!names.add(variant.name())) {
        problems.add(name + ": '" + variant.name() + "' is there twice");
      }
      for (String problem : problems(variant.options(), Set.of(named.key()))) {
        problems.add(name + ", " + variant.name() + ": " + problem);
      }
    }
    return problems;
  }

  private static boolean isGeneric(String name, List<Option<?>> options) {
    return GeometrySpaceOptions.all().stream()
        .anyMatch(g -> g.name().equals(name) && options.contains(g));
  }

  /** Takes every name for granted. */
  private static final class AnySpace implements OptionReader.Spaces {
    @Override
    public SpaceConfig space(Tree.Mapping tree, String path, int depth) {
      return new SpaceConfig("any", Plain.NONE);
    }

    @Override
    public SpaceConfig geometry(Tree.Mapping tree, String path, int depth, List<Option<?>> beside) {
      return new SpaceConfig("any", Plain.NONE);
    }
  }

  /** A default is checked as if a config had it. */
  private static List<String> defaultProblems(Option<?> option) {
    Object value = option.defaultValue();
    if (value == null) {
      return List.of();
    }
    if (!option.type().javaType().isInstance(value)) {
      return List.of(
          "the default of the option '"
              + option.name()
              + "' is a "
              + value.getClass().getSimpleName()
              + ", not a "
              + option.type().javaType().getSimpleName());
    }
    Problems problems = new Problems();
    // spaces in defaults are checked with the config, when all plugins are known
    OptionReader reader = new OptionReader(new AnySpace(), problems);
    reader.read(option.type(), MapTree.of(Plain.of(value)), "", 0);
    return problems.sorted().stream()
        .map(p -> "the default of the option '" + option.name() + "'" + p)
        .toList();
  }
}
