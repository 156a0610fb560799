package org.conceptspaces.encoder.pretrained;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import org.conceptspaces.api.InputException;
import org.jspecify.annotations.Nullable;

/** Where what can be computed again is kept. */
public final class CacheFolder {

  /** The environment variable that names the folder. */
  public static final String VARIABLE = "CONCEPTS_CACHE_DIR";

  /** The system property that does so before the variable. */
  public static final String PROPERTY = "concepts.cache";

  private CacheFolder() {}

  /**
   * The folder; it need not exist.
   *
   * @return what {@link #PROPERTY} or {@link #VARIABLE} says, or else {@code concepts} in the
   *     user's folder for such things
   * @throws InputException if that is no path
   */
  public static Path get() {
    return of(System.getProperty(PROPERTY), System.getenv(), System.getProperty("user.home"));
  }

  /** The folder in some environment. */
  static Path of(@Nullable String property, Map<String, String> environment, String home) {
    Function<String, @Nullable String> set =
        name -> {
          String value = environment.get(name);
          return value == null || value.isBlank() ? null : value;
        };
    String named = property == null ? set.apply(VARIABLE) : property;
    if (named != null) {
      return path(named);
    }
    String caches = set.apply("XDG_CACHE_HOME");
    return (caches == null ? path(home).resolve(".cache") : path(caches)).resolve("concepts");
  }

  private static Path path(String named) {
    try {
      return Path.of(named);
    } catch (InvalidPathException e) {
      throw new InputException(
          VARIABLE + " = " + InputException.quote(named) + ": is no path of a folder", e);
    }
  }
}
