package org.conceptspaces.cli;

import org.jspecify.annotations.Nullable;

/**
 * How many threads each operation of the engine has. Sums are rounded differently with another
 * number, so results have it beside the versions.
 */
final class Threads {

  /** What it is called beside versions. */
  static final String NAME = "threads per operation";

  private static final String PROPERTY = "ai.djl.pytorch.num_threads";

  /** More than any machine has cores; what is beyond is a slip, and memory for each would go. */
  private static final int MOST_WORKERS = 1024;

  private Threads() {}

  /**
   * Gives each of some jobs its share of the cores. Must come before the engine starts, which reads
   * this once.
   *
   * @param jobs how many run at a time
   */
  static void share(int jobs) {
    int cores = Runtime.getRuntime().availableProcessors();
    System.setProperty(PROPERTY, Integer.toString(Math.max(1, cores / jobs)));
  }

  /**
   * How many threads of our own work on plain arrays.
   *
   * @param wanted what {@code --threads} says; null for one for each core
   */
  static int workers(@Nullable Integer wanted) {
    int workers = wanted == null ? Runtime.getRuntime().availableProcessors() : wanted;
    if (workers < 1 || workers > MOST_WORKERS) {
      throw new UserException("--threads " + workers + ": wants 1 to " + MOST_WORKERS);
    }
    return workers;
  }

  /** How many each operation has. */
  static int each() {
    return Integer.getInteger(PROPERTY, Runtime.getRuntime().availableProcessors());
  }
}
