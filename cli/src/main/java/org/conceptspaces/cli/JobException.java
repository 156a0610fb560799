package org.conceptspaces.cli;

import java.nio.file.Path;
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

  /**
   * A training that broke down.
   *
   * @param cause what happened
   * @param step the step of the last good checkpoint, or null if there is none
   * @param folder where that is
   */
  static JobException brokenOff(RuntimeException cause, @Nullable Integer step, Path folder) {
    String what = String.valueOf(cause.getMessage()).replaceFirst("\\.$", "");
    String last =
        step == null
            ? "No checkpoint was written."
            : "The last good checkpoint, %s, is in %s."
                .formatted(step == 0 ? "from before the first step" : "of step " + step, folder);
    return new JobException(what + ". " + last, cause);
  }
}
