package org.conceptspaces.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One option of a plugin or of a section of a config: its name, type, default and meaning. Keep
 * options in constants; they are also the keys of {@link Values}.
 *
 * @param <T> the Java type of its values
 * @param name {@code [a-z][a-zA-Z0-9]*}, as written in configs
 * @param type what it accepts
 * @param defaultValue its value where the config is silent, or null where the config must name one
 * @param description one sentence for the list of options
 */
public record Option<T>(String name, Type<T> type, @Nullable T defaultValue, String description) {

  /**
   * What an option accepts. The set is closed, so that every config can be checked as a whole.
   *
   * @param <T> the Java type of its values
   */
  public sealed interface Type<T> {

    /**
     * The Java class of its values, for checks at run time.
     *
     * @return {@code T}, erased
     */
    Class<?> javaType();
  }

  /**
   * Whole numbers.
   *
   * @param range which are accepted
   */
  public record WholeNumber(Range range) implements Type<Integer> {
    @Override
    public Class<?> javaType() {
      return Integer.class;
    }
  }

  /**
   * Numbers.
   *
   * @param range which are accepted
   */
  public record RealNumber(Range range) implements Type<Double> {
    @Override
    public Class<?> javaType() {
      return Double.class;
    }
  }

  /** True or false. */
  public record Flag() implements Type<Boolean> {
    @Override
    public Class<?> javaType() {
      return Boolean.class;
    }
  }

  /** Any text that is not empty. */
  public record Text() implements Type<String> {
    @Override
    public Class<?> javaType() {
      return String.class;
    }
  }

  /**
   * One of a few words.
   *
   * @param words the words
   */
  public record Choice(List<String> words) implements Type<String> {
    @Override
    public Class<?> javaType() {
      return String.class;
    }
  }

  /** A concept space with its own options. */
  public record Space() implements Type<SpaceConfig> {
    @Override
    public Class<?> javaType() {
      return SpaceConfig.class;
    }
  }

  /** Several concept spaces, at least one. */
  public record Spaces() implements Type<List<SpaceConfig>> {
    @Override
    public Class<?> javaType() {
      return List.class;
    }
  }

  /**
   * Several geometries, at least one: parts of another. Each has its own options and some beside
   * them that say what part it is, but not those of the concept space that the encoder makes of it.
   *
   * @param beside the options beside each geometry's own, which must have other names
   */
  public record Geometries(List<Option<?>> beside) implements Type<List<SpaceConfig>> {

    /** Copies the list. */
    public Geometries {
      beside = List.copyOf(beside);
    }

    @Override
    public Class<?> javaType() {
      return List.class;
    }
  }

  /**
   * A list of whole numbers, at least one.
   *
   * @param range which are accepted
   */
  public record WholeNumbers(Range range) implements Type<List<Integer>> {
    @Override
    public Class<?> javaType() {
      return List.class;
    }
  }

  /** A list of texts, possibly none, of which none is empty. */
  public record Texts() implements Type<List<String>> {
    @Override
    public Class<?> javaType() {
      return List.class;
    }
  }

  /**
   * A list of items, possibly none, each of which names one of some variants and gives its options;
   * or several such lists by name, at least one.
   *
   * @param key the key of a variant's name; no variant may have an option of this name
   * @param variants what can be named
   */
  public record Recipes(String key, List<Variant> variants) implements Type<List<Recipe>> {

    /** Copies the list. */
    public Recipes {
      variants = List.copyOf(variants);
    }

    @Override
    public Class<?> javaType() {
      return List.class;
    }
  }

  /** Checks the name. */
  public Option {
    if (!name.matches("[a-z][a-zA-Z0-9]*")) {
      throw new IllegalArgumentException(
          "option name '" + name + "' wants a small letter, then letters and digits");
    }
  }

  /**
   * An option whose value is a whole number.
   *
   * @param name its name
   * @param defaultValue its default, or null if required
   * @param range which numbers are accepted
   * @param description one sentence
   * @return the option
   */
  public static Option<Integer> integer(
      String name, @Nullable Integer defaultValue, Range range, String description) {
    return new Option<>(name, new WholeNumber(range), defaultValue, description);
  }

  /**
   * An option whose value is a number.
   *
   * @param name its name
   * @param defaultValue its default, or null if required
   * @param range which numbers are accepted
   * @param description one sentence
   * @return the option
   */
  public static Option<Double> number(
      String name, @Nullable Double defaultValue, Range range, String description) {
    return new Option<>(name, new RealNumber(range), defaultValue, description);
  }

  /**
   * An option that is on or off.
   *
   * @param name its name
   * @param defaultValue its default
   * @param description one sentence
   * @return the option
   */
  public static Option<Boolean> flag(String name, boolean defaultValue, String description) {
    return new Option<>(name, new Flag(), defaultValue, description);
  }

  /**
   * An option whose value is a text.
   *
   * @param name its name
   * @param defaultValue its default, or null if required
   * @param description one sentence
   * @return the option
   */
  public static Option<String> text(
      String name, @Nullable String defaultValue, String description) {
    return new Option<>(name, new Text(), defaultValue, description);
  }

  /**
   * An option whose value is one of a few words.
   *
   * @param name its name
   * @param words the words, the default first
   * @param description one sentence
   * @return the option
   */
  public static Option<String> choice(String name, List<String> words, String description) {
    return new Option<>(name, new Choice(List.copyOf(words)), words.get(0), description);
  }

  /**
   * A required option whose value is another concept space.
   *
   * @param name its name
   * @param description one sentence
   * @return the option
   */
  public static Option<SpaceConfig> space(String name, String description) {
    return new Option<>(name, new Space(), null, description);
  }

  /**
   * A required option whose value is a list of concept spaces.
   *
   * @param name its name
   * @param description one sentence
   * @return the option
   */
  public static Option<List<SpaceConfig>> spaces(String name, String description) {
    return new Option<>(name, new Spaces(), null, description);
  }

  /**
   * A required option whose value is a list of geometries.
   *
   * @param name its name
   * @param beside the options that each has beside its own; all have a default
   * @param description one sentence
   * @return the option
   */
  public static Option<List<SpaceConfig>> geometries(
      String name, List<Option<?>> beside, String description) {
    return new Option<>(name, new Geometries(beside), null, description);
  }

  /**
   * An option whose value is a list of whole numbers.
   *
   * @param name its name
   * @param defaultValue its default, or null if required
   * @param range which numbers are accepted
   * @param description one sentence
   * @return the option
   */
  public static Option<List<Integer>> integers(
      String name, @Nullable List<Integer> defaultValue, Range range, String description) {
    return new Option<>(name, new WholeNumbers(range), defaultValue, description);
  }

  /**
   * An option whose value is a list of texts; none by default.
   *
   * @param name its name
   * @param description one sentence
   * @return the option
   */
  public static Option<List<String>> texts(String name, String description) {
    return new Option<>(name, new Texts(), List.of(), description);
  }

  /**
   * An option whose value is a list of items that each name a variant, or several such lists by
   * name; one without items by default.
   *
   * @param name its name
   * @param key the key of the name in each item
   * @param variants what can be named
   * @param description one sentence
   * @return the option
   */
  public static Option<List<Recipe>> recipes(
      String name, String key, List<Variant> variants, String description) {
    return new Option<>(
        name, new Recipes(key, variants), List.of(Recipe.unnamed(List.of())), description);
  }
}
