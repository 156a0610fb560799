package org.conceptspaces.cli;

import org.jspecify.annotations.Nullable;

/**
 * Work that failed in a way that the message explains wholly; ends the command with exit code 1.
 */
final class JobException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Makes one.
   *
   * @param message what failed, what is left, what to do
   * @param cause what happened, for {@code --debug}
   */
  JobException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
