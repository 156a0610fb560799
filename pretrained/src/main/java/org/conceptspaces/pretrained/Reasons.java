package org.conceptspaces.pretrained;

/** What native code says when it fails. */
final class Reasons {

  private Reasons() {}

  /** The first line of a message; what follows is a stack. */
  static String firstLine(Throwable why) {
    Throwable told = why;
    while (told.getCause() != null) {
      told = told.getCause();
    }
    String message = told.getMessage();
    return message == null || message.isBlank()
        ? told.getClass().getSimpleName()
        : message.strip().lines().findFirst().orElse("");
  }
}
