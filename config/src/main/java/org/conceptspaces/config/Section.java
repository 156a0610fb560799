package org.conceptspaces.config;

import java.util.List;
import java.util.Set;
import org.conceptspaces.api.Option;

/**
 * A top-level mapping of a config with options of its own, such as {@code data}.
 *
 * @param name its key, {@code [a-z][a-zA-Z0-9]*}; not {@code seeds} or {@code spaces}
 * @param options what it may hold, with distinct names and defaults within range
 */
public record Section(String name, List<Option<?>> options) {

  private static final Set<String> RESERVED = Set.of(ConfigReader.SEEDS, ConfigReader.SPACES);

  /**
   * Checks name and options.
   *
   * @throws IllegalArgumentException if any of them cannot be
   */
  public Section {
    options = List.copyOf(options);
    if (!name.matches("[a-z][a-zA-Z0-9]*") || RESERVED.contains(name)) {
      throw new IllegalArgumentException("a section cannot be called '" + name + "'");
    }
    List<String> problems = OptionChecks.problems(options, Set.of());
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException("section " + name + ": " + String.join("; ", problems));
    }
  }
}
