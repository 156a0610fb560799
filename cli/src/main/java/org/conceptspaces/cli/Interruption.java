package org.conceptspaces.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Tells what is left where the process is ended from outside, by Ctrl-C for instance. */
final class Interruption {

  private Interruption() {}

  /**
   * Works, ready to be interrupted.
   *
   * @param err standard error
   * @param models where checkpoints go
   * @param work what to do
   * @return what the work yields
   */
  static <T> T watch(PrintWriter err, Path models, Supplier<T> work) {
    Thread hook =
        new Thread(
            () -> err.println("concepts: interrupted; the last checkpoints are in " + models));
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return work.get();
    } finally {
      stop(hook);
    }
  }

  private static void stop(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending already, and the hook has its say.
    }
  }
}
