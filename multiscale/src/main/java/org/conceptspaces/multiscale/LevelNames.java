package org.conceptspaces.multiscale;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What levels are called: {@code fine}, {@code level1}, {@code level2} and so on, {@code coarse}. A
 * single one is {@code coarse}. Parameter paths have these names, so they stay.
 */
final class LevelNames {

  /** The level that is always there. */
  static final String COARSE = "coarse";

  private LevelNames() {}

  /** The names of so many levels, fine → coarse. */
  static List<String> of(int count) {
    return IntStream.range(0, count).mapToObj(i -> name(i, count)).toList();
  }

  private static String name(int index, int count) {
    if (index == count - 1) {
      return COARSE;
    }
    return index == 0 ? "fine" : "level" + index;
  }
}
