package org.conceptspaces.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How many threads each operation of the engine has. Sums are rounded differently with another
 * number, so results have it beside the versions.
 */
final class Threads {

  /** What it is called beside versions. */
  static final String NAME = "threads per operation";

  private static final String PROPERTY = "ai.djl.pytorch.num_threads";

  private static final Pattern FIRST_NUMBER = Pattern.compile("\\s*(\\d{1,9})\\s*(,|$)");

  /** More than any machine has cores; what is beyond is a slip, and memory for each would go. */
  private static final int MOST_WORKERS = 1024;

  private Threads() {}

  /**
   * Gives each of some jobs its share of the cores, or fewer threads if OMP_NUM_THREADS asks for
   * fewer: on a machine that is busy otherwise, several threads wait for each other most of the
   * time. Must come before the engine starts, which reads this once.
   *
   * @param jobs how many run at a time
   */
  static void share(int jobs) {
    int cores = Runtime.getRuntime().availableProcessors();
    int each = Math.min(asked(System.getenv("OMP_NUM_THREADS")), cores / jobs);
    System.setProperty(PROPERTY, Integer.toString(Math.max(1, each)));
  }

  /** What the environment asks for, of its first level; no limit if it asks for no number. */
  static int asked(@Nullable String environment) {
    Matcher number = FIRST_NUMBER.matcher(environment == null ? "" : environment);
    return number.lookingAt() ? Integer.parseInt(number.group(1)) : Integer.MAX_VALUE;
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
