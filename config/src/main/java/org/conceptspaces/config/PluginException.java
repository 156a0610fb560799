package org.conceptspaces.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plugins that cannot be found or used. The message has all problems and names jar and class. */
public final class PluginException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final List<String> problems;

  /**
   * Plugins with problems.
   *
   * @param problems one line each, at least one
   * @param cause the first cause, if there is one
   */
  public PluginException(List<String> problems, @Nullable Throwable cause) {
    super(Complaints.message("plugins", problems), cause);
    this.problems = List.copyOf(problems);
  }

  /**
   * What is wrong.
   *
   * @return one line each
   */
  public List<String> problems() {
    return problems;
  }
}
