package org.conceptspaces.cli;

/** Bad input or usage that the user can mend; ends the command with exit code 2. */
final class UserException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Makes one.
   *
   * @param message names the thing, its value, what is accepted and what to do
   */
  UserException(String message) {
    super(message);
  }
}
