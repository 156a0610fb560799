package org.conceptspaces.taxonomy;

import org.conceptspaces.api.InputException;
import org.jspecify.annotations.Nullable;

/** A hierarchy, its texts or its points that cannot be used. */
public class DataException extends InputException {

  /**
   * Reports unusable data.
   *
   * @param message one line that a user can act on
   */
  public DataException(String message) {
    super(message);
  }

  /**
   * Reports unusable data and what revealed it.
   *
   * @param message one line that a user can act on
   * @param cause what revealed it, or null
   */
  public DataException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
