package org.conceptspaces.encoder.model;

import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A saved model cannot be read or written. */
public final class ModelException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ModelException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** A file that is not what it should be, for a reason that something else found. */
  static ModelException unreadable(Path file, String as, Exception why) {
    return new ModelException(
        why instanceof NoSuchFileException
            ? file + ": is missing"
            : file + ": cannot be read as " + as + ": " + reason(why),
        why);
  }

  /** The first line of what went wrong, or its kind if it says nothing. */
  static String reason(Exception why) {
    String message = why.getMessage();
    return message == null || message.isBlank()
        ? why.getClass().getSimpleName()
        : message.strip().lines().findFirst().orElse("");
  }
}
