package org.conceptspaces.cli;

import java.io.PrintWriter;
import java.util.concurrent.CancellationException;
import org.conceptspaces.api.InputException;
import org.conceptspaces.config.ConfigException;
import org.conceptspaces.config.PluginException;

/** What the user hears when a command ends badly, and which exit code it ends with. */
final class Failures {

  private Failures() {}

  /**
   * Tells an error in one message.
   *
   * @param error what ended the command
   * @param err standard error
   * @param debug whether to add the stack trace
   * @return the exit code
   */
  static int explain(Throwable error, PrintWriter err, boolean debug) {
    if (error instanceof CancellationException) {
      return Main.STOPPED; // on the user's request, who was told
    }
    boolean userError =
        error instanceof UserException
            || error instanceof ConfigException
            || error instanceof PluginException
            || error instanceof InputException;
    if (userError || error instanceof JobException) {
      err.println("concepts: " + error.getMessage());
    } else if (root(error) instanceof OutOfMemoryError) {
      err.printf(
          "concepts: out of memory (%s; heap limit %d MiB). Use less data or a smaller encoder,"
              + " --jobs 1, or CONCEPTS_JAVA_OPTIONS=-Xmx8g for a larger heap.%n",
          firstLine(root(error)), Runtime.getRuntime().maxMemory() >> 20);
    } else {
      err.println("concepts: " + firstLine(error));
      err.println("concepts: failed (" + root(error).getClass().getName() + ")");
    }
    if (debug) {
      error.printStackTrace(err);
    } else if (!userError) {
      err.println("concepts: --debug tells where.");
    }
    return userError ? Main.BAD_INPUT : Main.FAILED;
  }

  /** Native code appends its own stack to a message; the first line says what happened. */
  static String firstLine(Throwable error) {
    String message = error.getMessage();
    if (message == null || message.isBlank()) {
      return error.getClass().getSimpleName();
    }
    return message.strip().lines().findFirst().orElse("");
  }

  private static Throwable root(Throwable error) {
    Throwable root = error;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
