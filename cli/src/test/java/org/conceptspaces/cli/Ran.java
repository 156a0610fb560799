package org.conceptspaces.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * What running the command has yielded.
 *
 * @param exit the exit code
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
record Ran(int exit, String out, String err) {

  /** Runs the command in this process. */
  static Ran concepts(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    return new Ran(exit, out.toString(), err.toString());
  }

  /** Bad input is answered with one message, and nothing else happens. */
  void refusedWith(String message) {
    assertEquals("concepts: " + message + "\n", err.replace("\r\n", "\n"));
    assertEquals(Main.BAD_INPUT, exit);
    assertEquals("", out);
  }

  /** No stack trace was printed. */
  void tellsNoTrace() {
    assertFalse(err.contains("\tat "), err);
    assertFalse(err.contains("Exception in thread"), err);
  }
}
