package org.conceptspaces.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A config with problems. The message names the file and has all of them, one line each. */
public final class ConfigException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final List<String> problems;

  /**
   * A config with problems.
   *
   * @param source the file, or what else the config came from
   * @param problems one line each in the order of the file, at least one
   * @param cause the first cause, if there is one
   */
  public ConfigException(String source, List<String> problems, @Nullable Throwable cause) {
    super(Complaints.message(source, problems), cause);
    this.problems = List.copyOf(problems);
  }

  /**
   * What is wrong, by path: {@code spaces[0].curvature = 0.0: wants a number above 0}.
   *
   * @return one line each, in the order of the file
   */
  public List<String> problems() {
    return problems;
  }
}
