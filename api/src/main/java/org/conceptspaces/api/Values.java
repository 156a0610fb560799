package org.conceptspaces.api;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The checked values of a set of options. */
public final class Values {

  private final Map<String, Object> values;

  private Values(Map<String, Object> values) {
    this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /**
   * Values by the names of their options. Whoever calls this has checked them; a program that
   * builds a plugin by hand may leave out what has a default.
   *
   * @param values values of the options' Java types
   * @return the values
   */
  public static Values of(Map<String, ?> values) {
    return new Values(new HashMap<>(values));
  }

  /**
   * The value of an option.
   *
   * @param <T> its Java type
   * @param option the option
   * @return the value given, or else the default
   * @throws IllegalArgumentException if there is neither, or the value has another type
   */
  public <T> T get(Option<T> option) {
    Object value = values.get(option.name());
    if (value == null) {
      value = option.defaultValue();
    }
    if (value == null) {
      throw new IllegalArgumentException("option " + option.name() + " is required");
    }
    return cast(option, value);
  }

  /**
   * The values given, by name.
   *
   * @return an unmodifiable map
   */
  public Map<String, Object> asMap() {
    return values;
  }

  @SuppressWarnings("unchecked") // each type of option has one Java type, checked here
  private static <T> T cast(Option<T> option, Object value) {
    Class<?> wanted = option.type().javaType();
    if (!wanted.isInstance(value)) {
      throw new IllegalArgumentException(
          "option "
              + option.name()
              + " = "
              + value
              + ": wants a "
              + wanted.getSimpleName()
              + ", not a "
              + value.getClass().getSimpleName());
    }
    return (T) value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Values that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
