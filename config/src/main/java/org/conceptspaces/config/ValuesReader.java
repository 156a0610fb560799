package org.conceptspaces.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.conceptspaces.api.Option;
import org.conceptspaces.api.Values;
import org.jspecify.annotations.Nullable;

/** Reads a mapping against the options it may have. */
final class ValuesReader {

  private final OptionReader reader;
  private final Problems problems;

  ValuesReader(OptionReader reader, Problems problems) {
    this.reader = reader;
    this.problems = problems;
  }

  /**
   * The entries of a mapping by key. Reports keys that are unknown, no words, there twice, or
   * without a value; none of these is returned, except for the first of two.
   *
   * @param mapping what is written
   * @param path of the mapping
   * @param known the keys there may be
   * @return the rest
   */
  Map<String, Tree> entries(Tree.Mapping mapping, String path, Collection<String> known) {
    return entries(
        mapping,
        path,
        name ->
            known.contains(name)
                ? Optional.empty()
                : Optional.of("no such key" + Names.hint(name, known)));
  }

  /** The same where keys are names that a config gives, unless they are refused in words. */
  Map<String, Tree> entries(
      Tree.Mapping mapping, String path, Function<String, Optional<String>> refusal) {
    Map<String, Tree> entries = new LinkedHashMap<>();
    Map<String, Integer> lines = new LinkedHashMap<>();
    for (Tree.Entry entry : mapping.entries()) {
      if (!(entry.key() instanceof Scalar key) || key.kind() != Scalar.Kind.TEXT) {
        String where = path.isEmpty() ? "top level" : path;
        problems.add(entry.key().at(), where, "wants words as keys, not " + entry.key().shown());
        continue;
      }
      String name = key.text();
      String below = below(path, name);
      Integer first = lines.putIfAbsent(name, key.at().line());
      if (first != null) {
        problems.add(
            key.at(), below, "is there twice, on lines " + first + " and " + key.at().line());
        continue;
      }
      refusal
          .apply(name)
          .ifPresentOrElse(
              message -> problems.add(key.at(), below, message),
              () -> entries.put(name, entry.value()));
    }
    return entries;
  }

  /** The path of a key. */
  static String below(String path, String key) {
    return path.isEmpty() ? Names.key(key) : path + "." + Names.key(key);
  }

  /**
   * The values of options: those written, and the defaults of the others. Reports what is missing
   * or not accepted.
   *
   * @param entries what is written, known keys only; others than options are passed over
   * @param options the options
   * @param at where to report what is missing
   * @param path of the mapping
   * @param depth of spaces around it
   * @return the values, incomplete if a problem was reported
   */
  Values read(
      Map<String, Tree> entries,
      List<Option<?>> options,
      Tree.Position at,
      String path,
      int depth) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Option<?> option : options) {
      String below = below(path, option.name());
      Tree written = entries.get(option.name());
      Tree tree = written != null ? written : defaultTree(option);
      if (tree == null) {
        problems.add(at, below, "is required: wants " + Wants.of(option.type()));
      } else if (tree instanceof Scalar value && value.kind() == Scalar.Kind.NOTHING) {
        problems.add(tree.at(), below, "is empty: " + wantsInstead(option));
      } else {
        reader
            .read(option.type(), tree, below, depth)
            .ifPresent(value -> values.put(option.name(), value));
      }
    }
    return Values.of(values);
  }

  /** Reads defaults as if they were written, so that those of spaces are filled in as well. */
  private static @Nullable Tree defaultTree(Option<?> option) {
    Object value = option.defaultValue();
    return value == null ? null : MapTree.of(Plain.of(value));
  }

  private static String wantsInstead(Option<?> option) {
    String wants = "wants " + Wants.of(option.type());
    Object value = option.defaultValue();
    return value == null ? wants : wants + ", or leave the key out for " + OptionTable.shown(value);
  }

  /** The names of options, after other keys. */
  static List<String> names(List<String> others, List<Option<?>> options) {
    List<String> names = new ArrayList<>(others);
    options.forEach(option -> names.add(option.name()));
    return names;
  }
}
