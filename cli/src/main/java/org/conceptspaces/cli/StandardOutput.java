package org.conceptspaces.cli;

import java.io.PrintWriter;

/** A writer keeps its errors to itself: a full disk would else look like success. */
final class StandardOutput {

  static final String FAILED =
      "standard output cannot be written: its disk is full, or its reader has ended";

  private StandardOutput() {}

  /** Ends work that nobody reads. */
  static void check(PrintWriter out) {
    if (out.checkError()) {
      throw new JobException(FAILED, null);
    }
  }
}
