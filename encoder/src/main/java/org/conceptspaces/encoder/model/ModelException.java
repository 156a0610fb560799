package org.conceptspaces.encoder.model;

import org.jspecify.annotations.Nullable;

/** A saved model cannot be read or written. */
public final class ModelException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ModelException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
