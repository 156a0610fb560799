package org.conceptspaces.testkit;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.conceptspaces.api.Option;
import org.conceptspaces.api.Plugin;
import org.conceptspaces.api.Range;
import org.conceptspaces.api.Values;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Laws of what every provider has: a name, a description, options, a place in {@code
 * META-INF/services}. Use {@link GeometryProviderContract} or {@link SpaceProviderContract}.
 */
public interface ProviderContract {

  /**
   * The provider under test.
   *
   * @return the provider
   */
  Plugin provider();

  /**
   * Values for what has no default.
   *
   * @return none unless overridden; a provider with required options must
   */
  default Values values() {
    return Values.of(Map.of());
  }

  /**
   * The classes that the service loader finds of this provider's kind.
   *
   * @return the classes
   */
  List<Class<?>> registered();

  /** The name matches {@code [a-z][a-z0-9-]*}. */
  @Test
  default void nameIsWellFormed() {
    String name = provider().name();
    Check.that("name()", name.matches("[a-z][a-z0-9-]*"), "[a-z][a-z0-9-]*", name);
  }

  /** The description is one sentence on one line. */
  @Test
  default void descriptionIsOneLine() {
    checkSentence("description()", provider().description());
  }

  /** Options have distinct names and descriptions. */
  @Test
  default void optionsAreDistinctAndDescribed() {
    Set<String> names = new HashSet<>();
    for (Option<?> option : provider().options()) {
      Check.that("option names", names.add(option.name()), "distinct", option.name() + " twice");
      checkSentence("description of option " + option.name(), option.description());
    }
  }

  /** Defaults are of their option's type and within its range. */
  @Test
  default void defaultsAreAccepted() {
    for (Option<?> option : provider().options()) {
      Object value = option.defaultValue();
      if (value != null) {
        Class<?> wanted = option.type().javaType();
        String what = "default of option " + option.name();
        Check.that(what, wanted.isInstance(value), wanted, value.getClass());
        String refusal = refusal(option.type(), value);
        Check.that(what, refusal == null, String.valueOf(refusal), value);
      }
    }
  }

  /** It is listed in {@code META-INF/services}. */
  @Test
  default void serviceLoaderFindsIt() {
    Class<?> mine = provider().getClass();
    Check.that("META-INF/services", registered().contains(mine), mine.getName(), registered());
  }

  private static void checkSentence(String what, String text) {
    boolean good = !text.isBlank() && text.lines().count() == 1 && text.strip().equals(text);
    Check.that(what, good, "one line, not blank", "'" + text + "'");
  }

  private static @Nullable String refusal(Option.Type<?> type, Object value) {
    if (type instanceof Option.WholeNumber number) {
      return refusal(number.range(), (Integer) value);
    }
    if (type instanceof Option.RealNumber number) {
      return refusal(number.range(), (Double) value);
    }
    if (type instanceof Option.Choice choice) {
      return choice.words().contains(value) ? null : "one of " + choice.words();
    }
    if (type instanceof Option.WholeNumbers numbers) {
      for (Object element : (List<?>) value) {
        if (!(element instanceof Integer whole) || !numbers.range().contains(whole)) {
          return "whole numbers " + numbers.range();
        }
      }
    }
    return null;
  }

  private static @Nullable String refusal(Range range, double value) {
    return range.contains(value) ? null : "a number " + range;
  }
}
