package org.conceptspaces.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.conceptspaces.api.Option;
import org.conceptspaces.api.Range;
import org.conceptspaces.api.Recipe;
import org.conceptspaces.api.SpaceConfig;
import org.conceptspaces.api.Variant;
import org.jspecify.annotations.Nullable;

/** Reads the value of one option of any type; what it does not accept becomes a problem. */
final class OptionReader {

  /** Reads a space or geometry, or reports a problem and returns null. */
  interface Spaces {
    @Nullable SpaceConfig space(Tree.Mapping tree, String path, int depth);

    @Nullable SpaceConfig geometry(
        Tree.Mapping tree, String path, int depth, List<Option<?>> beside);
  }

  /** Reads an item of a list. */
  private interface Items {
    Optional<Object> read(Tree item, String path);
  }

  private final Spaces spaces;
  private final Problems problems;

  OptionReader(Spaces spaces, Problems problems) {
    this.spaces = spaces;
    this.problems = problems;
  }

  /**
   * Reads a value.
   *
   * @param type what is accepted
   * @param tree what is written
   * @param path where, for messages
   * @param depth of spaces around it
   * @return a value of the type's Java type, or empty if a problem was reported
   */
  Optional<Object> read(Option.Type<?> type, Tree tree, String path, int depth) {
    return OptionVisitor.visit(type, new Reading(tree, path, depth, Wants.of(type)));
  }

  private final class Reading implements OptionVisitor<Optional<Object>> {

    private final Tree tree;
    private final String path;
    private final int depth;
    private final String wants;

    Reading(Tree tree, String path, int depth, String wants) {
      this.tree = tree;
      this.path = path;
      this.depth = depth;
      this.wants = wants;
    }

    private Optional<Object> wrongType(String hint) {
      problems.add(tree.at(), path, "wants " + wants + ", not " + tree.shown() + hint);
      return Optional.empty();
    }

    private Optional<Object> outOfRange(Scalar value, String hint) {
      problems.addValue(value, path, "wants " + wants + hint);
      return Optional.empty();
    }

    @Override
    public Optional<Object> wholeNumber(Range range) {
      if (!(tree instanceof Scalar value)) {
        return wrongType("");
      }
      if (value.kind() == Scalar.Kind.REAL) {
        double number = value.number();
        return number == Math.rint(number)
                && range.contains(number)
                && Math.abs(number) <= Integer.MAX_VALUE
            ? outOfRange(value, ", written " + (long) number)
            : outOfRange(value, "");
      }
      if (value.kind() != Scalar.Kind.WHOLE) {
        return wrongType(Hints.number(value));
      }
      double number = value.number();
      if (!range.contains(number)) {
        return outOfRange(value, "");
      }
      if (number > Integer.MAX_VALUE || number < Integer.MIN_VALUE) {
        return outOfRange(value, number > 0 ? ", at most 2147483647" : ", at least -2147483648");
      }
      return Optional.of((int) number);
    }

    @Override
    public Optional<Object> realNumber(Range range) {
      if (!(tree instanceof Scalar value)) {
        return wrongType("");
      }
      if (value.kind() != Scalar.Kind.REAL && value.kind() != Scalar.Kind.WHOLE) {
        return wrongType(Hints.number(value));
      }
      double number = value.number() + 0.0; // no negative zero
      if (!Double.isFinite(number)) {
        return outOfRange(value, ", and finite");
      }
      return range.contains(number) ? Optional.of(number) : outOfRange(value, "");
    }

    @Override
    public Optional<Object> flag() {
      if (tree instanceof Scalar value && value.kind() == Scalar.Kind.FLAG) {
        return Optional.of(value.flag());
      }
      return wrongType("");
    }

    @Override
    public Optional<Object> text() {
      if (tree instanceof Scalar value && value.kind() == Scalar.Kind.TEXT) {
        return value.text().isEmpty() ? wrongType("") : Optional.of(value.text());
      }
      return wrongType(Hints.text(tree));
    }

    @Override
    public Optional<Object> choice(List<String> words) {
      if (tree instanceof Scalar value && value.kind() == Scalar.Kind.TEXT) {
        return words.contains(value.text())
            ? Optional.of(value.text())
            : outOfRange(value, Hints.word(value.text(), words));
      }
      return wrongType("");
    }

    @Override
    public Optional<Object> space() {
      return tree instanceof Tree.Mapping mapping
          ? Optional.ofNullable(spaces.space(mapping, path, depth + 1))
          : wrongType("");
    }

    @Override
    public Optional<Object> spaces() {
      return items(new Option.Space()).map(List::copyOf);
    }

    @Override
    public Optional<Object> geometries(List<Option<?>> beside) {
      return items(
              (item, at) -> {
                if (item instanceof Tree.Mapping mapping) {
                  return Optional.ofNullable(spaces.geometry(mapping, at, depth + 1, beside));
                }
                problems.add(
                    item.at(), at, "wants a geometry such as {space: NAME}, not " + item.shown());
                return Optional.empty();
              })
          .map(List::copyOf);
    }

    @Override
    public Optional<Object> wholeNumbers(Range range) {
      return items(new Option.WholeNumber(range)).map(List::copyOf);
    }

    @Override
    public Optional<Object> texts() {
      return isEmptyList() ? Optional.of(List.of()) : items(new Option.Text()).map(List::copyOf);
    }

    private boolean isEmptyList() {
      return tree instanceof Tree.Sequence sequence && sequence.items().isEmpty();
    }

    @Override
    public Optional<Object> recipes(String key, List<Variant> variants) {
      ValuesReader values = new ValuesReader(OptionReader.this, problems);
      VariantReader reader = new VariantReader(values, problems, key, variants);
      if (!(tree instanceof Tree.Mapping mapping)) {
        return recipe("", reader).map(List::of);
      }
      if (mapping.entries().isEmpty()) {
        return wrongType(" without any");
      }
      Map<String, Tree> lists = values.entries(mapping, path, Reading::refusal);
      List<Object> recipes = new ArrayList<>();
      lists.forEach(
          (name, list) -> {
            String below = ValuesReader.below(path, name);
            new Reading(list, below, depth, "a " + Wants.list(key) + ", [] for none")
                .recipe(name, reader)
                .ifPresent(recipes::add);
          });
      return recipes.size() == mapping.entries().size()
          ? Optional.of(List.copyOf(recipes))
          : Optional.empty();
    }

    private static Optional<String> refusal(String name) {
      return name.matches(Recipe.NAMES)
          ? Optional.empty()
          : Optional.of("as a name wants up to 40 letters, digits, - and _");
    }

    /** The recipe that is listed here. */
    private Optional<Object> recipe(String name, VariantReader reader) {
      if (isEmptyList()) {
        return Optional.of(new Recipe(name, List.of()));
      }
      return items((item, at) -> reader.read(item, at, depth))
          .map(items -> new Recipe(name, chosen(items)));
    }

    private static List<Variant.Chosen> chosen(List<Object> items) {
      return items.stream().map(Variant.Chosen.class::cast).toList();
    }

    private Optional<List<Object>> items(Option.Type<?> type) {
      return items((item, at) -> OptionReader.this.read(type, item, at, depth));
    }

    /** Reads all items, so that the problems of all are told. */
    private Optional<List<Object>> items(Items items) {
      if (!(tree instanceof Tree.Sequence sequence) || sequence.items().isEmpty()) {
        wrongType("");
        return Optional.empty();
      }
      List<Object> values = new ArrayList<>();
      int index = 0;
      for (Tree item : sequence.items()) {
        items.read(item, path + "[" + index++ + "]").ifPresent(values::add);
      }
      return values.size() == sequence.items().size()
          ? Optional.of(List.copyOf(values))
          : Optional.empty();
    }
  }
}
