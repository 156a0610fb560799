package org.conceptspaces.benchmarks.ball;

import java.util.Locale;

/** What is timed and judged. */
enum Operation {
  DISTANCE,
  EXP,
  LOG,
  ADD;

  /** As orders to a contender name it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The number of values in a row of the result. */
  int width(int dimension) {
    return this == DISTANCE ? 1 : dimension;
  }
}
