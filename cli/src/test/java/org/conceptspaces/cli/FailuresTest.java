package org.conceptspaces.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** What the user hears of an error. */
class FailuresTest {

  private final StringWriter err = new StringWriter();

  private int explain(Throwable error, boolean debug) {
    return Failures.explain(error, new PrintWriter(err, true), debug);
  }

  @Test
  void badInputIsOneMessage() {
    assertEquals(Main.BAD_INPUT, explain(new UserException("--x 1: wants 2"), false));
    assertEquals("concepts: --x 1: wants 2\n", err.toString());
  }

  @Test
  void failedWorkIsOneMessageAndAHint() {
    assertEquals(Main.FAILED, explain(new JobException("disk full", null), false));
    assertEquals("concepts: disk full\nconcepts: --debug tells where.\n", err.toString());
  }

  @Test
  void anUnexpectedErrorNamesItsKindAndKeepsNativeTracesToItself() {
    Exception inner = new IllegalStateException("tensor is gone\nframe #0: c10::Error\nframe #1");
    assertEquals(Main.FAILED, explain(new RuntimeException(inner.getMessage(), inner), false));
    assertEquals(
        """
        concepts: tensor is gone
        concepts: failed (java.lang.IllegalStateException)
        concepts: --debug tells where.
        """,
        err.toString());
  }

  @Test
  void anErrorWithoutMessage() {
    explain(new NullPointerException(), false);
    assertTrue(err.toString().startsWith("concepts: NullPointerException\n"), err.toString());
  }

  @Test
  void debugAddsTheTrace() {
    assertEquals(Main.BAD_INPUT, explain(new UserException("no"), true));
    assertTrue(err.toString().contains("\tat org.conceptspaces.cli.FailuresTest"), err.toString());
  }

  @Test
  void outOfMemoryTellsWhatToDo() {
    Throwable error = new IllegalStateException(new OutOfMemoryError("Java heap space"));
    assertEquals(Main.FAILED, explain(error, false));
    assertTrue(err.toString().startsWith("concepts: out of memory (Java heap space"));
    assertTrue(err.toString().contains("-Xmx"), err.toString());
  }
}
