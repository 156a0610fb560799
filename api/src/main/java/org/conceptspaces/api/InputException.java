package org.conceptspaces.api;

import org.jspecify.annotations.Nullable;

/**
 * Input that cannot be used. The message is one line for the person who made it: where it stands,
 * what was found, what is accepted and what to do.
 */
public class InputException extends RuntimeException {

  private static final int SHOWN = 60;

  /**
   * Reports unusable input.
   *
   * @param message one line that a user can act on
   */
  public InputException(String message) {
    super(message);
  }

  /**
   * Reports unusable input and what revealed it.
   *
   * @param message one line that a user can act on
   * @param cause what revealed it, or null
   */
  public InputException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** The line for the user; never null. */
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }

  /**
   * A value as messages show it: in single quotes, control characters as {@code \}{@code uXXXX},
   * cut after 60 characters so that a message stays one line.
   *
   * @param value any text
   * @return the text, fit for a message
   */
  public static String quote(String value) {
    StringBuilder shown = new StringBuilder("'");
    int[] points = value.codePoints().limit(SHOWN + 1L).toArray();
    for (int i = 0; i < Math.min(points.length, SHOWN); i++) {
      if (Character.isISOControl(points[i])) {
        shown.append(String.format("\\u%04X", points[i]));
      } else {
        shown.appendCodePoint(points[i]);
      }
    }
    return shown.append(points.length > SHOWN ? "…'" : "'").toString();
  }
}
