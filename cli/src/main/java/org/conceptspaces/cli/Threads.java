package org.conceptspaces.cli;

/**
 * How many threads each operation of the engine has. Sums are rounded differently with another
 * number, so results have it beside the versions.
 */
final class Threads {

  /** What it is called beside versions. */
  static final String NAME = "threads per operation";

  private static final String PROPERTY = "ai.djl.pytorch.num_threads";

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

  /** How many each operation has. */
  static int each() {
    return Integer.getInteger(PROPERTY, Runtime.getRuntime().availableProcessors());
  }
}
